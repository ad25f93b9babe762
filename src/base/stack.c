/* stack: room for walks over deep trees, which are plain recursion. */
#include <sys/resource.h>

#include "base/base.h"

size_t stack_allow(size_t size)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_STACK, &limit) != 0)
		return 0;
	if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= size)
		return size;
	limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || limit.rlim_max >= size ? size : limit.rlim_max;
	return setrlimit(RLIMIT_STACK, &limit) == 0 ? (size_t)limit.rlim_cur : 0;
}
