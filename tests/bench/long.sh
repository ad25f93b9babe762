#!/bin/sh
# A run of as many inputs as it takes to make N files (default 100,000), agreements of 334 departments a year, and what memory it takes: resident
# and peak KB of the program and of its workers after each thousand files or so. FOLDER (default /dev/shm) is to be no disk that syncs; the
# files made are counted and removed while it runs, as they would fill the memory.
#   nice sh tests/bench/long.sh 100000 > long.txt
set -eu
files=${1:-100000} folder=$(mktemp -d "${2:-/dev/shm}/gongwen.XXXXXX") program=${GONGWEN:-build/gongwen}
trap 'rm -rf "$folder"' EXIT
sh "$(dirname "$0")/year.sh" 334 > "$folder/year.xml"
count=$(((files + 1001) / 1002))
i=0
while [ $i -lt $count ]; do # no two years may have a department's id in common: files are named by it
	i=$((i + 1))
	sed "s/\"d\([0-9]\)/\"y$i-d\1/g" "$folder/year.xml" > "$folder/in-$i.xml"
done
"$program" build "$folder"/in-*.xml --kind agreement -j 2 -q -o "$folder/out" &
run=$!
memory() {
	awk '/^Vm(HWM|RSS)/ {printf " %s %d", $1, $2} END {print ""}' "/proc/$1/status" 2> /dev/null || true
}
children() {
	cat "/proc/$1/task/$1/children" 2> /dev/null || true
}
made=0 told=0
while kill -0 $run 2> /dev/null; do
	sleep 2
	gone=$(find "$folder/out" -name '*.pdf' ! -newermt '3 seconds ago' -print -delete 2> /dev/null | wc -l)
	made=$((made + gone))
	[ $made -ge $((told + 1000)) ] || continue
	told=$made
	echo "$made files: main$(memory $run)"
	for worker in $(children $run); do # which stands for its shifts (src/batch/worker.c)
		for shift in $(children "$worker"); do echo "  worker$(memory "$shift")"; done
	done
done
status=0
wait $run || status=$?
made=$((made + $(find "$folder/out" -name '*.pdf' | wc -l)))
echo "end: status $status, $made files, manifest of $(($(wc -l < "$folder/out/manifest.csv") - 1)) rows"
