# Workers are killed as soon as they are seen, that of the second attempt too.
# expect: G005 error 0
export ASAN_OPTIONS=detect_leaks=0 # the leak checker is a child too, for a moment
"$GONGWEN" build --lang en samples/weifang-2005/year.xml -o "$T"/out --kind circular --quiet -j 1 2> "$T"/said & pid=$!
while kill -0 $pid; do pkill -9 -P $pid; done 2> /dev/null
wait $pid
status=$?
cat "$T"/said >&2
exit $status
