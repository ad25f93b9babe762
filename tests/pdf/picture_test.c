/* Pictures in the finished PDF, through the real program and pdfimages: src/pdf/image.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cairo.h>
#include <cmocka.h>
#include <glib.h>

#include "run.h"

#define FOLDER "build/tests/pdf-pictures"
#define HEAD                                                                                                                     \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' "                                                                     \
	"xmlns:gw='urn:gongwen:fo'><fo:layout-master-set><fo:simple-page-master master-name='a4'"                                    \
	" page-width='210mm' page-height='297mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"                   \
	"<fo:page-sequence master-reference='a4'><fo:flow flow-name='xsl-region-body'>"
#define END "</fo:flow></fo:page-sequence></fo:root>"

/* Formats the FO and runs the command in its folder; its output. g_free() it. */
static char *after(const char *content, const char *command)
{
	char *fo = g_strconcat(HEAD, content, END, NULL);
	char *line = g_strdup_printf("\"$GONGWEN\" fo " FOLDER "/in.fo --resource-dir tests/layout/graphic -o " FOLDER "/out.pdf && "
								 "cd " FOLDER " && %s",
								 command);
	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	struct run copied = run_shell("cp tests/layout/graphic/*.png tests/layout/graphic/*.jpg tests/layout/graphic/*.svg " FOLDER);
	run_free(&copied);
	assert_true(g_file_set_contents(FOLDER "/in.fo", fo, -1, NULL));
	struct run run = run_shell(line);
	if (run.status != 0)
		fail_msg("exit status %d: %s", run.status, run.err);
	char *out = g_strdup(run.out);
	run_free(&run);
	g_free(line);
	g_free(fo);
	return out;
}

/* pdfimages -list: columns of each image: page num type width height color comp bpc enc interp object … */
static void test_jpeg_goes_through(void **state)
{
	char *out = after(
		"<fo:block><fo:external-graphic src='photo.jpg'/></fo:block>",
		"pdfimages -list out.pdf | awk 'NR > 2 {print $3, $4, $5, $9}'; pdfimages -j out.pdf x && cmp x-000.jpg photo.jpg");
	(void)state;
	assert_string_equal(out, "image 36 18 jpeg\n");
	g_free(out);
}

static void test_a_picture_is_stored_once(void **state)
{
	char *out = after(
		"<fo:block><fo:external-graphic src='plain.png'/><fo:external-graphic src='plain.png' content-width='20pt'/>"
		"</fo:block><fo:block break-before='page'><fo:external-graphic src='./plain.png'/></fo:block>",
		"pdfimages -list out.pdf | awk 'NR > 2 {print $11}' | sort -u | wc -l");
	(void)state;
	assert_int_equal(atoi(out), 1);
	g_free(out);
}

static void write_large(const char *name, double red)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4000, 3000);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, red, 0, 0);
	cairo_paint(cairo);
	cairo_destroy(cairo);
	assert_int_equal(cairo_surface_write_to_png(surface, name), CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(surface);
}

/* The pixels of two large ones are more than are held at a time: the first, let go meanwhile, is still known. */
static void test_a_picture_is_stored_once_beside_large_ones(void **state)
{
	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	write_large(FOLDER "/large-a.png", 0.25);
	write_large(FOLDER "/large-b.png", 0.75);
	char *out = after("<fo:block><fo:external-graphic src='plain.png'/></fo:block>"
					  "<fo:block><fo:external-graphic src='large-a.png' content-width='90mm'/></fo:block>"
					  "<fo:block break-before='page'><fo:external-graphic src='large-b.png' content-width='90mm'/></fo:block>"
					  "<fo:block break-before='page'><fo:external-graphic src='plain.png'/></fo:block>",
					  "pdfimages -list out.pdf | awk 'NR > 2 {print $11}' | sort -u | wc -l");
	(void)state;
	assert_int_equal(atoi(out), 3);
	g_free(out);
}

static void test_transparency_stays(void **state)
{
	char *out = after("<fo:block><fo:external-graphic src='alpha.png'/></fo:block>",
					  "pdfimages -list out.pdf | awk 'NR > 2 {print $3}' | tr '\\n' ' '");
	(void)state;
	assert_string_equal(out, "image smask ");
	g_free(out);
}

static void test_svg_stays_drawing(void **state)
{
	char *out = after("<fo:block><fo:external-graphic src='mark.svg'/></fo:block>",
					  "pdfimages -list out.pdf | awk 'NR > 2' | wc -l");
	(void)state;
	assert_int_equal(atoi(out), 0);
	g_free(out);
}

/* The colours of a small picture of the page say what was painted. */
static void test_it_is_seen(void **state)
{
	char *out = after(
		"<fo:block line-height='0pt'><fo:instream-foreign-object content-width='210mm'><svg "
		"xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='#00ff00'/></svg>"
		"</fo:instream-foreign-object></fo:block>",
		"pdftoppm -r 10 out.pdf p && tail -c +15 p-1.ppm | head -c 3 | od -An -tu1 | tr -s ' '");
	(void)state;
	assert_string_equal(g_strstrip(out), "0 255 0");
	g_free(out);
}

static void test_same_bytes(void **state)
{
	char *out = after("<fo:block background-image='url(alpha.png)'><fo:external-graphic src='mark.svg'/><fo:external-graphic "
					  "src='photo.jpg'/><fo:external-graphic src='alpha.png'/></fo:block>",
					  "mv out.pdf first.pdf");
	(void)state;
	g_free(out);
	out = after("<fo:block background-image='url(alpha.png)'><fo:external-graphic src='mark.svg'/><fo:external-graphic "
				"src='photo.jpg'/><fo:external-graphic src='alpha.png'/></fo:block>",
				"cmp out.pdf first.pdf && echo same");
	assert_string_equal(out, "same\n");
	g_free(out);
}

/* The drawing is kept for the whole file, which must not hold what marks a link. */
static void test_links_in_svg_are_drawn(void **state)
{
	char *out = after("<fo:block line-height='0pt'><fo:instream-foreign-object content-width='210mm'><svg "
					  "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>"
					  "<a xlink:href='https://example.com/'><rect width='10' height='10' fill='#00ff00'/></a></svg>"
					  "</fo:instream-foreign-object></fo:block>",
					  "pdftoppm -r 10 out.pdf p && tail -c +15 p-1.ppm | head -c 3 | od -An -tu1 | tr -s ' '");
	(void)state;
	assert_string_equal(g_strstrip(out), "0 255 0");
	g_free(out);
}

/* How many figures readers are told of, and in which words. */
#define FIGURES                                                                                                                  \
	"qpdf --qdf --object-streams=disable out.pdf - | grep -ac '/S /Figure'; qpdf --check out.pdf | grep -c 'No syntax'"

/* The first picture of a page is no furniture because a rule stands before it. */
static void test_a_rule_before_a_picture(void **state)
{
	char *out = after("<fo:block><fo:leader leader-pattern='rule' leader-length='20mm'/><fo:external-graphic src='plain.png' "
					  "gw:alt='图'/></fo:block>",
					  FIGURES);
	(void)state;
	assert_string_equal(out, "1\n1\n");
	g_free(out);
}

/* Rules, borders, backgrounds are what a figure shows, in blocks and lines, turned and clipped; one that shows nothing is said. */
static void test_figures_without_pictures(void **state)
{
	char *out = after(
		"<fo:block role='Figure' gw:alt='1'><fo:leader leader-pattern='rule' leader-length='20mm'/></fo:block>"
		"<fo:block role='Figure' gw:alt='2'><fo:leader leader-pattern='rule' rule-style='dashed' leader-length='9mm'/></fo:block>"
		"<fo:block role='Figure' gw:alt='3' border='1pt solid red'/>"
		"<fo:block-container role='Figure' gw:alt='4' height='9mm' background-color='blue'><fo:block/></fo:block-container>"
		"<fo:block-container role='Figure' gw:alt='5' height='9mm' width='9mm' reference-orientation='90' overflow='hidden'"
		" border='1pt solid red'><fo:block><fo:leader leader-pattern='rule' leader-length='5mm'/></fo:block></fo:block-container>"
		"<fo:block>x<fo:inline role='Figure' gw:alt='6'><fo:leader leader-pattern='rule' leader-length='9mm'/></fo:inline>"
		"<fo:inline role='Figure' gw:alt='7' border='1pt solid red'>&#xA0;</fo:inline></fo:block>",
		FIGURES);
	(void)state;
	assert_string_equal(out, "7\n1\n");
	g_free(out);
}

/* Where a figure lies is where the figures in it do. */
static void test_figures_in_figures(void **state)
{
	char *out = after(
		"<fo:block role='Figure' gw:alt='外'><fo:block role='Figure' gw:alt='内'><fo:external-graphic src='plain.png' "
		"gw:alt='图'/></fo:block></fo:block>",
		"qpdf --qdf --object-streams=disable out.pdf - | grep -ac '/BBox \\['");
	(void)state;
	assert_string_equal(out, "3\n");
	g_free(out);
}

static void test_a_figure_of_nothing_is_said(void **state)
{
	char *out = after("<fo:block role='Figure' gw:alt='空'/><fo:block>x</fo:block>", "true");
	struct run run = run_shell("\"$GONGWEN\" fo --lang en " FOLDER "/in.fo -o " FOLDER "/out.pdf");
	(void)state;
	assert_non_null(strstr(run.err, "warning G707"));
	assert_non_null(strstr(run.err, "Figure → —"));
	run_free(&run);
	g_free(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_jpeg_goes_through),
		cmocka_unit_test(test_a_picture_is_stored_once),
		cmocka_unit_test(test_a_picture_is_stored_once_beside_large_ones),
		cmocka_unit_test(test_transparency_stays),
		cmocka_unit_test(test_svg_stays_drawing),
		cmocka_unit_test(test_it_is_seen),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_links_in_svg_are_drawn),
		cmocka_unit_test(test_a_rule_before_a_picture),
		cmocka_unit_test(test_figures_without_pictures),
		cmocka_unit_test(test_a_figure_of_nothing_is_said),
		cmocka_unit_test(test_figures_in_figures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
