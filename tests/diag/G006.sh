# expect: G006 error 0
"$GONGWEN" build --lang en samples/weifang-2005/year.xml -o "$T" --kind agrement
