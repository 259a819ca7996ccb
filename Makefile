# Two commands do all set-up on a fresh machine: `make run` and `make test`. Needs Python 3.11 or newer and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SOURCES := $(shell find services gazetteer -type f -not -name '*.pyc' -not -path '*/data/*.bin' 2>/dev/null)

.PHONY: run test browser check unit e2e develop schemas freeze-schemas lock clean help

help: ## Show what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.installed-run ## Everything on this machine, with a sample feed; Ctrl-C ends it
	$(BIN)/tocsin up

test: check browser ## All checks and all tests, against the built wheel, compiled where a C compiler is
	$(BIN)/pytest

check: $(VENV)/.installed-test ## Format, lint, types, imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

browser: ## Chromium for the tests of the console, from Debian where we are root; without it they are skipped
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& { timeout 300 apt-get -qq update && timeout 600 env DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install --yes --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1; } \
		|| echo "no Chromium here: the tests that need one are skipped"

unit: $(VENV)/.installed-test ## The tests that need no broker
	$(BIN)/pytest tests/core tests/schemas

e2e: $(VENV)/.installed-test ## The tests that run the whole system on a real Kafka
	$(BIN)/pytest tests/e2e

develop: $(VENV)/.installed-dev ## An editable install, for working on the code
	$(INSTALL) --no-build-isolation --editable .

schemas: develop ## Write schemas/ anew from the model
	$(BIN)/python -m tools.write_schemas
	$(BIN)/python -m tools.write_config_schemas

freeze-schemas: develop ## At a release: keep what the schemas promise now as what later ones may only add to
	$(BIN)/python -m tools.freeze_schemas

COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

lock: ## Resolve the hashed requirements files anew (needs uv)
	$(COMPILE) --extra local pyproject.toml -o requirements/run.txt
	$(COMPILE) --extra local --group dev --constraint requirements/run.txt pyproject.toml -o requirements/dev.txt
	$(COMPILE) --constraint requirements/run.txt pyproject.toml -o requirements/service.txt
	$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
		| $(COMPILE) --constraint requirements/dev.txt - -o requirements/build.txt

clean: ## Remove everything that was built here
	rm -rf $(VENV) dist build .tocsin .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed-build: requirements/build.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.requirements-run: requirements/run.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/.installed-dev: requirements/dev.txt $(VENV)/.installed-build
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

WHEEL = $(BIN)/python -m hatchling build --target wheel --directory

$(VENV)/.wheel: pyproject.toml hatch_build.py $(SOURCES) $(VENV)/.installed-build
	rm -rf dist/pure
	$(WHEEL) dist/pure
	@touch $@

# With the hot modules of reading as C extensions, which takes minutes of a compiler: `make run` does not wait for it.
$(VENV)/.compiled-wheel: pyproject.toml hatch_build.py hatch_compile.py $(SOURCES) $(VENV)/.installed-build
	rm -rf dist/compiled
	TOCSIN_COMPILE=1 $(WHEEL) dist/compiled
	@touch $@

# Each of these replaces what the others installed, so each forgets that they were made.
INSTALL = rm -f $(VENV)/.installed-run $(VENV)/.installed-test && $(BIN)/pip install --quiet --disable-pip-version-check --no-deps

$(VENV)/.installed-run: $(VENV)/.wheel $(VENV)/.requirements-run
	$(INSTALL) --force-reinstall dist/pure/tocsin-*.whl
	@touch $@

$(VENV)/.installed-test: $(VENV)/.compiled-wheel $(VENV)/.installed-dev
	$(INSTALL) --force-reinstall dist/compiled/tocsin-*.whl
	@touch $@
