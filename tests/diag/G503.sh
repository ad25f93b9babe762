# The program beside a fonts.xml of its own.
# expect: G503 error 2
mkdir "$T"/build "$T"/fonts; cp "$GONGWEN" "$T"/build/gongwen; ln -s "$PWD"/templates "$T"/templates
printf '<fonts>\n<role/>\n</fonts>\n' > "$T"/fonts/fonts.xml
"$T"/build/gongwen fo --lang en tests/cli/hello.fo -o "$T"/out.pdf
