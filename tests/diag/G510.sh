# A font file that is cut off; a folder named like a font is passed over.
# expect: G510 warning 0
mkdir -p "$T"/folder.ttf
head -c 3000 fonts/GwHei-Regular.otf > "$T"/cut.otf
"$GONGWEN" fo --lang en --font-dir "$T" tests/cli/hello.fo -o "$T"/out.pdf
