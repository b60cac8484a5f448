# `make run` starts everything on this machine; `make test` proves it. `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
# How much of a load or a measurement is run: 1 is the whole.
export SCALE ?= 1
PY := .venv/bin/python
UNITS := resrec tests --ignore tests/promises --ignore tests/journeys
# The modules of bench/ that `make bench` runs, one after the other.
BENCHES := pages library hundred_thousand growth eight_years documents search
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: help run install test needs check format units units-postgres site requirements messages load bench search-quality synthesis-quality clean

help: ## list what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

run: .venv/core.stamp $(CATALOGUES) ## start the site, its worker and a development identity provider
	@exec $(PY) manage.py serve

install: .venv/core.stamp $(CATALOGUES) ## fetch what the site runs on, and start nothing

# ---- what has to be there ------------------------------------------------------------------

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; say which: make run PYTHON=python3.12"; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "Python cannot make virtual environments here (Debian: python3-venv)."; exit 1; }

.venv/core.stamp: requirements/core.txt | .venv/bin/python
	@echo "Installing what the site runs on (once; under a minute) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/core.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/core.stamp
	@echo "Installing what the tests need (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

%.mo: %.po | .venv/core.stamp
	@echo "Compiling $< …"
	@$(PY) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

# ---- tests ---------------------------------------------------------------------------------

# Every part runs even when one before it failed; the whole fails when one did.
test: needs ## everything: format, lint, types, imports, units on both databases, promises, journeys
	@failed=; \
	for part in check units units-postgres "load SCALE=0.05" "bench SCALE=0.05" site; do \
	  echo "== make $$part"; \
	  $(MAKE) --no-print-directory $$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi

needs: .venv/dev.stamp $(CATALOGUES)
	@tests/needs

check: .venv/dev.stamp ## format, lint, types and directions of import
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

units: .venv/dev.stamp $(CATALOGUES) ## units on SQLite
	$(PY) -m pytest $(UNITS) -q -n 2

units-postgres: .venv/dev.stamp $(CATALOGUES) ## units on PostgreSQL
	$(PY) tests/postgres.py $(UNITS) -q -n 2

site: .venv/dev.stamp $(CATALOGUES) ## promises of the whole site, and journeys in a real browser
	$(PY) -m pytest tests/promises -q -n 2
	$(PY) -m pytest tests/journeys -q

load: .venv/dev.stamp $(CATALOGUES) ## many readers, many reporters, and many reporters while web or worker is killed
	$(PY) -m bench.load
	$(PY) -W ignore -m bench.killing

bench: .venv/dev.stamp $(CATALOGUES) ## how fast pages are, and how the site bears ten thousand reports
	@tests/needs wrk
	@failed=; \
	for part in $(BENCHES); do \
	  echo "== bench.$$part"; \
	  $(PY) -W ignore -m bench.$$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi

search-quality: .venv/dev.stamp ## how well search answers the judged queries, beside plain FTS5
	@$(PY) -W ignore -m bench.search

synthesis-quality: .venv/dev.stamp ## how much of what is known a suggested draft tells, beside plain ways
	@$(PY) manage.py measure_synthesis bench/synthesis/pairs.jsonl
	@$(PY) manage.py measure_synthesis bench/synthesis/held_out.jsonl
	@$(PY) manage.py measure_synthesis bench/synthesis/varied.jsonl

# ---- care ----------------------------------------------------------------------------------

format: .venv/dev.stamp ## put the sources into the one format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

requirements: | .venv/bin/python ## compile requirements/*.in into hashed files, without host names
	$(PY) -m pip install --quiet uv
	for part in core dev; do .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  requirements/$$part.in -o requirements/$$part.txt; done

messages: .venv/core.stamp ## bring the French and Spanish catalogues up to date (needs gettext)
	$(PY) manage.py makemessages -l fr -l es --ignore .venv --ignore build --no-wrap
	$(MAKE) --no-print-directory $(CATALOGUES)

clean: ## remove what was made, but not the data
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete
