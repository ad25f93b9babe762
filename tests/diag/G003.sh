# expect: G003 error 0
head -c 70000000 /dev/zero > "$T"/big.xml; "$GONGWEN" check --lang en "$T"/big.xml
