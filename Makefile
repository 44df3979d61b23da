# The commands of the house: `make run` serves a node with the worked example, `make test` is what CI runs.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
PORT ?= 8000
SOURCES := src tests tools crosscheck conftest.py $(wildcard bench)

.PHONY: setup run test check lint types faults crosscheck bench bench-counting bench-ballots messages lock system clean-data

setup: $(VENV)/.node

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is missing: as root, run: apt-get install -y python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed and $(PYTHON) is older: name another with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: as root, run: apt-get install -y python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# The stamps are newer than what they were made from, so that a second run does nothing.
$(VENV)/.node: requirements/node.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once; a minute or two on a slow line)"
	@$(PIP) --require-hashes -r requirements/node.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.node
	@echo "Adding what tests and checks need"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

run: setup
	@$(BIN)/symbiosis up --data data --example --port $(PORT)

# A real PostgreSQL and a real browser: installed where we may, else one sentence says what to run.
system:
	@bash tests/system_packages.sh

test: $(VENV)/.dev system check
	$(BIN)/python -m pytest -n 2

check: lint types
	$(BIN)/lint-imports --no-cache
	@SYMBIOSIS_DATA=$$(mktemp -d) DJANGO_SETTINGS_MODULE=symbiosis.node.settings \
	  $(BIN)/django-admin makemigrations --check --dry-run
	@$(BIN)/python tools/messages.py --check

lint: $(VENV)/.dev
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types: $(VENV)/.dev
	$(BIN)/mypy

# The long forms: every byte, every kill.
faults: $(VENV)/.dev system
	$(BIN)/python -m pytest -n 2 --slow

# Other people's counting, in an environment of its own: it is large, and nothing of it is needed to run or to test.
CROSS := .venv-crosscheck
$(CROSS)/.ready: requirements/crosscheck.txt requirements/crosscheck-data.txt | $(BIN)/python
	@echo "Setting up $(CROSS) (once; 1.5 GB)"
	@$(PYTHON) -m venv $(CROSS)
	@$(CROSS)/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes -r requirements/crosscheck.txt
	@mkdir -p $(CROSS)/data
	@$(CROSS)/bin/python -m pip download --quiet --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation \
	  --no-binary :all: --require-hashes -r requirements/crosscheck-data.txt --dest $(CROSS)/data
	@for file in $(CROSS)/data/*.tar.gz; do tar -xzf $$file -C $(CROSS)/data; done
	@touch $@

crosscheck: $(CROSS)/.ready
	@bash tests/system_packages.sh crosscheck
	$(CROSS)/bin/python -m pytest -q -n 2 -c crosscheck/pytest.ini crosscheck

bench-counting: $(CROSS)/.ready
	@bash tests/system_packages.sh crosscheck
	PYTHONPATH=src $(CROSS)/bin/python -m bench.counting

bench-ballots: $(VENV)/.dev system
	$(BIN)/python -m bench.ballots

bench: $(VENV)/.dev system
	$(BIN)/python -m bench

# Take marked strings into the catalogues and compile them.
messages: $(VENV)/.dev
	$(BIN)/python tools/messages.py

lock: $(VENV)/.dev
	@command -v $(BIN)/uv >/dev/null || $(PIP) uv
	for name in verify node dev crosscheck; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --no-header --no-annotate requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

# Get rid of the example and everything else on the node in data/.
clean-data:
	rm -rf data
