# agendaset: `make` builds build/agendaset and build/libagendaset.a; `make help` lists the rest.

# Settings: change them here, or as in `make CC=clang PREFIX=/opt/agendaset`.
CC       = gcc
CFLAGS   = -O2 -g
LDFLAGS  =
PREFIX   = /usr/local
DESTDIR  =
BUILD    = build
# Parts of the command itself where all of these archives are installed: it starts in half
# the time.  `make STATIC=` for shared libraries only
STATIC   = icuuc icudata stdc++ yaml cmark deflate png16 z
# The server whose view of the schemas `make editor` asks for
EDITOR_SERVER = 1.25.0
# `make Q=` shows every command
Q        = @

# Nothing below needs a change to build.
WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes
PACKAGES = libpng yaml-0.1 harfbuzz harfbuzz-subset icu-uc libcmark libdeflate
# Costs in doubles must be the same on every machine: no fused multiply-add.
COMPILE  = $(CC) -std=c11 -D_GNU_SOURCE -ffp-contract=off $(WARNINGS) $(DEFINES) $(CFLAGS) -Isrc \
           $(shell pkg-config --cflags $(PACKAGES)) -MMD -MP
LIBRARIES = -Wl,--as-needed $(shell pkg-config --libs $(PACKAGES)) -lhpdf -lzint -lhyphen -lm
ARCHIVES := $(foreach name,$(STATIC),$(shell $(CC) -print-file-name=lib$(name).a))
ARCHIVES := $(if $(filter-out /%,$(ARCHIVES)),,$(ARCHIVES))
DATA     = $(PREFIX)/share/agendaset

LIBRARY_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/*.c) \
                     $(filter-out src/cli/%,$(wildcard src/*/*.c)))
COMMAND_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))
UNIT_TESTS      := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/unit/*.c tests/unicode/*.c))
FUZZ_TARGETS    := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/fuzz/*.c))
FAULT_TESTS     := $(BUILD)/faults/every_allocation
SOURCES         := $(wildcard src/*.[ch] src/*/*.[ch] tests/unit/*.[ch])

all: $(BUILD)/agendaset ## the command and the library

$(BUILD)/agendaset: $(COMMAND_OBJECTS) $(BUILD)/libagendaset.a
	@echo "  link    $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(ARCHIVES) $(LIBRARIES)

$(BUILD)/libagendaset.a: $(LIBRARY_OBJECTS)
	@echo "  archive $@"
	$(Q)rm -f $@ && ar rcs $@ $^

# For these goals what is missing is installed first, once.
NEEDED := $(if $(filter deps sample check asan valgrind faults bench,$(MAKECMDGOALS)),build/packages)

$(BUILD)/%.o: src/%.c | $(NEEDED)
	@echo "  compile $<" && mkdir -p $(@D)
	$(Q)$(COMPILE) -c -o $@ $<

$(BUILD)/cli/folders.o: DEFINES = -DDATA_FOLDER='"$(DATA)"'

$(UNIT_TESTS): $(BUILD)/%: tests/%.c $(BUILD)/libagendaset.a | $(NEEDED)
	@echo "  compile $<" && mkdir -p $(@D)
	$(Q)$(COMPILE) $(LDFLAGS) -o $@ $< $(BUILD)/libagendaset.a $(LIBRARIES) -lcmocka

$(BUILD)/bench/documents: bench/documents.c $(BUILD)/libagendaset.a
	@echo "  compile $<" && mkdir -p $(@D)
	$(Q)$(COMPILE) $(LDFLAGS) -o $@ $< $(BUILD)/libagendaset.a $(LIBRARIES)

$(FAULT_TESTS): $(BUILD)/%: tests/%.c $(BUILD)/libagendaset.a | $(NEEDED)
	@echo "  compile $<" && mkdir -p $(@D)
	$(Q)$(COMPILE) $(LDFLAGS) -o $@ $< $(BUILD)/libagendaset.a $(LIBRARIES)

build/packages: tools/install-packages tools/fetch-fandol
	tools/install-packages
	@mkdir -p $(@D)
	touch $@

deps: build/packages ## installs what build, sample and tests need

sample: $(BUILD)/agendaset ## build/samples/*.pdf
	$(BUILD)/agendaset build samples/*.yaml -o $(BUILD)/samples/

check: $(BUILD)/agendaset $(UNIT_TESTS) $(FAULT_TESTS) ## all tests
	tests/run $(BUILD)

typography: $(BUILD)/agendaset ## measures lines and pages of the samples and of a stress set
	tests/typography/run $(BUILD)

faults: $(BUILD)/agendaset $(FAULT_TESTS) ## every allocation fails in turn
	STRIDE=1 tests/faults/run $(BUILD)

# Needs clang and libclang-rt-dev; SECONDS_EACH=3600 for a night's work.
SECONDS_EACH = 60
fuzz: ## any bytes as a source, or as Markdown, by libFuzzer, in build/fuzz
	$(MAKE) fuzz-targets BUILD=build/fuzz CC=clang LDFLAGS=-fsanitize=address,undefined \
	    CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow -fno-sanitize-recover=all'
	tests/fuzz/campaign build/fuzz $(SECONDS_EACH)

fuzz-targets: $(FUZZ_TARGETS)

$(FUZZ_TARGETS): $(BUILD)/%: tests/%.c $(BUILD)/libagendaset.a
	@echo "  compile $<" && mkdir -p $(@D)
	$(Q)$(COMPILE) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(BUILD)/libagendaset.a $(LIBRARIES)

asan: ## all tests under AddressSanitizer and UBSan, in build/asan
	$(MAKE) check BUILD=build/asan LDFLAGS= \
	    CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'

valgrind: $(BUILD)/agendaset ## the samples without a leak
	tests/memory/run $(BUILD)

editor: build/editor/package.json ## what an editor shows of samples and layouts (npm, network)
	node tests/editor/ask-server.js build/editor/node_modules/yaml-language-server/bin/yaml-language-server

build/editor/package.json:
	npm install --prefix $(@D) --no-fund --no-audit --loglevel=error yaml-language-server@$(EDITOR_SERVER)

bench: $(BUILD)/agendaset $(BUILD)/bench/documents ## what documents cost, beside the last figures and the peers
	bench/run $(BUILD)

goldens: $(BUILD)/agendaset ## writes the expected outputs of tests/ anew, to be read in the diff
	tests/render/run --update $(BUILD)
	tests/errors/run --update $(BUILD)
	tests/mistakes/run --update $(BUILD)
	tests/stats/run --update $(BUILD)
	tests/language/run --update $(BUILD)
	tests/schema/run --update $(BUILD)
	tests/manual/run --update $(BUILD)

format: ## clang-format over all sources
	clang-format -i $(SOURCES)

lint: ## clang-tidy over all sources
	printf '%s\n' $(filter src/%.c,$(SOURCES)) | xargs -P $$(nproc) -I FILE clang-tidy --quiet FILE -- \
	    -std=c11 -D_GNU_SOURCE -DDATA_FOLDER='""' -Isrc $(shell pkg-config --cflags $(PACKAGES)) 2>/dev/null

install: all ## under PREFIX
	install -D -t $(DESTDIR)$(PREFIX)/bin $(BUILD)/agendaset
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib $(BUILD)/libagendaset.a
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/include src/agendaset.h
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 doc/*.1
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man5 doc/*.5
	install -D -m 644 -t $(DESTDIR)$(DATA)/schema schema/*.json
	install -D -m 644 -t $(DESTDIR)$(DATA)/layouts layouts/*.*
	install -D -m 644 -t $(DESTDIR)$(DATA)/layouts/languages layouts/languages/*.yaml
	install -D -m 644 -t $(DESTDIR)$(DATA)/layouts/import layouts/import/*.yaml
	install -D -m 644 -t $(DESTDIR)$(DATA)/fonts fonts/catalogue.yaml
	install -D -m 644 -t $(DESTDIR)$(DATA)/fonts/fandol fonts/fandol/*.otf

clean: ## removes build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

.PHONY: all deps sample check typography asan valgrind faults fuzz fuzz-targets editor bench goldens format lint install clean help

-include $(patsubst %.o,%.d,$(LIBRARY_OBJECTS) $(COMMAND_OBJECTS)) $(UNIT_TESTS:=.d) $(FAULT_TESTS:=.d)
