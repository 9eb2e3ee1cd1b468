# Everything that is done to Pandu, on a machine with Python 3.11 or newer and make.
# The first call sets up .venv from requirements/*.txt (pinned, with hashes); later calls start at once.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test eval bench storm pictures lint setup lock clean

PYTHON ?=
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# A virtual environment holds absolute paths: one that was moved or copied is made anew.
ifneq ($(wildcard $(VENV)/.made-in),)
ifneq ($(shell cat $(VENV)/.made-in),$(CURDIR))
$(shell rm -rf $(VENV))
endif
endif

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.ready ## the bot on Telegram; without PANDU_TELEGRAM_TOKEN, a try-out in the browser
	@if [ -n "$$PANDU_TELEGRAM_TOKEN" ] || grep -Eqs \
	    "^[[:space:]]*(export[[:space:]]+)?PANDU_TELEGRAM_TOKEN[[:space:]]*=[[:space:]]*[\"']?[^[:space:]\"'#]" .env; \
	then exec $(BIN)/pandu run; else exec $(BIN)/pandu try --open $(ARGS); fi

test: $(VENV)/.ready-to-test ## all tests; ARGS="-k words" passes arguments to pytest
	@$(BIN)/python -m pytest $(ARGS)

eval: $(VENV)/.ready-to-test ## the evaluation set of questions, as a table
	@$(BIN)/python -m tests.evaluation.run $(ARGS)

bench: $(VENV)/.ready-to-test ## replies a second beside a bare echo bot, reminders, and a thousand standards (minutes)
	@$(BIN)/python -m benchmarks.replies $(ARGS)
	@$(BIN)/python -m benchmarks.reminders
	@$(BIN)/python -m benchmarks.standards

storm: $(VENV)/.ready-to-test ## complaints and tasks while the bot is killed again and again (takes minutes)
	@$(BIN)/python -m benchmarks.storm $(ARGS)

pictures: $(VENV)/.ready-to-test ## the README's pictures, from the running try-out (needs Chromium)
	@$(BIN)/python -m tests.page.photographs

lint: $(VENV)/.ready-to-test ## style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

setup: $(VENV)/.ready ## only the set-up: .venv/bin/pandu works after it

lock: ## pin the newest allowed versions anew (needs uv: `pip install uv`)
	@uv=$$(command -v uv || ls $(BIN)/uv 2>/dev/null) || { echo "make lock needs uv: pip install uv" >&2; exit 2; }; \
	compile() { "$$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$$@"; }; \
	compile requirements/build.in --output-file requirements/build.txt && \
	compile pyproject.toml --output-file requirements/run.txt && \
	compile pyproject.toml --group dev --no-strip-extras --constraint requirements/run.txt --output-file requirements/test.txt

clean: ## remove what make and the tools have made (not the data folder)
	rm -rf $(VENV) build dist *.egg-info .coverage htmlcov
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# $(PYTHON) if given, else the first Python on the path that is new enough and can make environments.
$(BIN)/python:
	@rm -rf $(VENV); \
	for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python); do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    found="$$python"; \
	    "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	    echo "Setting up $(VENV) with $$("$$python" --version) (once, about a minute) ..."; \
	    "$$python" -m venv $(VENV) && exit 0; \
	    echo "Pandu: $$python could not make $(VENV); its message stands above." >&2; exit 2; \
	done; \
	if [ -n "$$found" ]; then \
	    echo "Pandu: $$found has no venv module. On Debian or Ubuntu: sudo apt install python3-venv" >&2; \
	else \
	    echo "Pandu needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11" >&2; \
	fi; exit 2

$(VENV)/.ready: pyproject.toml requirements/build.txt requirements/run.txt | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@echo "$(CURDIR)" > $(VENV)/.made-in
	@touch $@

$(VENV)/.ready-to-test: requirements/test.txt $(VENV)/.ready
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@
