# Every target sets up what it needs, so each works as the first command in a fresh clone.
# A POSIX shell and GNU make 3.81 (the one macOS has) are enough.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.11 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo "$$p"; break; }; done)

BIN := $(VENV)/bin
READY := $(VENV)/.facilitui-ready

# What a person has set for their own terminal must not change what the tests see; and a program
# that the tests start again and again is compiled once.
FIXED_ENV := env -u NO_COLOR -u TEXTUAL_THEME -u FACILITUI_HOME -u PYTHONDONTWRITEBYTECODE \
	TERM=xterm-256color COLORTERM=truecolor TZ=UTC PYTHONUTF8=1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run demo test check static format-check lint types contracts format \
	bench torture pictures clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "facilitui needs Python 3.11 or newer;" \
		"name one with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Setting up $(VENV) (once, and again when the dependencies change) ..."
	@"$(BIN)/python" -m pip --version >/dev/null 2>&1 || "$(PYTHON)" -m venv "$(VENV)"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check \
		-c constraints.txt -e '.[all,dev]'
	@touch "$@"

setup: $(READY) ## make or refresh the environment

run: $(READY) ## open the application (without a terminal: the demonstration)
	@if [ -t 0 ] && [ -t 1 ]; then "$(BIN)/facilitui"; else \
		echo "No terminal is attached, so this runs the demonstration instead."; \
		"$(BIN)/facilitui" demo; fi

demo: $(READY) ## go through a whole session without a screen
	@"$(BIN)/facilitui" demo

test: $(READY) ## run all tests
	$(FIXED_ENV) "$(BIN)/python" -m pytest --timeout=60

check: static test ## everything that must hold: format, lint, types, contracts, tests

static: format-check lint types contracts ## the part of check that runs no tests

format-check: $(READY)
	@"$(BIN)/ruff" format --check --quiet . || { echo "make format puts it right" >&2; exit 1; }

lint: $(READY)
	"$(BIN)/ruff" check --quiet .

types: $(READY)
	"$(BIN)/python" -m mypy

contracts: $(READY)
	"$(BIN)/lint-imports"

format: $(READY) ## rewrite the code in the project's format
	"$(BIN)/ruff" check --quiet --fix-only .
	"$(BIN)/ruff" format .

bench: $(READY) ## time it against a minimal application (minutes; leave the machine alone)
	"$(BIN)/python" -m benchmarks

torture: $(READY) ## long runs that try to lose data
	$(FIXED_ENV) "$(BIN)/python" -m pytest -n 0 -m torture --timeout=900
	$(FIXED_ENV) FACILITUI_EXAMPLES=500 "$(BIN)/python" -m pytest tests/core --timeout=900

pictures: $(READY) ## every screen, size and state as a picture into pictures/
	$(FIXED_ENV) "$(BIN)/python" -m tests.pictures

clean: ## remove caches, builds and pictures (not the environment)
	rm -rf build dist pictures snapshot_report.html .coverage htmlcov
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find facilitui tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
