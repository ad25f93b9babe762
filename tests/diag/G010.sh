# expect: G010 warning 0
# What makes a worker's documents is killed while it writes to a pipe; the document is made again.
pdf=$T/out/agreement/agriculture-1.pdf
mkdir -p "$T"/out/agreement && mkfifo "$pdf"
exec 3<>"$pdf"
"$GONGWEN" build --lang en samples/weifang-2005/year.xml -o "$T"/out --kind agreement --department agriculture -j 1 &
gongwen=$!
timeout 60 head -c 1 <&3 >/dev/null # nothing comes when the build is refused
pkill -9 -P "$(pgrep -d, -P $gongwen)" # not the worker: what it has begun could be done before it hears of that
cat <&3 >/dev/null &
reader=$!
wait $gongwen
status=$?
kill $reader
exit $status
