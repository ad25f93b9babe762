# expect: G001 error 0
"$GONGWEN" check --lang en "$T"/none.xml
