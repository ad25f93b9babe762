/* Tests that try many of a kind try one of so many of them where a sanitizer watches, which takes the same code several times as long: all are
 * tried without. */
#ifndef GONGWEN_TESTS_SPARING_H
#define GONGWEN_TESTS_SPARING_H

#ifdef __SANITIZE_ADDRESS__
#define SPARING 4
#else
#define SPARING 1
#endif

#endif
