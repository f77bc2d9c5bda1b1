# The verbs of the project. `make` alone lists them.
PYTHON ?= python3.11
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help install run test check demo clean requirements

help: ## List the verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

install: $(STAMP) ## Make the environment .venv with what the site needs

run: $(STAMP) ## Install, migrate, load the demo content once, index, and serve on 127.0.0.1:$(PORT)
	@PORT=$(PORT) sh .ci/serve

demo: $(STAMP) ## Load the demo content (an invented county); what is there already stays
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_demo

test: $(DEV_STAMP) ## Install what the tests need, system packages too, and run them
	sh .ci/system-packages browser
	$(BIN)/pytest -n 2 $(PYTEST_ARGS)

check: $(DEV_STAMP) ## Lint, format, types, architecture, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --check --lint --quiet themes pages importers site
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(MANAGE) makemigrations --check --dry-run --settings yici.settings.test

clean: ## Remove the environment and caches; var/ with the data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

requirements: ## Compile requirements/*.txt from *.in with hashes (needs uv on the PATH)
	cd requirements && for set in runtime dev; do \
	  uv pip compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    $$set.in -o $$set.txt; done

$(VENV)/bin/python:
	sh .ci/system-packages python
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(VENV)/bin/python requirements/runtime.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(DEV_STAMP): $(STAMP) requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@
