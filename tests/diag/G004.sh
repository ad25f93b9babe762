# expect: G004 error 0
# expect: G004 error 0
cp "$GONGWEN" "$T"/gongwen; "$T"/gongwen check --lang en samples/weifang-2005/year.xml
