# SPDX-License-Identifier: MIT
# diplodoc: build, test, install. `make help` lists the targets.
VERSION := $(shell sed -n 's/.*DIPLODOC_VERSION "\(.*\)"/\1/p' src/diplodoc.h)

# --- Debian packages; COMMAND=PACKAGE where another source will do -----------
BUILD_APT := gcc gettext libc6-dev libcmark-dev libhunspell-dev libicu-dev libjansson-dev libsodium-dev libpcre2-dev libxml2-dev \
  libxslt1-dev pkg-config tzdata
TEST_APT := ca-certificates chromium=chromium clang-format fish fonts-dejavu \
  fonts-noto-cjk git=git hunspell-en-gb hunspell-en-us hunspell-fr iso-codes java=default-jre-headless jing libcmocka-dev \
  libxml2-utils mandoc node=nodejs npm=npm perl strace=strace valgrind xsltproc zsh
SCALE_APT := munge openssh-client openssh-server parallel=parallel slurm-wlm
LINT_APT := clang=clang shellcheck=shellcheck
BENCH_APT := jing libsaxonhe-java libxml2-utils python3-lxml valgrind xmlstarlet xsltproc
SID_APT := debootstrap

# --- tools and flags ---------------------------------------------------------
PREFIX ?= /usr/local
BUILD := build$(if $(SAN),-san)
Q := $(if $(V),,@)
PKGS := libxml-2.0 libxslt icu-uc icu-i18n hunspell libpcre2-8 libsodium jansson libcmark

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wvla -Wformat=2
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fPIE -fcf-protection
HARDEN_LD := -pie -Wl,-z,relro,-z,now
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DDD_FREE_AT_EXIT
CFLAGS ?= -O2 -g
LIBS = $(shell pkg-config --libs $(PKGS)) -lm
ALL_CFLAGS = -std=gnu11 $(CFLAGS) $(WARN) $(if $(WERROR),-Werror) \
  $(if $(SAN),$(SANITIZE),$(HARDEN)) -D_GNU_SOURCE -Isrc -fvisibility=hidden \
  $(shell pkg-config --cflags $(PKGS))
ALL_LDFLAGS = $(LDFLAGS) $(if $(SAN),$(SANITIZE),$(HARDEN_LD))

# --- sources: every .c file of src/, by layer --------------------------------
LAYERS := base diag xml model language import check output run report cli
SOURCES := $(sort $(wildcard src/*.c)) $(foreach l,$(LAYERS),$(sort $(wildcard src/$(l)/*.c)))
RESOURCES := $(sort $(wildcard schemas/*.xsd schemas/*.json xslt/*.xsl \
  src/report/*.css xslt/*.css xslt/*.xml data/places.tsv xslt/common/*.xsl xslt/import/*.xsl xslt/words/*.xml))
CATALOGUES := $(patsubst po/%.po,$(BUILD)/po/%.mo,$(sort $(wildcard po/*.po)))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/resources.o
# Not in the library: main(), and malloc() for all that main() calls.
PROGRAM := $(BUILD)/src/cli/main.o $(BUILD)/src/cli/allocation.o
LIBRARY := $(BUILD)/libdiplodoc.a
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))

# --- build -------------------------------------------------------------------
.PHONY: all demo check check-oom check-scale check-sid soak fuzz run-tests lint picture bench install uninstall clean help check-faults check-kills
all: $(BUILD)/diplodoc ## build the program

$(BUILD)/diplodoc: $(PROGRAM) $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out $(PROGRAM),$(OBJECTS))
	@echo "  AR   $@"
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/embed: tools/embed.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) -std=gnu11 -O1 $(WARN) -o $@ $<

$(BUILD)/po/%.mo: po/%.po
	@mkdir -p $(@D)
	@echo "  MSG  $<"
	$(Q)msgfmt --check-format --check-domain --no-hash -o $@ $<

$(BUILD)/resources.c: $(BUILD)/embed $(RESOURCES) $(CATALOGUES)
	@echo "  GEN  $@"
	$(Q)$(BUILD)/embed $(RESOURCES) $(foreach c,$(CATALOGUES),$(c:$(BUILD)/%=%)=$(c)) > $@.tmp && mv $@.tmp $@

$(BUILD)/resources.o: $(BUILD)/resources.c
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

-include $(OBJECTS:.o=.d)

# --- the two commands of a fresh clone ---------------------------------------
demo: ## install what is missing, build, validate and convert the samples
	@tools/install-packages $(BUILD_APT)
	@$(MAKE) --no-print-directory all
	@tools/demo $(BUILD)/diplodoc build/demo

check: ## install what is missing, build, run every test (SAN=1: sanitizers)
	@tools/install-packages $(BUILD_APT)
	@tools/install-packages $(TEST_APT) || $(OR_SKIP)
	@$(MAKE) --no-print-directory run-tests

# --- test --------------------------------------------------------------------
# What cannot be installed makes its tests skip; where CI is true they fail.
OR_SKIP := { echo "Some tests will be skipped."; test "$(CI)" != true; }
JUDGES := tests/judges/node_modules/.stamp
# Sanitizers find nothing in tests that read sources, valgrind, which counts
# instructions, runs no program built with them, they allocate themselves, and
# they are slow where every call is traced.
NO_SAN := tests/lint/% tests/house-cost.t tests/import-growth.t tests/budget.t tests/oom.t tests/faults.t tests/full.t
TESTS := $(filter-out $(if $(SAN),$(NO_SAN)),$(sort $(wildcard tests/*.t)) $(sort $(wildcard tests/*/*.t)))
PROCESSORS := $(shell nproc)

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka

# Fails allocations, see tests/oom.t.
FAIL_ALLOCATION := $(BUILD)/tests/fail_allocation.so
$(FAIL_ALLOCATION): tests/oom/fail_allocation.c
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(CC) -std=gnu11 -O2 $(WARN) -D_GNU_SOURCE -fPIC -shared -o $@ $<

check-oom: $(BUILD)/diplodoc $(FAIL_ALLOCATION) ## fail every single allocation, which takes some minutes
	@OOM=all DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -v -e perl tests/oom.t

check-faults: $(BUILD)/diplodoc ## fail and kill every single call that writes, which takes some minutes
	@FAULTS=all DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -v -e perl tests/faults.t

check-kills: $(BUILD)/diplodoc ## kill a batch at 500 random times and resume it
	@KILLS=500 DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -v -e perl tests/resume.t

FUZZERS := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_SHARED := $(addprefix tests/fuzz/lib/,fuzz.c reports.c words.c) $(LIBRARY)
MAKE_FUZZER = $(CC) $(ALL_CFLAGS) -Itests/fuzz $(ALL_LDFLAGS) -o $@ $(filter %.c,$^) $(LIBRARY) $(LIBS)

# A fuzz target that takes what it is given, for inputs that were found.
$(BUILD)/tests/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/lib/replay.c $(FUZZ_SHARED)
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(MAKE_FUZZER)

# libFuzzer with clang's sanitizers, in a folder of its own. SECONDS chooses how
# long each target runs; what it finds is left in build-fuzz/TARGET/.
FUZZ_SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS := CC=clang BUILD=build-fuzz HARDEN="-fsanitize=fuzzer-no-link $(FUZZ_SANITIZE)" \
  HARDEN_LD="-fsanitize=fuzzer $(FUZZ_SANITIZE)" CFLAGS="-O1 -g -fno-omit-frame-pointer -DDD_FREE_AT_EXIT"
FUZZ_DOCUMENTS := locate validate check convert schematron house
FUZZ_TARGETS := $(addprefix fuzz-,text html gate record $(FUZZ_DOCUMENTS))

$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_SHARED)
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(MAKE_FUZZER)
$(FUZZ_DOCUMENTS:%=$(BUILD)/fuzz_%): tests/fuzz/lib/mutator.c

check-scale: $(BUILD)/diplodoc ## run contrib/ for real: GNU parallel over ssh, and Slurm
	@tools/install-packages $(SCALE_APT)
	@DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -v -e perl tests/scale/scale.pl

soak: $(BUILD)/diplodoc ## work for MINUTES (30) in one process, a hostile document in a hundred
	@DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -v -e perl tests/scale/soak.pl

check-sid: $(BUILD)/diplodoc $(JUDGES) ## build and test with the libraries of Debian unstable, as root
	@tools/install-packages $(SID_APT)
	@tools/check-sid $<

.PHONY: fuzz-build $(FUZZ_TARGETS)
fuzz: fuzz-build ## damage what is read, with sanitizers; SECONDS=60 for each target
	@$(MAKE) --no-print-directory -j2 $(FUZZ_TARGETS)

fuzz-build:
	@tools/install-packages $(BUILD_APT) clang=clang libclang-rt-dev
	@$(MAKE) --no-print-directory -j$(PROCESSORS) $(FUZZ_FLAGS) $(FUZZERS:%=build-fuzz/%)

$(FUZZ_TARGETS): fuzz-%:
	@tests/fuzz/run.sh $* $(or $(SECONDS),60)

$(JUDGES): tests/judges/package-lock.json
	@echo "  NPM  $<"
	@cd tests/judges && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && \
	  touch $(@:tests/judges/%=%) || $(OR_SKIP)

run-tests: $(BUILD)/diplodoc $(BUILD)/stages $(FAIL_ALLOCATION) $(UNITS) $(FUZZERS:%=$(BUILD)/tests/%) $(JUDGES) ## run the tests with what is there
	@DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc SAN=$(SAN) STAGES=$(CURDIR)/$(BUILD)/stages LANGUAGE=en \
	  CMOCKA_MESSAGE_OUTPUT=TAP prove -j$(PROCESSORS) -e '' $(UNITS) $(TESTS)

lint: ## read the code: rules of the house, gcc, clang, shellcheck
	@tools/install-packages $(BUILD_APT) $(TEST_APT) $(LINT_APT)
	@$(MAKE) --no-print-directory all WERROR=1
	@$(MAKE) --no-print-directory all WERROR=1 CC=clang BUILD=build-clang
	@shellcheck -s sh -S warning -e SC1090,SC2154 $$(grep -lr '^#!/bin/sh' tools tests/*.t tests/*/*.t tests/fuzz .ci)
	@DIPLODOC=$(CURDIR)/$(BUILD)/diplodoc prove -e '' tests/lint/*.t

picture: $(BUILD)/diplodoc $(JUDGES) ## take the picture of README.md anew
	DIPLODOC=$< node tests/judges/picture.mjs 2023-07-13-japan-rok-foreign-ministers.xml docs/page.png

# --- install -----------------------------------------------------------------
# Each as SOURCE:TARGET, the target below PREFIX; folders inner ones first.
DOCS := docs/rules/ docs/
SAMPLES := samples/house/ samples/photos/ samples/
INSTALL_FILES := src/diplodoc.h:include/diplodoc.h $(LIBRARY):lib/libdiplodoc.a \
  $(BUILD)/diplodoc.pc:lib/pkgconfig/diplodoc.pc \
  completions/diplodoc.bash:share/bash-completion/completions/diplodoc \
  completions/_diplodoc:share/zsh/site-functions/_diplodoc \
  completions/diplodoc.fish:share/fish/vendor_completions.d/diplodoc.fish \
  $(foreach f,$(wildcard man/*.1),$(f):share/$(subst man/,man/man1/,$(f))) \
  $(foreach f,$(wildcard man/*.7),$(f):share/$(subst man/,man/man7/,$(f))) \
  $(foreach f,$(wildcard schemas/*),$(f):share/diplodoc/$(f)) \
  $(foreach f,README.md CHANGELOG.md CONTRIBUTING.md LICENSE $(wildcard $(DOCS:%=%*.*) $(SAMPLES:%=%*.*) ci/*.* ci/github/* contrib/*/*),$(f):share/doc/diplodoc/$(f))
OWN_FOLDERS := share/diplodoc/schemas share/diplodoc \
  $(patsubst %/,share/doc/diplodoc/%,$(DOCS) $(SAMPLES) ci/github/ ci/ contrib/parallel/ contrib/slurm/ contrib/) share/doc/diplodoc
TARGET := $(DESTDIR)$(PREFIX)

install: $(BUILD)/diplodoc $(LIBRARY) $(BUILD)/diplodoc.pc ## install below DESTDIR and PREFIX
	$(Q)install -D $(BUILD)/diplodoc "$(TARGET)/bin/diplodoc"
	$(Q)for each in $(INSTALL_FILES); do \
	  install -D -m 644 "$${each%%:*}" "$(TARGET)/$${each#*:}" || exit 1; done

uninstall: ## remove what install put there
	$(Q)for each in :bin/diplodoc $(INSTALL_FILES); do \
	  rm -f "$(TARGET)/$${each#*:}" || exit 1; done
	$(Q)for each in $(OWN_FOLDERS); do \
	  rmdir --ignore-fail-on-non-empty "$(TARGET)/$$each" 2>/dev/null; done; :

# The library is a static one, so whoever links it needs all that it uses.
.PHONY: $(BUILD)/diplodoc.pc
$(BUILD)/diplodoc.pc:
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include' \
	  'libdir=$${prefix}/lib' '' 'Name: diplodoc' 'Version: $(VERSION)' \
	  'Description: validate and convert diplomatic meeting summaries' \
	  'Requires: $(PKGS)' 'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -ldiplodoc -lm' > $@

bench: $(BUILD)/diplodoc $(BUILD)/cpu-time $(BUILD)/stages ## measure against the plain tools
	@tools/install-packages $(BENCH_APT)
	@tools/bench/stages $(BUILD)/stages
	@tools/bench/cold $(BUILD)/diplodoc $(BUILD)/cpu-time
	@tools/bench/batch $<

$(BUILD)/stages: tools/stages.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/cpu-time: tools/cpu-time.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) -std=gnu11 -O2 $(WARN) -D_GNU_SOURCE -o $@ $<

clean: ## remove what was built
	rm -rf build build-san build-clang build-fuzz

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20
