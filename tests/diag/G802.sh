# expect: G802 error 0
"$GONGWEN" fo tests/cli/hello.fo -o - > "$T"/plain.data
qpdf --encrypt secret owner 256 -- "$T"/plain.data "$T"/locked.data
"$GONGWEN" audit --lang en --format document "$T"/locked.data
