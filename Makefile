# The commands of the house: run, test, and what they are made of.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup run test check faults bench lock messages system stories

setup: $(VENV)/.node

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed: as root, run: apt-get install -y python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed, and $(PYTHON) is older."; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); echo "Python's venv module is missing: as root, run: apt-get install -y python3-venv"; exit 1; }

$(VENV)/.node: requirements/node.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/node.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.node
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

run: setup
	$(BIN)/symbiosis up --data data --example

# What the tests need from the system: a real PostgreSQL and a real browser.
system:
	@bash tests/system_packages.sh

test: $(VENV)/.dev system check
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

faults: $(VENV)/.dev system
	$(BIN)/python -m pytest -n 2 --slow

bench: $(VENV)/.dev
	$(BIN)/python -m bench

lock:
	for name in verify node dev; do uv pip compile -q --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; done
