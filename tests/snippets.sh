#!/bin/sh
# Tries what README.md and docs/*.md show: blocks of commands are run, each in a folder as its reader has it; blocks of FO are formatted,
# documents checked, without a word of complaint. A block with … in the place of names or attributes only shows a form.
# usage: tests/snippets.sh GONGWEN
set -u
gongwen=$(realpath "$1")
cd "$(dirname "$0")/.." || exit
root=$PWD
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
bad=0
say() {
	echo "$1"
	bad=1
}

# Each fenced block in a file of its own, DOCUMENT:LINE; an indented fence loses its indent.
mkdir "$T/blocks"
for doc in README.md docs/*.md; do
	awk -v into="$T/blocks/$(basename "$doc")" '
		/^ *```/ { if (file) { close(file); file = "" } else { file = into ":" FNR; sub(/`.*/, ""); indent = length($0); printf "" > file }; next }
		file { print substr($0, indent + 1) > file }' "$doc"
done

flow_begin='<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:gw="urn:gongwen:fo" xml:lang="zh-CN"><fo:layout-master-set><fo:simple-page-master
	master-name="p" page-width="210mm" page-height="297mm"><fo:region-body margin="27mm"/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence
	master-reference="p"><fo:flow flow-name="xsl-region-body">'
flow_end='</fo:flow></fo:page-sequence></fo:root>'
begin='<official-document format="document"><issuer-mark>某某市人民政府文件</issuer-mark><document-number>某政发〔2026〕10号</document-number>
	<title>关于召开会议的通知</title><main-recipients>各县</main-recipients><body><p>现将有关事项通知如下。</p></body><date>2026-02-07</date>'
end='<record><printed-by date="2026-02-09">某某市人民政府办公室</printed-by></record></official-document>'

# try NAME COMMAND...: it succeeds, and complains of nothing.
try() {
	name=$1
	shift
	said=$("$@" 2>&1 >"$T/out") && [ -z "$said" ] || say "$name: $*
$said"
}

cd "$T" || exit
mkdir bin
ln -s "$gongwen" bin/gongwen
PATH=$T/bin:$PATH
ln -s bin build
cp "$root/samples/gbt9704/pictures/seal-government.svg" seal.svg
cp -R "$root/samples/minimal" 我的年度
found=
for block in blocks/*; do
	name=${block#blocks/}
	begins=$(head -n 1 "$block" | grep -oE '^<?[A-Za-z/:-]+')
	case $begins in
	'<fo:block')
		{ echo "$flow_begin" && cat "$block" && echo "$flow_end"; } >snippet.fo
		try "$name" gongwen fo snippet.fo --lang en
		;;
	'<official-document')
		cp "$block" snippet.xml
		try "$name" gongwen build snippet.xml -o made --lang en
		;;
	'<attachment')
		{ echo "$begin" && cat "$block" && echo "$end"; } >snippet.xml
		try "$name" gongwen build snippet.xml -o made --lang en
		;;
	'<settings')
		cp -R "$root/samples/minimal" year
		sed -i -e "/<settings/r $block" -e '/<settings/,/<.settings>/d' year/year.xml
		try "$name" gongwen check year/year.xml --lang en
		grep -q '<settings sides="1"' year/year.xml || say "$name: not put into samples/minimal"
		;;
	build/gongwen)
		while read -r command; do
			try "$name" sh -c "$command"
		done <"$block"
		;;
	*) continue ;;
	esac
	found="$found $begins "
done
# Each kind of block is still there, and was known for what it is.
for begins in '<fo:block' '<official-document' '<attachment' '<settings' build/gongwen; do
	case $found in
	*" $begins "*) ;;
	*) say "no block begins with $begins any more" ;;
	esac
done
exit $bad
