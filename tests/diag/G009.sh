# An error in one department refuses its documents; with --keep-going they are named, and nothing is left to make of what was asked for.
# expect: R19 error 85
# expect: G009 warning 76
# expect: G008 warning 0
"$GONGWEN" build --lang en --keep-going tests/rules/R19-above.xml -o "$T"/out --department transport --kind score-sheet
