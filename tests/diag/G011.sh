# Two inputs of one run that make the same file: the first is made, the second is said.
# expect: G011 error 0
"$GONGWEN" build --lang en samples/gbt9704/plain.xml samples/gbt9704/plain.xml -o "$T"/out
status=$?
test -s "$T"/out/document/plain.pdf && rm "$T"/out/document/plain.pdf || status=9
exit $status
