/* docs/support.md says which properties are supported; here each of them must change the pages. A value that the row allows is given to all
 * objects of a document, or to what the table names. A row that is marked supported and changes nothing fails. */
#include "support/hostile.h"

/* Values that some property takes. */
static const char *const values[] = {"7pt", "3",   "20%",  "red", "solid", "none.png", "always", "true", "c2",
									 "i",   "x",   "en",   "US",  "-3pt",  "40pt",     "1",      "90",   "bold",
									 "0pt", "odd", "even", "i.",  "page",  "false",    "200%",   "2",    "黑体"};

/* What that document does not show. In a template {p} is the property with either value; "M:" begins page masters, "|" a flow after them; "S:"
 * more masters, "|" page sequences. */
#define PRECEDENCE                                                                                                               \
	"<fo:table border-collapse='collapse-with-precedence' table-layout='fixed' width='50pt' border='3pt solid "                  \
	"black'><fo:table-column/>"                                                                                                  \
	"<fo:table-body><fo:table-row><fo:table-cell border='1pt solid black' "                                                      \
	"{p}><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                                                \
	"</fo:table-body></fo:table>"

#define RETRIEVED                                                                                                                \
	"<fo:table table-layout='fixed' width='50pt'><fo:table-column/><fo:table-header><fo:table-cell><fo:block>"                   \
	"<fo:retrieve-table-marker retrieve-class-name='k' {p}/></fo:block></fo:table-cell></fo:table-header><fo:table-body>"        \
	"<fo:table-row><fo:table-cell><fo:marker "                                                                                   \
	"marker-class-name='k'>a</fo:marker><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                 \
	"<fo:table-row><fo:table-cell><fo:marker "                                                                                   \
	"marker-class-name='k'>b</fo:marker><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                 \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"<fo:table-row><fo:table-cell><fo:block>字</fo:block></fo:table-cell></fo:table-row>"                                       \
	"</fo:table-body></fo:table>"

/* A table's row of one cell. */
#define ROW "<fo:table-row><fo:table-cell border='2pt solid black'><fo:block>格</fo:block></fo:table-cell></fo:table-row>"

static const struct {
	const char *property, *template, *one, *other;
} cases[] = {
	{"direction", "<fo:block><fo:bidi-override unicode-bidi='embed' {p}>a!</fo:bidi-override></fo:block>", "ltr", "rtl"},
	{"unicode-bidi", "<fo:block><fo:bidi-override direction='rtl' {p}>ab</fo:bidi-override></fo:block>", "normal",
	 "bidi-override"},
	{"gw:shown-in", "<fo:block>一<fo:inline {p}>二</fo:inline></fo:block>", "all", "repeat"},
	{"gw:repeat-at-break",
	 "<fo:table table-layout='fixed' width='90pt'><fo:table-column number-columns-repeated='2'/><fo:table-body><fo:table-row>"
	 "<fo:table-cell {p}><fo:block>名</fo:block></fo:table-cell><fo:table-cell><fo:block>"
	 "字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字"
	 "字字字字字字字字字</fo:block></fo:table-cell>"
	 "</fo:table-row></fo:table-body></fo:table>",
	 "false", "true"},
	{"relative-align",
	 "<fo:table table-layout='fixed' width='90pt'><fo:table-column column-width='40pt' "
	 "number-columns-repeated='2'/><fo:table-body><fo:table-row><fo:table-cell {p}><fo:block "
	 "font-size='20pt'>大</fo:block></fo:table-cell><fo:table-cell "
	 "{p}><fo:block>小</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "before", "baseline"},
	{"border-before-precedence", PRECEDENCE, "7", "0"},
	{"border-after-precedence", PRECEDENCE, "7", "0"},
	{"border-start-precedence", PRECEDENCE, "7", "0"},
	{"border-end-precedence", PRECEDENCE, "7", "0"},
	{"retrieve-position-within-table", RETRIEVED, "first-starting", "last-starting"},
	{"retrieve-boundary-within-table", RETRIEVED, "table", "table-fragment"},
	{"float", "<fo:float {p}><fo:block>浮</fo:block></fo:float><fo:block>一</fo:block>", "start", "before"},
	{"clear", "<fo:float float='start'><fo:block>浮</fo:block></fo:float><fo:block {p}>一</fo:block>", "none", "start"},
	{"intrusion-displace", "<fo:float float='start'><fo:block>浮</fo:block></fo:float><fo:block {p}>一</fo:block>", "none",
	 "line"},
	{"script",
	 "<fo:block><fo:inline language='zh' role='Span' {p}>a</fo:inline></fo:block><fo:block language='zh' {p}>b</fo:block>",
	 "Hans", "Hant"},
	{"country",
	 "<fo:block><fo:inline language='en' role='Span' {p}>a</fo:inline></fo:block><fo:block language='en' {p}>b</fo:block>", "GB",
	 "US"},
	{"gw:block-step-align", "<fo:block gw:block-step-size='50pt' {p}>字</fo:block>", "start", "end"},
	{"hyphenation-push-character-count",
	 "<fo:block language='en' text-align='justify' hyphenate='true' {p}>incomprehensible internationalization representative "
	 "communication administration</fo:block>",
	 "2", "9"},
	{"hyphenation-remain-character-count",
	 "<fo:block language='en' text-align='justify' hyphenate='true' {p}>all of the representative and of the administration in "
	 "the "
	 "documentation of it</fo:block>",
	 "2", "9"},
	{"hyphenation-character",
	 "<fo:block language='en' text-align='justify' hyphenate='true' {p}>incomprehensible internationalization representative "
	 "communication administration</fo:block>",
	 "-", "字"},
	{"gw:last-leading",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' page-height='60pt'><fo:region-body/></fo:simple-page-master>|"
	 "<fo:page-sequence master-reference='m3'><fo:flow flow-name='xsl-region-body' font-size='10pt' line-height='31pt' {p}>"
	 "<fo:block>一</fo:block><fo:block>二</fo:block></fo:flow></fo:page-sequence>",
	 "retain", "discard"},
	{"hyphenation-ladder-count",
	 "<fo:block language='en' text-align='justify' hyphenate='true' {p}>administrative responsibilities concerning "
	 "organizational documentation everywhere</fo:block>",
	 "no-limit", "1"},
	{"gw:ruby-position", "<fo:block><fo:inline gw:ruby='yi' {p}>一</fo:inline></fo:block>", "over", "under"},
	{"hyphenate",
	 "<fo:block language='en' text-align='justify' {p}>incomprehensible internationalization representative communication "
	 "administration</fo:block>",
	 "false", "true"},
	{"score-spaces", "<fo:block text-decoration='underline' {p}>a b</fo:block>", "true", "false"},
	{"suppress-at-line-break", "<fo:block><fo:character character=' ' {p}/>a</fo:block>", "suppress", "retain"},
	{"treat-as-word-space", "<fo:block word-spacing='9pt'>a<fo:character character='-' {p}/>a</fo:block>", "auto", "true"},
	{"linefeed-treatment", "<fo:block {p}>a\nb</fo:block>", "preserve", "treat-as-space"},
	{"white-space-collapse", "<fo:block white-space-treatment='preserve' {p}>a   b</fo:block>", "true", "false"},
	{"line-height-shift-adjustment", "<fo:block {p}>字<fo:inline baseline-shift='30pt'>上</fo:inline></fo:block>",
	 "consider-shifts", "disregard-shifts"},
	{"orphans",
	 "<fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block widows='1' "
	 "{p}>字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字</fo:block>",
	 "1", "3"},
	{"keep-with-previous",
	 "<fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</"
	 "fo:block><fo:block {p}>二</fo:block><fo:block>一</fo:block>",
	 "auto", "always"},
	{"keep-with-next",
	 "<fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block "
	 "{p}>二</fo:block><fo:block>三</fo:block><fo:block>一</fo:block>",
	 "auto", "always"},
	{"widows",
	 "<fo:block height='1pt'/><fo:block orphans='1' "
	 "{p}>"
	 "字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字"
	 "字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字</fo:block>",
	 "1", "4"},
	{"gw:text-spacing-trim", "<fo:block {p}>（字）（字），（字）</fo:block>", "space-all", "normal"},
	{"gw:text-justify",
	 "<fo:block text-align='justify' xml:lang='zh' {p}>字字字字字字abc字字字字字字字字字字字字字字abcdef ab "
	 "abcdefghi字字字字字字</fo:block>",
	 "none", "auto"},
	{"gw:segment-break-transform", "<fo:block xml:lang='zh' {p}>字\n字</fo:block>", "auto", "space"},
	{"gw:hanging-punctuation",
	 "<fo:block xml:lang='zh' text-align='justify' end-indent='6pt' {p}>字字字字字字字字，字字字字字字字字字字</fo:block>",
	 "none", "allow-end"},
	{"gw:terms", "<fo:block gw:text-shape='auto' {p}>某国际机场管理集团某</fo:block>", "~某", "际机场管理集"},
	{"gw:text-decoration-style", "<fo:block text-decoration='underline' {p}>字</fo:block>", "solid", "wavy"},
	{"gw:text-emphasis-position", "<fo:block line-height='40pt' gw:text-emphasis-style='dot' {p}>字</fo:block>", "under", "over"},
	{"gw:lines-before",
	 "<fo:block>一</fo:block><fo:block>二</fo:block><fo:block>三</fo:block><fo:block>一</fo:block><fo:block>二</"
	 "fo:block><fo:block>三</fo:block><fo:block keep-with-previous='always' {p}>末</fo:block>",
	 "0", "4"},
	{"page-width", "M:<fo:simple-page-master master-name='m' {p}><fo:region-body/></fo:simple-page-master>", "100pt", "120pt"},
	{"page-height", "M:<fo:simple-page-master master-name='m' {p}><fo:region-body/></fo:simple-page-master>", "100pt", "120pt"},
	{"region-name",
	 "M:<fo:simple-page-master master-name='m' page-width='99pt' page-height='99pt'><fo:region-body "
	 "{p}/></fo:simple-page-master>",
	 "xsl-region-body", "other"},
	{"extent",
	 "M:<fo:simple-page-master master-name='m' page-width='99pt' page-height='99pt'><fo:region-body margin='20pt' "
	 "/><fo:region-before background-color='red' {p}/><fo:region-start extent='9pt' "
	 "background-color='red'/></fo:simple-page-master>",
	 "9pt", "19pt"},
	{"precedence",
	 "M:<fo:simple-page-master master-name='m' page-width='99pt' page-height='99pt'><fo:region-body margin='20pt' "
	 "/><fo:region-before extent='9pt' background-color='red' {p}/><fo:region-start extent='9pt' "
	 "background-color='red'/></fo:simple-page-master>",
	 "false", "true"},
	{"column-gap",
	 "M:<fo:simple-page-master master-name='m' page-width='99pt' page-height='99pt'><fo:region-body margin='20pt' "
	 "column-count='2' {p}/><fo:region-before /><fo:region-start extent='9pt' background-color='red'/></fo:simple-page-master>",
	 "2pt", "9pt"},
	{"reference-orientation", "<fo:block-container height='40pt' width='40pt' {p}><fo:block>字</fo:block></fo:block-container>",
	 "0", "90"},
	{"span",
	 "M:<fo:simple-page-master master-name='m' page-width='99pt' page-height='99pt'><fo:region-body margin='20pt' "
	 "column-count='2'/><fo:region-before /><fo:region-start extent='9pt' "
	 "background-color='red'/></fo:simple-page-master>|<fo:block {p}>字字字字字字</fo:block>",
	 "none", "all"},
	{"relative-position", "<fo:block left='5pt' {p}>字</fo:block>", "static", "relative"},
	{"top",
	 "<fo:block-container absolute-position='absolute' width='20pt' height='20pt' "
	 "{p}><fo:block>字</fo:block></fo:block-container>",
	 "1pt", "9pt"},
	{"left",
	 "<fo:block-container absolute-position='absolute' width='20pt' height='20pt' "
	 "{p}><fo:block>字</fo:block></fo:block-container>",
	 "1pt", "9pt"},
	{"right",
	 "<fo:block-container absolute-position='absolute' width='20pt' height='20pt' "
	 "{p}><fo:block>字</fo:block></fo:block-container>",
	 "1pt", "9pt"},
	{"bottom",
	 "<fo:block-container absolute-position='absolute' width='20pt' height='20pt' "
	 "{p}><fo:block>字</fo:block></fo:block-container>",
	 "1pt", "9pt"},
	{"border-before-width", "<fo:block border-before-style='solid' {p}>字</fo:block>", "1pt", "2pt"},
	{"border-before-color", "<fo:block border-before-style='solid' {p}>字</fo:block>", "red", "blue"},
	{"border-after-width", "<fo:block border-after-style='solid' {p}>字</fo:block>", "1pt", "2pt"},
	{"border-after-color", "<fo:block border-after-style='solid' {p}>字</fo:block>", "red", "blue"},
	{"border-start-width", "<fo:block border-start-style='solid' {p}>字</fo:block>", "1pt", "2pt"},
	{"border-start-color", "<fo:block border-start-style='solid' {p}>字</fo:block>", "red", "blue"},
	{"border-end-width", "<fo:block border-end-style='solid' {p}>字</fo:block>", "1pt", "2pt"},
	{"border-end-color", "<fo:block border-end-style='solid' {p}>字</fo:block>", "red", "blue"},
	{"background-image", "<fo:block {p}>字</fo:block>", "none",
	 "url(data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%225%22/%3E)"},
	{"background-repeat",
	 "<fo:block background-image='url(data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 "
	 "height=%225%22/%3E)' {p}>字</fo:block>",
	 "repeat", "no-repeat"},
	{"background-position-horizontal",
	 "<fo:block background-image='url(data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 "
	 "height=%225%22/%3E)' {p}>字</fo:block>",
	 "left", "right"},
	{"background-position-vertical",
	 "<fo:block background-image='url(data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 "
	 "height=%225%22/%3E)' {p}>字</fo:block>",
	 "top", "bottom"},
	{"src", "<fo:block><fo:external-graphic {p}/></fo:block>",
	 "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%225%22/%3E",
	 "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%227%22 height=%225%22/%3E"},
	{"scaling",
	 "<fo:block><fo:instream-foreign-object content-width='20pt' content-height='30pt' {p}><svg "
	 "xmlns='http://www.w3.org/2000/svg' width='9' height='5'/></fo:instream-foreign-object></fo:block>",
	 "uniform", "non-uniform"},
	{"scaling-method",
	 "<fo:block><fo:instream-foreign-object {p}><svg xmlns='http://www.w3.org/2000/svg' width='9' "
	 "height='5'/></fo:instream-foreign-object></fo:block>",
	 "auto", "integer-pixels"},
	{"keep-together",
	 "<fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block>一</fo:block><fo:block "
	 "{p}><fo:block>一</fo:block><fo:block>二</fo:block></fo:block>",
	 "auto", "always"},
	{"leader-pattern", "<fo:block>字<fo:leader leader-length='30pt' {p}/>字</fo:block>", "space", "dots"},
	{"leader-length", "<fo:block>字<fo:leader  {p}/>字</fo:block>", "10pt", "30pt"},
	{"rule-style", "<fo:block>字<fo:leader leader-pattern='rule' leader-length='30pt' {p}/>字</fo:block>", "solid", "dashed"},
	{"rule-thickness", "<fo:block>字<fo:leader leader-pattern='rule' leader-length='30pt' {p}/>字</fo:block>", "1pt", "3pt"},
	{"grouping-separator",
	 "S:|<fo:page-sequence master-reference='m' initial-page-number='1234567' grouping-size='3' {p}><fo:flow "
	 "flow-name='xsl-region-body'><fo:block><fo:page-number/></fo:block></fo:flow></fo:page-sequence>",
	 ".", "'"},
	{"grouping-size",
	 "S:|<fo:page-sequence master-reference='m' initial-page-number='1234567' grouping-separator='.' {p}><fo:flow "
	 "flow-name='xsl-region-body'><fo:block><fo:page-number/></fo:block></fo:flow></fo:page-sequence>",
	 "2", "3"},
	{"master-reference",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master>|<fo:page-sequence {p}><fo:flow "
	 "flow-name='xsl-region-body'><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "m", "m3"},
	{"flow-name",
	 "S:|<fo:page-sequence master-reference='m'><fo:static-content {p}><fo:block>头</fo:block></fo:static-content><fo:flow "
	 "flow-name='xsl-region-body'><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "xsl-region-before", "xsl-region-none"},
	{"maximum-repeats",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master><fo:page-sequence-master "
	 "master-name='q'><fo:repeatable-page-master-reference master-reference='m3' {p}/><fo:single-page-master-reference "
	 "master-reference='m'/></fo:page-sequence-master>|<fo:page-sequence master-reference='q'><fo:flow "
	 "flow-name='xsl-region-body'><fo:block break-after='page'>字</fo:block><fo:block break-after='page'>字</fo:block><fo:block "
	 "break-after='page'>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "1", "2"},
	{"page-position",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master><fo:page-sequence-master "
	 "master-name='q'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference master-reference='m3' "
	 "{p}/><fo:conditional-page-master-reference "
	 "master-reference='m'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>|<fo:page-sequence "
	 "master-reference='q'><fo:flow flow-name='xsl-region-body'><fo:block break-after='page'>字</fo:block><fo:block "
	 "break-after='page'>字</fo:block><fo:block "
	 "break-after='page'>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "first", "rest"},
	{"odd-or-even",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master><fo:page-sequence-master "
	 "master-name='q'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference master-reference='m3' "
	 "{p}/><fo:conditional-page-master-reference "
	 "master-reference='m'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>|<fo:page-sequence "
	 "master-reference='q'><fo:flow flow-name='xsl-region-body'><fo:block break-after='page'>字</fo:block><fo:block "
	 "break-after='page'>字</fo:block><fo:block "
	 "break-after='page'>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "odd", "even"},
	{"blank-or-not-blank",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master><fo:page-sequence-master "
	 "master-name='q'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference master-reference='m3' "
	 "{p}/><fo:conditional-page-master-reference "
	 "master-reference='m'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>|<fo:page-sequence "
	 "master-reference='q'><fo:flow flow-name='xsl-region-body'><fo:block break-after='odd-page'>字</fo:block><fo:block "
	 "break-after='odd-page'>字</fo:block><fo:block "
	 "break-after='odd-page'>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "blank", "not-blank"},
	{"gw:column-fill",
	 "S:<fo:simple-page-master master-name='m2' page-width='70pt' page-height='60pt'><fo:region-body column-count='2'/>"
	 "</fo:simple-page-master>|<fo:page-sequence master-reference='m2'><fo:flow flow-name='xsl-region-body' {p}>"
	 "<fo:block>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "balance", "auto"},
	{"gw:previous-page",
	 "S:<fo:simple-page-master master-name='m3' page-width='70pt' "
	 "page-height='60pt'><fo:region-body/></fo:simple-page-master><fo:page-sequence-master "
	 "master-name='q'><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference master-reference='m3' "
	 "{p}/><fo:conditional-page-master-reference "
	 "master-reference='m'/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>|<fo:page-sequence "
	 "master-reference='q'><fo:flow flow-name='xsl-region-body'><fo:block break-after='odd-page'>字</fo:block><fo:block "
	 "break-after='odd-page'>字</fo:block><fo:block "
	 "break-after='odd-page'>字</fo:block><fo:block>字</fo:block></fo:flow></fo:page-sequence>",
	 "blank", "not-blank"},
	{"caption-side",
	 "<fo:table-and-caption {p}><fo:table-caption><fo:block>题</fo:block></fo:table-caption><fo:table table-layout='fixed' "
	 "width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table></fo:table-and-caption>",
	 "before", "after"},
	{"border-collapse",
	 "<fo:table table-layout='fixed' width='90pt' {p}><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid "
	 "black' ><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "collapse", "separate"},
	{"border-separation.block-progression-direction",
	 "<fo:table table-layout='fixed' width='90pt' border-collapse='separate' {p}><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "1pt", "5pt"},
	{"border-separation.inline-progression-direction",
	 "<fo:table table-layout='fixed' width='90pt' border-collapse='separate' {p}><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "1pt", "5pt"},
	{"column-number",
	 "<fo:table table-layout='fixed' width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid "
	 "black' {p}><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "1", "3"},
	{"number-columns-spanned",
	 "<fo:table table-layout='fixed' width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid "
	 "black' {p}><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "1", "2"},
	{"number-rows-spanned",
	 "<fo:table table-layout='fixed' width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid "
	 "black' {p}><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "1", "2"},
	{"starts-row",
	 "<fo:table table-layout='fixed' width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "{p}><fo:block>格</fo:block></fo:table-cell></fo:table-body></fo:table>",
	 "false", "true"},
	{"ends-row",
	 "<fo:table table-layout='fixed' width='90pt' ><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-body><fo:table-cell border='2pt solid black' "
	 "{p}><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell></fo:table-body></fo:table>",
	 "false", "true"},
	{"empty-cells",
	 "<fo:table table-layout='fixed' width='90pt' border-collapse='separate'><fo:table-column "
	 "column-width='30pt'/><fo:table-column column-width='30pt'/><fo:table-column "
	 "column-width='30pt'/><fo:table-body><fo:table-row><fo:table-cell border='2pt solid black' "
	 "><fo:block>格</fo:block></fo:table-cell><fo:table-cell border='1pt solid' "
	 "{p}><fo:block/></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
	 "show", "hide"},
	{"table-omit-header-at-break",
	 "<fo:table table-layout='fixed' width='90pt' {p}><fo:table-column column-width='30pt'/><fo:table-header>" ROW
	 "</fo:table-header><fo:table-body>" ROW ROW ROW ROW ROW ROW ROW ROW ROW "</fo:table-body></fo:table>",
	 "false", "true"},
	{"table-omit-footer-at-break",
	 "<fo:table table-layout='fixed' width='90pt' {p}><fo:table-column column-width='30pt'/><fo:table-footer>" ROW
	 "</fo:table-footer><fo:table-body>" ROW ROW ROW ROW ROW ROW ROW ROW ROW "</fo:table-body></fo:table>",
	 "false", "true"},
	{"internal-destination", "<fo:block id='i'/><fo:block id='k'/><fo:block><fo:basic-link {p}>字</fo:basic-link></fo:block>",
	 "i", "k"},
	{"marker-class-name",
	 "S:|<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-before'><fo:block><fo:retrieve-marker "
	 "retrieve-class-name='c'/></fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'><fo:block><fo:marker "
	 "{p}>甲</fo:marker>字</fo:block><fo:block><fo:marker marker-class-name='c'>乙</fo:marker>字</fo:block><fo:block "
	 "break-before='page'>字</fo:block></fo:flow></fo:page-sequence>",
	 "c", "d"},
	{"retrieve-class-name",
	 "S:|<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-before'><fo:block><fo:retrieve-marker "
	 "{p}/></fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'><fo:block><fo:marker "
	 "marker-class-name='d'>甲</fo:marker>字</fo:block><fo:block><fo:marker "
	 "marker-class-name='c'>乙</fo:marker>字</fo:block><fo:block break-before='page'>字</fo:block></fo:flow></fo:page-sequence>",
	 "c", "d"},
	{"retrieve-position",
	 "S:|<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-before'><fo:block><fo:retrieve-marker "
	 "retrieve-class-name='c' {p}/></fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'><fo:block><fo:marker "
	 "marker-class-name='c'>甲</fo:marker>字</fo:block><fo:block><fo:marker "
	 "marker-class-name='c'>乙</fo:marker>字</fo:block><fo:block break-before='page'>字</fo:block></fo:flow></fo:page-sequence>",
	 "first-starting-within-page", "last-starting-within-page"},
	{"retrieve-boundary",
	 "S:|<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-before'><fo:block><fo:retrieve-marker "
	 "retrieve-class-name='c' retrieve-position='first-including-carryover' {p}/></fo:block></fo:static-content><fo:flow "
	 "flow-name='xsl-region-body'><fo:block><fo:marker marker-class-name='c'>甲</fo:marker>字</fo:block><fo:block><fo:marker "
	 "marker-class-name='c'>乙</fo:marker>字</fo:block><fo:block break-before='page'>字</fo:block></fo:flow></fo:page-sequence>",
	 "page", "page-sequence"},
	{"ref-id", "<fo:block id='i' break-after='page'><fo:page-number-citation {p}/></fo:block><fo:block id='k'/>", "i", "k"},
	{"character", "<fo:block><fo:character {p}/></fo:block>", "甲", "乙"},
	{"gw:font-synthesis", "<fo:block font-weight='bold' {p}>字</fo:block>", "always", "none"},
};

/* Not to be seen in the area tree, and why. */
static const char *const elsewhere[] = {
	"font-stretch",   /* tests/unit/text: our faces have one width */
	"master-name",    /* a name: what refers to it is checked with master-reference */
	"gw:copy",        /* copies are of a job: tests/pdf/copies_test.c */
	"scaling-method", /* how readers enlarge a picture: stands in the PDF alone */
};

/* The area tree without the places in the file, which any attribute moves. */
static char *areas_of(const char *xml)
{
	char *dump = hostile_areas(xml);
	GRegex *places = g_regex_new(" place=\"[^\"]*\"", 0, 0, NULL);
	char *bare = dump ? g_regex_replace_literal(places, dump, -1, 0, "", 0, NULL) : NULL;
	g_regex_unref(places);
	g_free(dump);
	return bare;
}

static bool changes(const char *name, const char *value, const char *plain)
{
	char *quoted = g_markup_escape_text(value, -1), *xml = hostile_with_attribute(name, quoted), *dump = areas_of(xml);
	bool changed = dump && strcmp(dump, plain) != 0;
	g_free(quoted);
	g_free(xml);
	g_free(dump);
	return changed;
}

static bool any_value_changes(const struct fo_row *row, const char *plain)
{
	bool changed = false;
	char **keywords = g_strsplit(row->keywords, " ", -1);
	for (char **keyword = keywords; *keyword && !changed; keyword++)
		changed = **keyword && changes(row->name, *keyword, plain);
	for (size_t i = 0; i < G_N_ELEMENTS(values) && !changed; i++)
		changed = changes(row->name, values[i], plain);
	g_strfreev(keywords);
	return changed;
}

static bool is_listed(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
		if (strcmp(elsewhere[i], name) == 0)
			return true;
	return false;
}

#define MASTER                                                                                                                   \
	"<fo:simple-page-master master-name='m' page-width='120pt' page-height='100pt'><fo:region-body margin='9pt'/>"               \
	"<fo:region-before extent='9pt'/></fo:simple-page-master>"

static char *filled(const char *template, const char *property, const char *value)
{
	char *quoted = g_markup_escape_text(value, -1), *attribute = g_strdup_printf("%s='%s'", property, quoted);
	char **parts = g_strsplit(template, "{p}", -1), *content = g_strjoinv(attribute, parts);
	bool masters = g_str_has_prefix(content, "M:"), sequences = g_str_has_prefix(content, "S:");
	char **halves = g_strsplit(content + (masters || sequences ? 2 : 0), "|", 2);
	const char *flow = masters ? (halves[1] ? halves[1] : "<fo:block>字</fo:block>") : halves[0];
	char *sequence = sequences ? g_strdup(halves[1])
							   : g_strdup_printf("<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>%s"
												 "</fo:flow></fo:page-sequence>",
												 flow);
	char *xml = g_strdup_printf("<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:gw='" FO_GW_NAMESPACE "' font-family='仿宋'>\n"
								"<fo:layout-master-set>%s%s</fo:layout-master-set>%s</fo:root>",
								masters ? "" : MASTER, masters || sequences ? halves[0] : "", sequence);
	g_free(sequence);
	g_strfreev(halves);
	g_free(content);
	g_strfreev(parts);
	g_free(attribute);
	g_free(quoted);
	return xml;
}

static bool case_changes(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		if (strcmp(cases[i].property, name) != 0)
			continue;
		char *one = filled(cases[i].template, name, cases[i].one), *other = filled(cases[i].template, name, cases[i].other);
		char *before = areas_of(one), *after = areas_of(other);
		bool changed = before && after && strcmp(before, after) != 0;
		if (!before || !after)
			print_error("%s: %s\n%s\n", name, diag_size(hostile.sink) ? diag_get(hostile.sink, 0)->text : "",
						before ? other : one);
		g_free(one);
		g_free(other);
		g_free(before);
		g_free(after);
		return changed;
	}
	return false;
}

static void test_supported_properties_change_pages(void **state)
{
	(void)state;
	char *xml = hostile_fill(hostile_document, UINT_MAX, ""), *plain = areas_of(xml);
	unsigned idle = 0;
	assert_non_null(plain);
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++) {
		const struct fo_row *row = &fo_rows[i];
		if (!row->supported || is_listed(row->name) || case_changes(row->name) || any_value_changes(row, plain))
			continue;
		print_error("%s is marked supported and changes nothing\n", row->name);
		idle++;
	}
	g_free(xml);
	g_free(plain);
	assert_int_equal(idle, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_supported_properties_change_pages)};
	return hostile_run(tests);
}
