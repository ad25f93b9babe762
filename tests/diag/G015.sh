# The PDF would replace the document it is made from.
# expect: G015 error 0
cp tests/cli/hello.fo "$T"/hello.fo
"$GONGWEN" fo --lang en "$T"/hello.fo -o "$T"/hello.fo
status=$?
cmp tests/cli/hello.fo "$T"/hello.fo || status=9
exit $status
