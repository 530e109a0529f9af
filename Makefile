PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
BIN := .venv/bin

.PHONY: run test test-all check messages pictures clean

run: .venv/run ## install, build the store, open the dashboard
	$(BIN)/python -m ecosystem build --keep-own
	$(BIN)/python -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Side by side: each worker has a server and a browser of its own.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

test: .venv/dev ## all tests that CI runs
	$(PYTEST)

test-all: .venv/dev ## also the long walks
	$(PYTEST) -m ""

check: .venv/dev ## format, lint, types, borders
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

messages: .venv/dev ## bring the catalogues in step with the code
	$(BIN)/python -m ecosystem messages

.venv/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/pip requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean: ## remove what was installed and built
	rm -rf .venv store

pictures: .venv/dev ## take the pictures in docs/pictures anew
	$(BIN)/python -m tests.browser.pictures
