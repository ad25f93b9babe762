/* pack: a finished page in a few bytes a glyph, and back. Pages wait so for their turn to be drawn: what repeats from one area to the next (tag,
 * place, box, face, size) is written once, numbers are written as differences, and most of a line's glyphs stand where the ones before let
 * expect them. Pointers to what outlives pages are kept as they are, so a pack is good only in its own process. */
#include "area/pack_int.h"

/* An area begins with its kind and these; AREA_KIND_COUNT: there is no further child. */
enum area_sign { SIGN_TAG = 1, SIGN_PLACE = 2, SIGN_BOX = 4, SIGN_NEW_BOX = 8, SIGN_ID = 16, SIGN_CHILDREN = 32, SIGN_COPY = 64 };
#define KIND_BITS  4
#define FIRST_ROOM 4096 /* bytes: a page of little text */
_Static_assert(AREA_KIND_COUNT < 1 << KIND_BITS, "kinds fit");

/* ---- boxes ---- */

static void pack_background(struct packed *out, const struct area_background *picture)
{
	put_number(out, picture ? 1u + (unsigned)picture->repeat_x * 2u + (unsigned)picture->repeat_y * 4u : 0u);
	if (!picture)
		return;
	put_pointer(out, picture->image);
	put_signed(out, picture->x);
	put_signed(out, picture->y);
	put_signed(out, picture->x_percent);
	put_signed(out, picture->y_percent);
}

static const struct area_background *unpack_background(struct unpacker *unpacker)
{
	uint64_t signs = get_number(unpacker);
	if (!signs)
		return NULL;
	struct area_background *picture = ARENA_NEW(unpacker->arena, struct area_background);
	picture->repeat_x = signs & 2;
	picture->repeat_y = signs & 4;
	picture->image = get_pointer(unpacker);
	picture->x = get_len(unpacker);
	picture->y = get_len(unpacker);
	picture->x_percent = get_len(unpacker);
	picture->y_percent = get_len(unpacker);
	return picture;
}

static void pack_box(struct packed *out, const struct area_box *box)
{
	for (int side = 0; side < 4; side++) {
		put_number(out, box->border[side].style);
		put_signed(out, box->border[side].width);
		put_number(out, box->border[side].color);
		put_signed(out, box->beyond[side]);
	}
	put_number(out, box->background);
	pack_background(out, box->picture);
}

static const struct area_box *unpack_box(struct unpacker *unpacker)
{
	struct area_box *box = ARENA_NEW(unpacker->arena, struct area_box);
	for (int side = 0; side < 4; side++) {
		box->border[side].style = (enum area_line_style)get_number(unpacker);
		box->border[side].width = get_len(unpacker);
		box->border[side].color = (area_color)get_number(unpacker);
		box->beyond[side] = get_len(unpacker);
	}
	box->background = (area_color)get_number(unpacker);
	box->picture = unpack_background(unpacker);
	return box;
}

/* ---- what a kind has of its own ---- */

static void pack_picture(struct packed *out, const struct area_picture *picture)
{
	put_number(out, (unsigned)picture->clip + (unsigned)picture->smooth * 2u);
	put_pointer(out, picture->image);
	put_signed(out, picture->x);
	put_signed(out, picture->y);
	put_signed(out, picture->width);
	put_signed(out, picture->height);
}

static const struct area_picture *unpack_picture(struct unpacker *unpacker)
{
	struct area_picture *picture = ARENA_NEW(unpacker->arena, struct area_picture);
	uint64_t signs = get_number(unpacker);
	picture->clip = signs & 1;
	picture->smooth = signs & 2;
	picture->image = get_pointer(unpacker);
	picture->x = get_len(unpacker);
	picture->y = get_len(unpacker);
	picture->width = get_len(unpacker);
	picture->height = get_len(unpacker);
	return picture;
}

static void pack_own(struct packer *packer, const struct area *area)
{
	switch (area->kind) {
	case AREA_REGION:
		put_pointer(packer->out, area->region.name);
		put_number(packer->out, area->region.kind);
		break;
	case AREA_LINE:
		put_signed(packer->out, area->baseline);
		break;
	case AREA_TEXT:
		pack_text(packer, area->text);
		break;
	case AREA_IMAGE:
		pack_picture(packer->out, area->picture);
		break;
	case AREA_RULE:
	case AREA_DOT:
		put_number(packer->out, area->color);
		break;
	case AREA_TURNED:
		put_signed(packer->out, area->turn);
		break;
	case AREA_LINK:
		put_pointer(packer->out, area->link.uri);
		put_pointer(packer->out, area->link.id);
		break;
	default:
		break;
	}
}

static void unpack_own(struct unpacker *unpacker, struct area *area)
{
	switch (area->kind) {
	case AREA_REGION:
		area->region.name = get_pointer(unpacker);
		area->region.kind = (enum area_region_kind)get_number(unpacker);
		break;
	case AREA_LINE:
		area->baseline = get_len(unpacker);
		break;
	case AREA_TEXT:
		area->text = unpack_text(unpacker);
		break;
	case AREA_IMAGE:
		area->picture = unpack_picture(unpacker);
		break;
	case AREA_RULE:
	case AREA_DOT:
		area->color = (area_color)get_number(unpacker);
		break;
	case AREA_TURNED:
		area->turn = (int)get_signed(unpacker);
		break;
	case AREA_LINK:
		area->link.uri = get_pointer(unpacker);
		area->link.id = get_pointer(unpacker);
		break;
	default:
		break;
	}
}

/* ---- areas ---- */

static bool same_place(const struct place *a, const struct place *b)
{
	return a->file == b->file && a->line == b->line && a->col == b->col;
}

static unsigned signs_of(const struct packer *packer, const struct area *area)
{
	unsigned signs = area->tag == packer->last.tag ? 0 : SIGN_TAG;
	signs |= same_place(&area->place, &packer->last.place) ? 0 : SIGN_PLACE;
	signs |= area->box ? SIGN_BOX : 0;
	signs |= area->box && area->box != packer->last.box ? SIGN_NEW_BOX : 0;
	signs |= area->id ? SIGN_ID : 0;
	signs |= area->copy ? SIGN_COPY : 0;
	return signs | (area->first_child ? SIGN_CHILDREN : 0);
}

static void pack_areas(struct packer *packer, const struct area *area)
{
	struct packed *out = packer->out;
	for (; area; area = area->next) {
		unsigned signs = signs_of(packer, area);
		put_number(out, signs << KIND_BITS | (unsigned)area->kind);
		put_signed(out, area->x);
		put_signed(out, area->y);
		put_signed(out, area->width);
		put_signed(out, area->height);
		if (signs & SIGN_TAG)
			put_pointer(out, packer->last.tag = area->tag);
		if (signs & SIGN_PLACE) {
			packer->last.place = area->place;
			put_pointer(out, area->place.file);
			put_signed(out, area->place.line);
			put_signed(out, area->place.col);
		}
		if (signs & SIGN_NEW_BOX)
			pack_box(out, packer->last.box = area->box);
		if (signs & SIGN_ID)
			put_pointer(out, area->id);
		if (signs & SIGN_COPY)
			put_number(out, area->copy);
		pack_own(packer, area);
		if (signs & SIGN_CHILDREN)
			pack_areas(packer, area->first_child);
	}
	put_number(out, AREA_KIND_COUNT);
}

static struct area *unpack_area(struct unpacker *unpacker, uint64_t head);

/* Gives the last; *first: the first. */
static struct area *unpack_areas(struct unpacker *unpacker, struct area **first)
{
	struct area *last = NULL, **at = first;
	for (uint64_t head; (head = get_number(unpacker)) != AREA_KIND_COUNT; at = &last->next)
		*at = last = unpack_area(unpacker, head);
	return last;
}

static struct area *unpack_area(struct unpacker *unpacker, uint64_t head)
{
	struct area *area = ARENA_NEW(unpacker->arena, struct area);
	struct last *last = &unpacker->last;
	uint64_t signs = head >> KIND_BITS;
	area->kind = (enum area_kind)(head & ((1 << KIND_BITS) - 1));
	area->x = get_len(unpacker);
	area->y = get_len(unpacker);
	area->width = get_len(unpacker);
	area->height = get_len(unpacker);
	if (signs & SIGN_TAG)
		last->tag = get_pointer(unpacker);
	if (signs & SIGN_PLACE) {
		last->place.file = get_pointer(unpacker);
		last->place.line = (int)get_signed(unpacker);
		last->place.col = (int)get_signed(unpacker);
	}
	if (signs & SIGN_NEW_BOX)
		last->box = unpack_box(unpacker);
	area->tag = last->tag;
	area->place = last->place;
	area->box = signs & SIGN_BOX ? last->box : NULL;
	area->id = signs & SIGN_ID ? get_pointer(unpacker) : NULL;
	area->copy = signs & SIGN_COPY ? (unsigned)get_number(unpacker) : 0;
	unpack_own(unpacker, area);
	if (signs & SIGN_CHILDREN)
		area->last_child = unpack_areas(unpacker, &area->first_child);
	return area;
}

/* ---- pages ---- */

struct bytes area_pack(const struct area_page *page)
{
	struct packed bytes = {.data = g_malloc(FIRST_ROOM), .room = FIRST_ROOM}, *out = &bytes;
	struct packer packer = {.out = out};
	put_number(out, page->index);
	put_signed(out, page->number);
	put_bytes(out, page->label ? page->label : "", page->label ? strlen(page->label) : 0);
	put_pointer(out, page->master);
	put_number(out, page->blank);
	put_signed(out, page->width);
	put_signed(out, page->height);
	pack_areas(&packer, page->first_area);
	return (struct bytes){g_realloc(bytes.data, bytes.size), bytes.size};
}

struct area_page *area_unpack(struct bytes packed, struct arena *arena)
{
	struct unpacker unpacker = {.at = (const unsigned char *)packed.data, .arena = arena};
	struct area_page *page = ARENA_NEW(arena, struct area_page);
	uint32_t label_size;
	page->index = (unsigned)get_number(&unpacker);
	page->number = (int)get_signed(&unpacker);
	page->label = get_bytes(&unpacker, &label_size);
	page->master = get_pointer(&unpacker);
	page->blank = get_number(&unpacker) != 0;
	page->width = get_len(&unpacker);
	page->height = get_len(&unpacker);
	page->last_area = unpack_areas(&unpacker, &page->first_area);
	return page;
}
