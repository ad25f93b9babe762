/* rsvg: the functions of librsvg that SVG pictures need. Most documents have none. */
#include "image/image_int.h"

static struct late_library rsvg = {.name = "librsvg-2.so.2"};

LATE_FUNCTION(rsvg, RsvgHandle *, rsvg_handle_new_from_stream_sync,
			  (GInputStream * input, GFile *base, RsvgHandleFlags flags, GCancellable *cancellable, GError **error),
			  (input, base, flags, cancellable, error))
LATE_PROCEDURE(rsvg, rsvg_handle_set_dpi, (RsvgHandle * handle, double dpi), (handle, dpi))
LATE_PROCEDURE(rsvg, rsvg_handle_get_intrinsic_dimensions,
			   (RsvgHandle * handle, gboolean *has_width, RsvgLength *width, gboolean *has_height, RsvgLength *height,
				gboolean *has_box, RsvgRectangle *box),
			   (handle, has_width, width, has_height, height, has_box, box))
LATE_FUNCTION(rsvg, gboolean, rsvg_handle_render_document,
			  (RsvgHandle * handle, cairo_t *cairo, const RsvgRectangle *viewport, GError **error),
			  (handle, cairo, viewport, error))
