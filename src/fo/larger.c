/* larger: lengths of which layout alone knows which is the larger one: max(), min() and abs() of percentages (XSL 5.9.7, 5.10.1). A length is a fixed part, a
 * part of the base, and so many times the larger of two lengths: sums, multiples and differences of such are such again. */
#include "fo/fo_int.h"

static guint hash_larger(gconstpointer larger)
{
	return memory_hash(larger, sizeof(struct fo_larger));
}

static gboolean equal_larger(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct fo_larger)) == 0;
}

static uint64_t size_of(const struct fo_larger *larger)
{
	return larger ? larger->size : 0;
}

/* Equal ones are one, so that styles with them are. */
static const struct fo_larger *intern(struct fo_builder *builder, struct fo_larger larger)
{
	larger.size = 1 + size_of(larger.first.larger) + size_of(larger.second.larger) + size_of(larger.next);
	if (!builder->larger)
		builder->larger = g_hash_table_new(hash_larger, equal_larger);
	const struct fo_larger *found = g_hash_table_lookup(builder->larger, &larger);
	if (found)
		return found;
	struct fo_larger *kept = ARENA_NEW(builder->arena, struct fo_larger);
	*kept = larger;
	g_hash_table_add(builder->larger, kept);
	return kept;
}

const struct fo_larger *fo_larger_of(struct fo_builder *builder, struct fo_length first, struct fo_length second)
{
	return intern(builder, (struct fo_larger){.first = first, .second = second, .times = FO_NANO});
}

/* What comes first in the list is last in the one that is made. */
static const struct fo_larger *put_before(struct fo_builder *builder, const struct fo_larger *list, int64_t numerator,
										  int64_t denominator, const struct fo_larger *others)
{
	for (; list; list = list->next) {
		struct fo_larger more = *list;
		more.times = fo_scaled(list->times, numerator, denominator);
		more.next = others;
		others = more.times ? intern(builder, more) : others;
	}
	return others;
}

const struct fo_larger *fo_larger_scaled(struct fo_builder *builder, const struct fo_larger *list, int64_t numerator,
										 int64_t denominator)
{
	return put_before(builder, list, numerator, denominator, NULL);
}

const struct fo_larger *fo_larger_joined(struct fo_builder *builder, const struct fo_larger *list, const struct fo_larger *others)
{
	return put_before(builder, list, 1, 1, others);
}

len fo_larger_resolve(const struct fo_larger *list, len base)
{
	len sum = 0;
	for (; list; list = list->next)
		sum = len_add(sum, len_scale(MAX(fo_resolve(list->first, base), fo_resolve(list->second, base)), list->times, FO_NANO));
	return sum;
}
