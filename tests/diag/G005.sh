# A worker that may write 4 KiB only dies of its first document.
# expect: G005 error 0
ulimit -f 8; "$GONGWEN" build --lang en samples/weifang-2005/year.xml -o "$T"/out --kind circular --quiet -j 1
