# gongwen. `make help` says what can be made. Missing Debian packages are installed at the first run (.ci/deps).

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
# What compresses the PDFs' streams, libdeflate or zlib, and how hard: 0 (not) to 12 (zlib: 9). Another choice, other bytes.
DEFLATE ?= libdeflate
DEFLATE_LEVEL ?= 1
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
ifeq ($(filter -j% --jobserver%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(JOBS)
endif

# SAN=1: the same tree with AddressSanitizer and UndefinedBehaviorSanitizer, in a folder of its own.
ifdef SAN
BUILD := build-san
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
# Built and run in half the time of -O2 -g; a report's stack has its lines all the same.
CFLAGS ?= -O1 -g1
# Finding the lines of the stacks of leaks that are suppressed takes longer than most runs: a test that fails is run again with them.
export ASAN_OPTIONS ?= symbolize=0
export LSAN_OPTIONS ?= suppressions=tests/lsan.supp:print_suppressions=0
AGAIN = || { echo "== $* again, with the lines of stacks"; ASAN_OPTIONS=symbolize=1 $*; exit 1; }
else
BUILD := build
endif

ifeq ($(filter help clean,$(MAKECMDGOALS)),)
include $(BUILD)/config.mk
endif

MODULES := libxml-2.0 libxslt libexslt glib-2.0 gobject-2.0 pangocairo pangoft2 cairo cairo-ft cairo-svg fontconfig freetype2 harfbuzz harfbuzz-subset libdeflate nettle zlib icu-uc icu-i18n gio-2.0
# Loaded at first use (src/base/late.c): headers only.
LATE_MODULES := librsvg-2.0 gdk-pixbuf-2.0 poppler-glib
TEST_MODULES := cmocka poppler-glib

CPPFLAGS += -D_GNU_SOURCE -Isrc $(MODULE_CFLAGS) -DGONGWEN_VERSION='"$(VERSION)"'
CFLAGS ?= -O2 -g
CFLAGS += -std=c17 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror $(SANITIZE)
LDLIBS = $(MODULE_LIBS) -lgmp -lhyphen -lm

SOURCES := $(filter-out src/main.c src/pdf/deflate_%.c,$(wildcard src/*.c src/*/*.c)) src/pdf/deflate_$(DEFLATE).c
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
LIBRARY := $(BUILD)/libgongwen.a
PROGRAM := $(BUILD)/gongwen
TESTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/*_test.c tests/*/*/*_test.c))
BENCH := $(BUILD)/tests/bench/bench
FORMATTED := $(wildcard src/*.[ch] src/*/*.[ch] tests/*/*.[ch] tests/*/*/*.[ch])

.PHONY: all
all: $(PROGRAM)

# ---- configuration: packages present, flags known (make restarts itself when this file is new) ----

$(BUILD)/config.mk: .ci/packages Makefile
	@.ci/deps
	@mkdir -p $(BUILD)
	@printf 'MODULE_CFLAGS := %s\nMODULE_LIBS := %s\nTEST_CFLAGS := %s\nTEST_LIBS := %s\n' \
	  "$$(pkg-config --cflags $(MODULES) $(LATE_MODULES))" "$$(pkg-config --libs $(MODULES))" \
	  "$$(pkg-config --cflags $(TEST_MODULES))" "$$(pkg-config --libs $(TEST_MODULES))" > $@.new
	@mv $@.new $@

# ---- the program ----

$(BUILD)/obj/%.o: src/%.c $(BUILD)/config.mk
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

# New when the choice is.
CHOICE := $(BUILD)/obj/deflate-$(DEFLATE)-$(DEFLATE_LEVEL)
$(CHOICE):
	@mkdir -p $(@D)
	@rm -f $(BUILD)/obj/deflate-*
	@touch $@

$(BUILD)/obj/pdf/deflate.o: CPPFLAGS += -DDEFLATE_LEVEL=$(DEFLATE_LEVEL)
$(BUILD)/obj/pdf/deflate.o: $(CHOICE)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

$(PROGRAM): $(BUILD)/obj/main.o $(LIBRARY)
	@echo "  LINK  $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

# ---- samples ----

.PHONY: samples
samples: $(PROGRAM)
	for year in samples/*/year.xml; do \
	  $(PROGRAM) build $$year -o build/samples/$$(basename $$(dirname $$year)) -j $(JOBS) || exit 1; done
	$(PROGRAM) build samples/gbt9704/*.xml -o build/samples/gbt9704 -j $(JOBS)
	@for fo in $(wildcard samples/fo/*.fo samples/typesetting/*.fo); do \
	  out=build/samples/$$(basename $$(dirname $$fo))/$$(basename $$fo .fo).pdf; \
	  echo "$(PROGRAM) fo $$fo -o $$out"; $(PROGRAM) fo $$fo -o $$out || exit 1; done

# A picture of each kind of document, for the README.
SAMPLE := build/samples/weifang-2005
PICTURES := agreement:agriculture-1 circular:3 brief:1 notice:1 transfer:1 receipt:1 award:1 score-sheet:agriculture feedback:3
.PHONY: pictures
pictures: samples
	@mkdir -p docs/pictures
	@for picture in $(PICTURES); do \
	  pdftoppm -r 40 -f 1 -l 1 -singlefile -png $(SAMPLE)/$${picture%%:*}/$${picture#*:}.pdf docs/pictures/$${picture%%:*} || exit 1; done

# What of XSL-FO is supported, from the tables of src/fo.
docs/support.md: $(PROGRAM)
	$(PROGRAM) help support > $@.new && mv $@.new $@

# The reference of the year's vocabulary, from the schema's own words.
docs/vocabulary.md: docs/vocabulary.xsl templates/scheme/year.xsd
	xsltproc --nonet $^ > $@.new && mv $@.new $@

# ---- tests ----

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  TEST  $<"
	@$(CC) $(CPPFLAGS) -Itests $(TEST_CFLAGS) $(CFLAGS) -MMD -MP -DGONGWEN_PROGRAM='"$(PROGRAM)"' $< $(LIBRARY) $(LDLIBS) $(TEST_LIBS) -o $@

.PHONY: check check-tests check-sanitizers check-layers check-docs check-format
check:
	@$(MAKE) --no-print-directory check-layers check-docs check-format $(BENCH) check-tests
	@$(MAKE) --no-print-directory check-sanitizers
	@echo "check: all passed"

# Every test program, with the project's root as its folder, several at a time; all are run, and those that fail are named.
# What they write stands in build/tests, whether they are sanitized or not.
check-tests: $(PROGRAM) $(TESTS)
	@$(MAKE) --no-print-directory --keep-going --output-sync=target $(TESTS:%=run-%)

.PHONY: $(TESTS:%=run-%)
$(TESTS:%=run-%): run-%:
	@mkdir -p build/tests/layout
	@echo "== $*"; $* $(AGAIN)

check-sanitizers:
	@$(MAKE) --no-print-directory SAN=1 check-tests

check-layers:
	tests/layers.sh

check-docs: $(PROGRAM)
	tests/docs.sh
	tests/snippets.sh $(PROGRAM)

check-format:
	@echo clang-format --dry-run
	@clang-format --dry-run --Werror $(FORMATTED)

# ---- benchmark, formatting, installation ----

.PHONY: bench format install clean help
bench: $(PROGRAM) $(BENCH)
	$(BENCH) $(CASES)

format:
	clang-format -i $(FORMATTED)

install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gongwen
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/gongwen
	cp -R templates fonts $(DESTDIR)$(PREFIX)/share/gongwen/
	install -d $(DESTDIR)$(PREFIX)/share/doc/gongwen $(DESTDIR)$(PREFIX)/share/man/man1
	cp -R README.md LICENSE docs samples $(DESTDIR)$(PREFIX)/share/doc/gongwen/
	install -m 644 docs/gongwen.1 $(DESTDIR)$(PREFIX)/share/man/man1/

clean:
	rm -rf build build-san

help:
	@echo 'make            build build/gongwen (installs missing Debian packages first)'
	@echo '                DEFLATE=zlib, DEFLATE_LEVEL=0…12: how PDFs are compressed (libdeflate, 1)'
	@echo 'make samples    make every sample document, into build/samples/'
	@echo 'make pictures   redraw docs/pictures from the samples'
	@echo 'make check      all tests: units, layout, PDFs, sanitizers, layers, docs, formatting'
	@echo '                check-tests, -sanitizers, -layers, -docs, -format: a part of them'
	@echo '                SAN=1: what is made is built with sanitizers, into build-san/'
	@echo 'make bench      the benchmark; CASES="scale": long documents; "widths": pages of two widths; "files": long batches; CASES="lines one …": some of it'
	@echo 'make format     clang-format the sources'
	@echo 'make docs/support.md docs/vocabulary.md'
	@echo '                the lists that are made from the tables of src/fo and from the schema'
	@echo 'make install    PREFIX=/usr/local DESTDIR='
	@echo 'make clean      remove what was built'

-include $(OBJECTS:.o=.d) $(BUILD)/obj/main.d $(TESTS:=.d)
