# A bitmap font: it is found, but has no outlines.
# expect: G502 error 0
cat > "$T"/dots.bdf <<'BDF'
STARTFONT 2.1
FONT -x-Dots-Medium-R-Normal--8-80-75-75-C-80-ISO10646-1
SIZE 8 75 75
FONTBOUNDINGBOX 8 8 0 0
STARTPROPERTIES 5
FAMILY_NAME "Dots"
CHARSET_REGISTRY "ISO10646"
CHARSET_ENCODING "1"
FONT_ASCENT 8
FONT_DESCENT 0
ENDPROPERTIES
CHARS 1
STARTCHAR A
ENCODING 65
SWIDTH 1000 0
DWIDTH 8 0
BBX 8 8 0 0
BITMAP
FF
81
81
81
81
81
81
FF
ENDCHAR
ENDFONT
BDF
sed 's/仿宋/Dots/' tests/cli/hello.fo > "$T"/dots.fo
"$GONGWEN" fo --lang en --font-dir "$T" "$T"/dots.fo -o "$T"/out.pdf
