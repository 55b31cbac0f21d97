# diplodoc: build, test, install. `make help` lists the targets.
VERSION := 0.1.0

# --- tools and flags ---------------------------------------------------------
CC ?= gcc
PREFIX ?= /usr/local
DESTDIR ?=
BUILD := build$(if $(SAN),-san)
V ?=
Q := $(if $(V),,@)
PKGS := libxml-2.0 libxslt icu-uc icu-i18n jansson libsodium

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
  -Wundef -Wvla -Wformat=2
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
  -fstack-clash-protection -fPIE -fcf-protection
HARDEN_LD := -pie -Wl,-z,relro,-z,now
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all \
  -fno-omit-frame-pointer
CFLAGS ?= -O2 -g
LIBS = $(shell pkg-config --libs $(PKGS))
ALL_CFLAGS = -std=gnu11 $(CFLAGS) $(WARN) $(if $(WERROR),-Werror) \
  $(if $(SAN),$(SANITIZE),$(HARDEN)) -D_GNU_SOURCE -Isrc -fvisibility=hidden \
  $(shell pkg-config --cflags $(PKGS))
ALL_LDFLAGS = $(LDFLAGS) $(if $(SAN),$(SANITIZE),$(HARDEN_LD))

# --- sources: every .c file of src/, by layer --------------------------------
LAYERS := base diag xml model output run cli
SOURCES := src/diplodoc.c $(foreach l,$(LAYERS),$(sort $(wildcard src/$(l)/*.c)))
RESOURCES := $(sort $(wildcard schemas/*.xsd schemas/*.json xslt/*.xsl \
  xslt/*.css xslt/*.xml xslt/common/*.xsl xslt/words/*.xml))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/resources.o
LIBRARY := $(BUILD)/libdiplodoc.a
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))

# --- build -------------------------------------------------------------------
.PHONY: all
all: $(BUILD)/diplodoc ## build the program

$(BUILD)/diplodoc: $(BUILD)/src/cli/main.o $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out $(BUILD)/src/cli/main.o,$(OBJECTS))
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

$(BUILD)/resources.c: $(BUILD)/embed $(RESOURCES)
	@echo "  GEN  $@"
	$(Q)$(BUILD)/embed $(RESOURCES) > $@.tmp && mv $@.tmp $@

$(BUILD)/resources.o: $(BUILD)/resources.c
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

-include $(OBJECTS:.o=.d)

# --- check -------------------------------------------------------------------
APT = gcc make pkg-config libxml2-dev libxml2-utils libxslt1-dev xsltproc libicu-dev \
  libjansson-dev libsodium-dev libcmocka-dev jing perl mandoc zsh fish $(JUDGES)
# The judges of outputs; what is there from elsewhere is not replaced.
JUDGES = $(if $(shell command -v npm),,nodejs npm) \
  $(if $(shell command -v java),,default-jre-headless) \
  $(if $(shell command -v chromium),,chromium)
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: deps judges check clean help
deps: ## install what build and tests need (Debian)
	@dpkg -s $(APT) >/dev/null 2>&1 || { $(SUDO) apt-get update && \
	  $(SUDO) apt-get install -y --no-install-recommends $(APT); }

# Without them, and without a network, their tests say so and are skipped.
NODE_MODULES := tests/judges/node_modules
judges: deps ## install the judges of outputs (npm, by the lock file)
	@cmp -s tests/judges/package-lock.json $(NODE_MODULES)/.installed || { \
	  npm ci --prefix tests/judges --ignore-scripts --no-audit --no-fund && \
	  cp tests/judges/package-lock.json $(NODE_MODULES)/.installed; } || \
	  echo "judges: not all are installed"

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka

.PHONY: picture
picture: $(BUILD)/diplodoc judges ## take the picture of README.md anew
	DIPLODOC=$(BUILD)/diplodoc node tests/judges/picture.mjs \
	  2023-07-13-japan-rok-foreign-ministers.xml docs/page.png

check: deps judges ## build and run every test
	@$(MAKE) --no-print-directory run-tests

.PHONY: run-tests
run-tests: $(BUILD)/diplodoc $(UNITS)
	@DIPLODOC=$(BUILD)/diplodoc CMOCKA_MESSAGE_OUTPUT=TAP prove -e '' \
	  $(UNITS) tests/*.t tests/judges/*.t

clean: ## remove what was built
	rm -rf build build-san

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  \1\t/p' Makefile
