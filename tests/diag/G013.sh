# expect: G013 warning 0
long=ab$(printf '函%.0s' $(seq 83))
cp samples/gbt9704/attachments.xml "$T"/"$long".xml
"$GONGWEN" list --lang en "$T"/"$long".xml
