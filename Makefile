# Two commands matter: `make report` and `make test`. `make help` lists the rest.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
EXAMPLE ?= mira-okafor
JOB ?= ranking-mle
BENCH ?= ../shared/bench

.PHONY: help report judged test check coverage lint types imports examples layouts jobs personal seeds pages pictures bench bench-parse bench-render bench-analyze bench-batch vectors chaos hostile fuzz audit clean

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 18

report: $(VENV)/.compiled ## a report from an example; sets up all it needs
	@mkdir -p out
	$(BIN)/reportgen examples/people/$(EXAMPLE).pdf examples/jobs/$(JOB).txt -o out/$(EXAMPLE).pdf --verbose
	@echo "Your report: out/$(EXAMPLE).pdf"

test: $(VENV)/.ready-dev ## all tests
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: lint types imports test ## what CI runs

lint: $(VENV)/.ready-dev ## style
	$(BIN)/ruff check report_gen tests scripts
	$(BIN)/ruff format --check report_gen tests scripts

types: $(VENV)/.ready-dev ## mypy, strict
	$(BIN)/mypy

imports: $(VENV)/.ready-dev ## the rooms import one way
	$(BIN)/lint-imports

examples: $(VENV)/.ready-dev ## the example resumes as PDF and DOCX, from their JSON
	$(BIN)/python scripts/make_examples.py

coverage: $(VENV)/.ready-dev ## tests with branch coverage
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --cov --cov-report=term

layouts: $(VENV)/.ready-dev ## invented resumes in many layouts, with their truth, in out/layouts
	$(BIN)/python scripts/make_layouts.py out/layouts

jobs: $(VENV)/.ready-dev ## how well invented job texts are understood, measure by measure
	$(BIN)/python scripts/measure_jobs.py

personal: $(VENV)/.ready-dev ## how much two reports differ
	$(BIN)/python scripts/personal.py

seeds: $(VENV)/.ready-dev ## where a report covers what the preparation sources name
	$(BIN)/python scripts/seeds.py

pages: $(VENV)/.ready-dev ## layout violations in the rendered pages
	$(BIN)/python scripts/pages.py

pictures: $(VENV)/.ready-dev ## the picture of twelve pages in the README
	$(BIN)/python scripts/pictures.py

bench: $(VENV)/.ready-dev ## the labelled corpus, where it is there, and the speed of the layout
	test ! -f $(BENCH)/bench.py || $(BIN)/python $(BENCH)/bench.py
	$(MAKE) bench-render

bench-parse: $(VENV)/.ready-dev layouts ## parsing: our own layouts, time per file, reading against understanding
	$(BIN)/python scripts/bench_parse.py out/layouts

bench-analyze: $(VENV)/.ready-dev ## analysis: seconds a pair in a warm process, taxonomy load
	$(BIN)/python scripts/bench_analyze.py

judged: $(VENV)/.ready-dev ## how near the fit is to people's judgement, on the judged pairs of the tests
	nice $(BIN)/python scripts/judged.py
	nice $(BIN)/python scripts/judged.py --triples

vectors: $(VENV)/.ready-dev ## learn anew which words go together: skill_taxonomy/vectors.json
	$(BIN)/python scripts/vectors/train.py

bench-batch: $(VENV)/.ready-dev $(VENV)/.compiled ## batches: orders a minute, the engine's share, memory
	nice $(BIN)/python scripts/bench_batch.py

chaos: $(VENV)/.ready-dev ## batches killed at random: nothing lost, doubled or changed (20 minutes)
	nice $(BIN)/python scripts/chaos.py

hostile: $(VENV)/.ready-dev ## files made to do harm through the command line: table in out/hostile.md (20 minutes)
	nice $(BIN)/python scripts/hostile.py

SECONDS ?= 600
fuzz: $(VENV)/.ready-dev ## damaged real documents, SECONDS=600 long; names each fault by its seed
	nice $(BIN)/python scripts/fuzz.py --seconds $(SECONDS)

audit: $(VENV)/.ready-dev ## known vulnerabilities of the installed packages, where the advisories can be reached
	test -x out/audit/bin/python || $(PYTHON) -m venv out/audit
	out/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python scripts/audit.py out/audit/bin/python

bench-render: $(VENV)/.ready-dev $(VENV)/.compiled ## layout: seconds and memory a page, against the first templates and Chromium
	$(BIN)/python scripts/bench_render/measure.py
	$(BIN)/python scripts/bench_render/scaling.py

clean: ## remove what make made
	rm -rf $(VENV) out dist build

$(VENV)/.ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed (package python3)." >&2; exit 1; }
	sh scripts/native.sh $(PYTHON)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

# Where Python is told to write no bytecode (PYTHONDONTWRITEBYTECODE), it would compile all of ours at
# each start: a second and a half.
$(VENV)/.compiled: $(VENV)/.ready $(shell find report_gen -name '*.py')
	$(BIN)/python -m compileall -q report_gen
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
