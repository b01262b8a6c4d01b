# Each command sets up by itself what it needs: tools/setup.sh.
SHELL := bash
BIN := .venv/bin
TYPED := reportgen tests $(shell find tools benchmarks -name '*.py' 2>/dev/null | cut -d/ -f1 | sort -u)

.DEFAULT_GOAL := help
.PHONY: help demo templates pictures docs test lint soak bench clean ready ready-dev

help: ## say what can be made
	@sed -nE 's/^([a-z]+):[^#]*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: ready ## make documents from the examples, into out/
	@bash tools/demo.sh

templates: ready ## draw the Word templates anew from the pages
	@$(BIN)/python -m tools.word

pictures: ready ## lay the pages of out/ beside each other, Word and PDF, into build/pictures
	@$(BIN)/python -m tools.side_by_side

docs: ready-dev ## write anew the pages of docs/ that are made of examples, rules and results
	@$(BIN)/python -m tools.errors_doc
	@$(BIN)/python -m tools.form_rules_doc
	@$(BIN)/python -m tools.stamped_doc

test: ready-dev ## run all tests
	$(BIN)/pytest -n auto

lint: ready-dev ## check format, style, types and the house rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports --no-logo

soak: ready-dev ## test again and again with new random examples: make soak MINUTES=10
	@MINUTES=$(MINUTES) bash tools/soak.sh

bench: ready-dev ## measure speed beside what others use instead, into benchmarks/results.md; SCRIPTS="rivals" for one
	@bash benchmarks/rivals.sh
	@$(BIN)/python benchmarks/results.py $(SCRIPTS)

clean: ## remove the documents made and all caches, but not .venv
	rm -rf out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find reportgen tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +

ready:
	@bash tools/setup.sh run

ready-dev:
	@bash tools/setup.sh dev
