#!/bin/sh
# Reads README.md and docs/*.md against the tree: the files, tests, messages and options that they name are there; and the formatter's files are named.
set -u
cd "$(dirname "$0")/.." || exit
bad=0
say() {
	echo "$1"
	bad=1
}
# What stands in a document that way, a line each.
named() {
	grep -oE "$2" "$1" | sort -u
}
is_file() {
	for folder in . "$(dirname "$doc")" src tests templates templates/scheme samples; do
		[ -e "$folder/$1" ] && return
	done
	[ -e "samples/new-kind/${1#kinds/}" ] # which its reader copies to there
}
for doc in README.md docs/*.md; do
	for link in $(named "$doc" '\]\([^):# ]+' | cut -c3-); do
		[ -e "$(dirname "$doc")/$link" ] || say "$doc: link to $link, which is not there"
	done
	for file in $(named "$doc" '`[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]*\.(c|h|def|xsl|xsd|sh|fo|md|py)`' | tr -d '`'); do
		is_file "$file" || say "$doc: $file is not there"
	done
	for file in $(named "$doc" '`[A-Za-z0-9_-]+\.(c|h|def|xsl|xsd)`' | tr -d '`'); do
		[ -n "$(find src templates tests docs samples -name "$file" -print -quit)" ] || say "$doc: there is no $file"
	done
	for test in $(named "$doc" '`test_[a-z0-9_]+`' | tr -d '`'); do
		grep -rqw "$test" tests --include='*.[ch]' || say "$doc: there is no $test"
	done
	for code in $(named "$doc" '\bG[0-9]{3}\b'); do
		grep -q "\"$code\"" src/base/diag.def || say "$doc: no message is $code"
	done
	for option in $(named "$doc" '`--[a-z-]+' | cut -c4-); do
		grep -q "\"$option\"" src/options.def || say "$doc: there is no option --$option"
	done
done
# "line set.c": a file of the table of the formatter's steps.
steps() {
	sed -nE 's/^\| `([a-z]+)` \| [^|]* \| `([^`]*\.c)` \|.*/\1 \2/p' docs/architecture.md |
		while read -r folder files; do
			for file in $files; do
				echo "$folder $file"
			done
		done
}
there() {
	for file in src/page/*.c src/flow/*.c src/table/*.c src/line/*.c src/layout/*.c; do
		echo "$(basename "$(dirname "$file")") $(basename "$file")"
	done
}
[ "$(steps | sort)" = "$(there | sort)" ] || {
	say "docs/architecture.md: the formatter's steps do not name the files of src, each once:"
	{ steps && there; } | sort | uniq -u
}
exit $bad
