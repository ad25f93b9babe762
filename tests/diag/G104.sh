# expect: G104 error 1
{ printf "<scheme>"; head -c 3000 /dev/zero | sed "s/\x00/<a>/g"; } > "$T"/deep.xml; "$GONGWEN" check --lang en "$T"/deep.xml
