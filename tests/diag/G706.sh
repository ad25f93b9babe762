# expect: G706 error 0
SOURCE_DATE_EPOCH=2026-02-07 "$GONGWEN" build --lang en samples/gbt9704/letter.xml -o "$T"
