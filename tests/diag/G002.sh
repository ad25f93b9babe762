# expect: G002 error 0
: > "$T"/file; "$GONGWEN" fo --lang en tests/cli/hello.fo -o "$T"/file/out.pdf
