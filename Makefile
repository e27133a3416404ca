# Each target sets up what it needs by itself; `make run` and `make test` are the two commands to know.
.DEFAULT_GOAL := help
.PHONY: help run test check unit test-qgis zip bench requirements clean

python := .venv/bin/python
done := .cache/done

help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(done)/window $(done)/venv ## read the sample reports and open the timeline (without a screen, draw it)
	@scripts/run_sample.sh

test: check unit test-qgis ## everything: lint, types, floors, tests, and the plugin inside real QGIS

check: $(done)/venv ## lint, format, types, and imports that go downward only
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy plugin
	.venv/bin/lint-imports --no-logo --no-cache

unit: $(done)/window $(done)/venv ## tests without QGIS: units, properties, the window, packaging, documentation
	QT_QPA_PLATFORM=offscreen $(python) -m pytest --ignore=tests/qgis_host

test-qgis: $(done)/venv $(done)/qgis zip ## tests inside the distribution's QGIS and inside QGIS 3.40
	@scripts/test_in_qgis.sh

zip: $(done)/venv ## write dist/event_timeline.zip, the plugin for QGIS
	@$(python) scripts/pack_plugin.py

bench: $(done)/window $(done)/venv ## measure reading, look-ups and scrubbing
	@for bench in bench/*.py; do echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(python) $$bench || exit 1; done

requirements: $(done)/venv ## pin the dependencies of pyproject.toml anew
	scripts/requirements/compile.sh

clean: ## remove what the other targets made, environments included
	rm -rf .venv .venv-qgis .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf build dist out *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Done once, and again when what they rest on changes.
$(done)/window: scripts/system_packages.sh
	@scripts/system_packages.sh window
	@mkdir -p $(done) && touch $@

$(done)/venv: scripts/python_environment.sh scripts/requirements/development.txt pyproject.toml setup.py metadata.txt | $(done)/window
	@scripts/python_environment.sh
	@mkdir -p $(done) && touch $@

$(done)/qgis: scripts/system_packages.sh scripts/qgis340.sh scripts/qgis_test_environment.sh scripts/requirements/qgis-test.txt
	@scripts/system_packages.sh qgis
	@scripts/qgis_test_environment.sh
	@scripts/qgis340.sh
	@mkdir -p $(done) && touch $@
