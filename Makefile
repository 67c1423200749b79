# Needs make and Python 3.11 or newer; everything else is installed into .venv, pinned and checked by hash.
# Paths are relative throughout, so that a checkout may stand in a folder with spaces in its name.

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3
BIN := .venv/bin
UV ?= uv

# Each stamp is newer than what it was installed from, so a second run sets nothing up.
RUN := .venv/.ready-to-run
DEV := .venv/.ready-to-develop

# Twice --quiet: errors only.
INSTALL := $(BIN)/python -m pip install --quiet --quiet
INSTALL_PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help bench site serve test check fix docs lock clean
# Two goals at once would install into the same .venv.
.NOTPARALLEL:
# A half-made environment must not pass for a whole one.
.DELETE_ON_ERROR:

help: ## show this list
	@echo "usage: make GOAL [PYTHON=/path/to/python3]"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-7s %s\n", $$1, $$2 }' Makefile

site: $(RUN) ## build README.md and site/
	@$(BIN)/awesome-heads build
	@echo "Look at it: open site/index.html, or run make serve"

serve: $(RUN) ## show the site in the browser, rebuilt on every save
	@$(BIN)/awesome-heads serve

test: $(DEV) ## run the tests and measure how much of the code they reach
	@$(BIN)/pytest --numprocesses auto --dist worksteal --cov

# The published schemas, as they ship with the checker: nothing is fetched.
SCHEMA := $(BIN)/check-jsonschema --quiet --builtin-schema
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

check: $(DEV) ## look for faults in the code and in what runs on GitHub
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet .github action.yml .pre-commit-hooks.yaml
	@$(SCHEMA) vendor.github-workflows .github/workflows/*.yml
	@$(SCHEMA) vendor.github-actions action.yml
	@$(SCHEMA) vendor.dependabot .github/dependabot.yml
	@$(if $(FORMS),$(SCHEMA) vendor.github-issue-forms $(FORMS))

fix: $(DEV) ## mend what of that can be mended by itself
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(DEV) ## write the pages, schemas and issue form that follow from the code and the vocabularies
	@$(BIN)/python tools/reference.py

bench: $(DEV) ## measure how long checking takes, as ratios on made-up records
	@$(BIN)/python bench/check.py

PIN = $(UV) pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --annotation-style line --custom-compile-command "make lock"

lock: ## pin the newest versions in requirements/ (needs uv)
	@command -v "$(UV)" >/dev/null || { echo "make lock needs uv: pipx install uv, or UV=/path/to/uv" >&2; exit 1; }
	@$(PIN) --group build --output-file requirements/run.txt
	@$(PIN) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

clean: ## remove site/, .venv and every cache
	@rm -rf site .venv build dist htmlcov .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@rm -f .coverage .coverage.*
	@find src tests tools -type d -name __pycache__ -prune -exec rm -rf {} +

$(RUN): requirements/run.txt pyproject.toml $(BIN)/python | README.md
	@echo "Setting up .venv ..."
	@$(INSTALL) --require-hashes --requirement requirements/run.txt
	@$(INSTALL_PROJECT)
	@touch $@

# requirements/dev.txt holds all of run.txt, so both are ready afterwards.
$(DEV): requirements/dev.txt pyproject.toml $(BIN)/python | README.md
	@echo "Setting up .venv with the test tools ..."
	@$(INSTALL) --require-hashes --requirement requirements/dev.txt
	@$(INSTALL_PROJECT)
	@touch $(RUN) $@

$(BIN)/python:
	@for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
	    if "$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        exec "$$python" -m venv --clear .venv; \
	    fi; \
	done; \
	exec >&2; \
	echo "awesome-heads needs Python 3.11 or newer with its venv module. Looked for: $(or $(PYTHON),$(PYTHONS))"; \
	echo "  Debian, Ubuntu:  sudo apt install python3 python3-venv"; \
	echo "  Fedora:          sudo dnf install python3"; \
	echo "  macOS:           brew install python"; \
	echo "Or name one that you have: make GOAL PYTHON=/path/to/python3"; \
	exit 1

# The build writes the README, but installing the project reads it: an empty one will do until then.
README.md:
	@touch $@
