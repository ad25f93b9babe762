/* poppler: the functions of poppler-glib that reading back calls. Only audit and compare need them. */
#include "reader/reader_int.h"

static struct late_library poppler = {.name = "libpoppler-glib.so.8"};

LATE_FUNCTION(poppler, GQuark, poppler_error_quark, (void), ())
LATE_FUNCTION(poppler, PopplerDocument *, poppler_document_new_from_bytes, (GBytes * bytes, const char *password, GError **error),
			  (bytes, password, error))
LATE_FUNCTION(poppler, int, poppler_document_get_n_pages, (PopplerDocument * document), (document))
LATE_FUNCTION(poppler, PopplerPage *, poppler_document_get_page, (PopplerDocument * document, int index), (document, index))
LATE_PROCEDURE(poppler, poppler_page_get_size, (PopplerPage * page, double *width, double *height), (page, width, height))
LATE_PROCEDURE(poppler, poppler_page_render, (PopplerPage * page, cairo_t *cairo), (page, cairo))
LATE_FUNCTION(poppler, char *, poppler_page_get_text, (PopplerPage * page), (page))
LATE_FUNCTION(poppler, gboolean, poppler_page_get_text_layout,
			  (PopplerPage * page, PopplerRectangle **rectangles, guint *rectangle_count), (page, rectangles, rectangle_count))
LATE_FUNCTION(poppler, GList *, poppler_page_get_text_attributes, (PopplerPage * page), (page))
LATE_PROCEDURE(poppler, poppler_page_free_text_attributes, (GList * list), (list))
LATE_FUNCTION(poppler, GList *, poppler_page_get_link_mapping, (PopplerPage * page), (page))
LATE_PROCEDURE(poppler, poppler_page_free_link_mapping, (GList * list), (list))
