# expect: G012 warning 0
"$GONGWEN" why --lang en samples/gbt9704/plain.xml
