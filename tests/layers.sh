#!/bin/sh
# Reads the #include lines of src/ against the table of layers in docs/architecture.md: a folder includes only what its row allows,
# and of other folders only their public header.
set -u
cd "$(dirname "$0")/.."
allowed() {
	case $1 in
	base) echo base ;;
	xml) echo base xml ;;
	xslt) echo base xml xslt ;;
	fo) echo base xml fo ;;
	text) echo base text ;;
	image) echo base image ;;
	area) echo base text image area ;;
	layout) echo base fo text image area layout ;;
	pdf) echo base text image area pdf ;;
	reader) echo base reader ;;
	audit) echo base reader audit ;;
	compare) echo base reader compare ;;
	command) echo base xml fo reader audit compare command ;;
	*) echo "" ;;
	esac
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
exit $bad
