/* late: libraries that few runs need are loaded at the first call of one of their functions, because binding all their symbols would take
 * longer than a small document. Whoever calls such a function calls the one of that name that LATE_FUNCTION makes. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

void late_find(struct late_library *library, const char *name, void *function)
{
	if (!library->handle)
		library->handle = dlopen(library->name, RTLD_NOW | RTLD_LOCAL);
	*(void **)function = library->handle ? dlsym(library->handle, name) : NULL;
	if (*(void **)function)
		return;
	fprintf(stderr, "gongwen: error G004: %s\n", dlerror());
	exit(3);
}
