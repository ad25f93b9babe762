# The program beside templates whose list of terms has an entry without a word.
# expect: G507 error 2
mkdir "$T"/build; cp "$GONGWEN" "$T"/build/gongwen; ln -s "$PWD"/fonts "$T"/fonts; cp -R templates "$T"/templates
printf '责任制\n|~ # leans on nothing\n' > "$T"/templates/terms.txt
"$T"/build/gongwen fo --lang en tests/cli/hello.fo -o "$T"/out.pdf
