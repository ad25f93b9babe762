#!/bin/sh
# Reads the #include lines of src/ against the table of layers in docs/architecture.md: a folder includes only what its row allows,
# and of other folders only their public header. The functions of a public header begin with its folder's name; those of base with what
# they work on, as they are everybody's. A part of a header that is named after files ("---- items.c ----") declares what they hold.
set -u
cd "$(dirname "$0")/.." || exit
# The row of a folder, without its first two cells: "| `fo` | … | base xml |" → "base xml".
allowed() {
	sed -n "s/^| \`$1\` |[^|]*|\([a-z ]*\)|\$/$1 \1/p" docs/architecture.md
}
bad=0
for file in src/*/*.c src/*/*.h; do
	folder=$(basename "$(dirname "$file")")
	row=$(allowed "$folder")
	[ -n "$row" ] || { echo "$file: folder $folder has no row in the table of layers"; bad=1; continue; }
	for header in $(sed -n 's/^#include "\([^"]*\/[^"]*\)".*/\1/p' "$file"); do
		other=${header%%/*}
		case " $row " in
		*" $other "*) ;;
		*) echo "$file: includes $header; $folder may include: $row"; bad=1 ;;
		esac
		if [ "$other" != "$folder" ] && [ "$header" != "$other/$other.h" ]; then
			echo "$file: includes $header; of another folder only $other/$other.h"
			bad=1
		fi
	done
done
for header in src/*/*.h; do
	folder=$(basename "$(dirname "$header")")
	[ "$header" = "src/$folder/$folder.h" ] && [ "$folder" != base ] || continue
	for function in $(sed -nE '/^(static|typedef|#)/d; s/^[a-z][a-z0-9_ *]*[ *]([a-z0-9_]+)\(.*/\1/p' "$header"); do
		case $function in
		"${folder}"_* | __attribute__) ;;
		*) echo "$header: $function does not begin with ${folder}_"; bad=1 ;;
		esac
	done
done
# "items.c footnote.c :flow_notes": the files that a function's part of a header names.
named() {
	awk '
		/^\/\* ---- / {
			files = ""
			for (i = 3; i <= NF; i++) {
				gsub(/[(),:]/, "", $i)
				files = $i ~ /\.c$/ ? files $i " " : files
			}
		}
		files && /^[a-z][a-zA-Z0-9_ *]*\(/ && !/^(static|typedef)/ {
			sub(/\(.*/, "")
			sub(/.*[ *]/, "")
			print files ":" $0
		}' "$1"
}
# Whether a function stands in one of these files (find_*.c).
stands_in() {
	function=$1
	shift
	grep -qsE "^[a-z].*[ *]$function\\([^;]*$" "$@"
}
for header in src/*/*.h; do
	named "$header" | (
		cd "$(dirname "$header")" || exit
		while IFS=: read -r files function; do
			# shellcheck disable=SC2086
			stands_in "$function" $files || echo "$header: $function is not in $files"
		done
	)
done | grep . && bad=1
exit $bad
