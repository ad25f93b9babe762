# expect: G014 warning 0
GONGWEN_MEMORY=1 TMPDIR=$T/missing "$GONGWEN" list --lang en samples/minimal/year.xml > "$T"/list
