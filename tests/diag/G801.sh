# expect: G801 error 0
printf '%%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%%%EOF\n' > "$T"/broken.data
"$GONGWEN" audit --lang en --format document "$T"/broken.data
