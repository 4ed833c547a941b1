# What one does with a checkout; `make` alone lists it.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PYTHON_HERE := .venv/bin/python
export PYTHON

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

install: .venv/run.stamp  ## set up .venv with what argmap needs to run

run: .venv/run.stamp  ## serve the shipped corpora at a printed address (ARGS="--port 9000")
	@$(PYTHON_HERE) -m argmap.cli serve $(ARGS)

load: .venv/run.stamp  ## take the claim files in claims/ into the store again
	$(PYTHON_HERE) -m argmap.cli load claims/*

test: .venv/test.stamp  ## run the tests (ARGS="-k outline")
	$(PYTHON_HERE) -m pytest $(ARGS)

lint: .venv/test.stamp  ## look for slips and for what ruff would set otherwise
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .

types: .venv/test.stamp  ## check the types of the package
	$(PYTHON_HERE) -m mypy

format: .venv/test.stamp  ## set the code as ruff sets it
	$(PYTHON_HERE) -m ruff check --fix .
	$(PYTHON_HERE) -m ruff format .

goldens: .venv/test.stamp  ## write the golden files anew; read their diff
	$(PYTHON_HERE) -m pytest --update-goldens

catalogues: .venv/test.stamp  ## gather the messages and compile their translations
	$(PYTHON_HERE) docs/make_catalogues.py

bench: .venv/test.stamp  ## measure argmap beside its peers and print the ratios
	$(PYTHON_HERE) -m benchmarks

pictures: .venv/test.stamp  ## take the README's pictures anew (needs a Chromium)
	$(PYTHON_HERE) docs/make_pictures.py

check-corpora: .venv/run.stamp  ## check the shipped claim files
	$(PYTHON_HERE) -m argmap.cli check claims/*

build: .venv/test.stamp  ## make the wheel and the source archive in dist/
	$(PYTHON_HERE) -m hatchling build

check: lint types check-corpora test build  ## everything that has to pass: lint, types, corpora, test, build

lock: pyproject.toml  ## resolve the locked packages anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" --no-emit-index-url --group pyproject.toml:build \
		pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" --no-emit-index-url --constraints requirements.lock \
		--group pyproject.toml:dev --group pyproject.toml:browser --extra postgres \
		pyproject.toml --output-file .ci/tests.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" --no-emit-index-url --constraints .ci/tests.lock \
		--group pyproject.toml:readers --output-file .ci/readers.lock

clean:  ## remove .venv, caches and builds; the store in instance/ stays
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: pyproject.toml requirements.lock
	@.ci/set-up requirements.lock
	@touch $@

.venv/test.stamp: pyproject.toml requirements.lock .ci/tests.lock
	@.ci/set-up requirements.lock .ci/tests.lock $(READERS)
	@touch .venv/run.stamp $@

.PHONY: help install run load test lint types format goldens catalogues bench pictures check-corpora build check lock clean
