# One line of help stands behind each target: `make` lists them.

PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
POFILES := $(wildcard locale/*/LC_MESSAGES/*.po)
MOFILES := $(POFILES:.po=.mo)
# The drivers of the larger engines are installed only where one of them is named.
RUN := $(VENV)/$(if $(DATABASE_URL)$(REDIS_URL)$(S3_URL),.scale,.run)
export BASE_URL ?= http://$(HOST):$(PORT)

.PHONY: help demo serve worker test check soak bench strings messages schema lock reset ci

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

demo: $(RUN) $(MOFILES) ## load sample data where missing and serve it (PORT=8000)
	@$(MANAGE) demo --host $(HOST) --port $(PORT)

serve: $(RUN) $(MOFILES) ## serve the database at hand, without loading anything
	@$(MANAGE) demo --no-load --host $(HOST) --port $(PORT)

worker: $(RUN) ## run the jobs that wait: letters, pictures, old place names
	@$(MANAGE) worker

test: $(VENV)/.dev $(MOFILES) ## the quick tests, under five minutes on two cores
	@$(VENV)/bin/pytest -m "not slow and not race and not soak and not browser$(if $(DATABASE_URL),, and not postgresql)"

check: $(VENV)/.dev ## lint, format, arrows, migrations, lock files
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports
	@$(MANAGE) makemigrations --check --dry-run
	@! grep -n '://' requirements*.lock

soak: $(VENV)/.dev $(MOFILES) ## the long races and kills, an hour or so
	@$(VENV)/bin/pytest -m soak

bench: $(VENV)/.dev $(MOFILES) ## measure speed beside the peers: a table, and var/bench.json (BENCH=--quick)
	@$(PY) -m tests.bench $(BENCH)

strings: $(RUN) ## take new strings into locale/en and name those without English
	@$(MANAGE) strings

messages: $(MOFILES) ## compile the translations

schema: $(VENV)/.dev ## write the schema snapshots anew (PostgreSQL's too if DATABASE_URL is set)
	@rm -rf var/schema
	@env -u DATABASE_URL VAR_DIR=$(CURDIR)/var/schema $(MANAGE) migrate --no-snapshot --verbosity 0
	@env -u DATABASE_URL VAR_DIR=$(CURDIR)/var/schema $(MANAGE) schema_snapshot
	@if [ -n "$$DATABASE_URL" ]; then \
		$(MANAGE) migrate --no-snapshot --verbosity 0 && $(MANAGE) schema_snapshot; fi

lock: $(VENV)/.dev ## choose versions anew and write the lock files
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) pyproject.toml --group scale -o requirements-scale.lock
	@$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	@echo 'uv>=0.13' | $(LOCK) - -o requirements-uv.lock

reset: ## delete the demo's database and files (asks first; RESET=yes does not)
	@if [ "$(RESET)" = yes ]; then answer=yes; else \
		printf 'This deletes the folder var/ with its database and pictures. Type yes: '; \
		read -r answer; fi; \
	if [ "$$answer" = yes ]; then rm -rf var && echo 'Deleted.'; else echo 'Nothing was deleted.'; fi

ci: ## everything a change must pass
	@.ci/run

# What follows is made, not asked for.

LOCK := $(VENV)/bin/uv pip compile --upgrade --universal --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --no-annotate --quiet

$(VENV)/bin/uv:
	@echo 'Making an environment in $(VENV) (once)'
	@$(PYTHON) -m venv $(VENV) || { \
		echo 'Python cannot make an environment here. On Debian: apt install python3-venv'; exit 1; }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-uv.lock

$(VENV)/.run: requirements.lock | $(VENV)/bin/uv
	@echo 'Installing $<'
	@$(VENV)/bin/uv pip install --quiet --python $(PY) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.scale: requirements-scale.lock | $(VENV)/bin/uv
	@echo 'Installing $<'
	@$(VENV)/bin/uv pip install --quiet --python $(PY) --require-hashes -r requirements-scale.lock
	@touch $@ $(VENV)/.run

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/uv
	@echo 'Installing $<'
	@$(VENV)/bin/uv pip install --quiet --python $(PY) --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.run $(VENV)/.scale

%.mo: %.po | $(RUN)
	@$(VENV)/bin/pybabel --quiet compile --input-file $< --output-file $@
