# expect: G008 warning 0
"$GONGWEN" build --lang en samples/weifang-2005/year.xml -o "$T" --kind notice --department petitions
