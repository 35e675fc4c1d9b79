# make run   sets everything up and serves the site on http://127.0.0.1:8000/
# make test  sets everything up and runs every test
# The rest is for people who work on the code: see docs/developers/.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
DATA_DIR ?= var
# Half as many again as there are processors, for a test in a browser mostly waits; tests of
# one file share the site it serves.
PROCESSES := $(shell expr $$(getconf _NPROCESSORS_ONLN) \* 3 / 2)
PYTEST_ARGS ?= --numprocesses $(PROCESSES) --dist loadfile --no-loadscope-reorder
BIN := .venv/bin

MIGRATIONS := $(wildcard */migrations/*.py)

.PHONY: run test test-sqlite test-postgres lint format requirements screenshots image-check clean

run: export DEBUG = 1
run: export BASE_URL = http://$(ADDRESS)
run: $(DATA_DIR)/ready
	@DATA_DIR=$(DATA_DIR) $(BIN)/python manage.py run $(ADDRESS)

test: test-sqlite test-postgres

# Tests keep their uploads and database to themselves; this is for what start-up makes.
test-sqlite test-postgres: export DEBUG = 1
test-sqlite test-postgres: export DATA_DIR := $(DATA_DIR)/test

test-sqlite: .venv/ready
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# The same tests on a PostgreSQL of their own, or on the one that DATABASE_URL names.
test-postgres: .venv/ready
	$(BIN)/python -m tests.with_postgres $(BIN)/python -m pytest -m "not any_database" $(PYTEST_ARGS)

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djangofmt --check .
	$(BIN)/djangofmt check .
	$(BIN)/ty check

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djangofmt .

# Pins what pyproject.toml asks for, with hashes, for every Python from 3.11 on.
PIN := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-annotate --no-emit-index-url --custom-compile-command "make requirements" pyproject.toml
requirements: .venv/ready
	$(PIN) --output-file requirements.txt >/dev/null
	$(PIN) --group dev --constraint requirements.txt --output-file requirements-dev.txt >/dev/null

# Every kind of page, for docs/, and what editors see, for their handbook.
screenshots: export DEBUG = 1
screenshots: export DATA_DIR := $(DATA_DIR)/test
screenshots: export PHOTOGRAPHS = docs/screenshots
screenshots: .venv/ready
	$(BIN)/python -m pytest tests/browser/test_photographs.py tests/browser/test_newcomer.py $(PYTEST_ARGS)

image-check:
	deploy/image-check

clean:
	rm -rf .venv $(DATA_DIR)

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# What the site needs, and what working on it needs beside that.
.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("This needs Python 3.11 or later, which this is not. Name one that is: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/ready: .venv/site requirements-dev.txt
	$(INSTALL) -r requirements-dev.txt
	@touch $@

$(DATA_DIR)/ready: .venv/site $(MIGRATIONS)
	@mkdir -p $(DATA_DIR)
	DATA_DIR=$(DATA_DIR) $(BIN)/python manage.py migrate --verbosity 0
	DATA_DIR=$(DATA_DIR) $(BIN)/python manage.py setup_site
	DATA_DIR=$(DATA_DIR) $(BIN)/python manage.py update_index --verbosity 0
	@touch $@
