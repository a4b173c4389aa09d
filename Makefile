# Switchboard. `make help` lists every target.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
include tools/versions.env
export SAM_CLI_TELEMETRY := 0

BIN := target/debug/switchboard
AWS := .tools/aws
PYTHON := .tools/python
CLIENT := examples/typescript
CDK := infra/cdk
# The packages that are tested, always together: another set would have other features, and be built anew.
TESTED := -p domain -p protocol -p store -p channels -p app -p platform -p operate -p rules -p tests
# The same with the functions' programs and the referee's.
REFEREE_CRATES := $(TESTED) -p api -p connection -p deliver -p doors -p fanout -p ingest -p projection -p timers -p referee

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

##@ Every day

.PHONY: run
run: ## build missing parts and start everything on http://localhost:8787
	@$(MAKE) --no-print-directory -j2 build console
	@exec $(BIN) $(ARGS)

PREFIX ?= $(HOME)/.local
.PHONY: install
install: need-cargo console ## one program with the console inside: PREFIX=/usr/local make install
	@cargo install -q --locked --profile machine --path infra/local --features bundled --root $(PREFIX)
	@echo "$(PREFIX)/bin/switchboard serve"

.PHONY: dev
dev: need-cargo need-node console/node_modules/.installed $(PYTHON)/.installed ## the platform and the console, both renewed as files change, on http://localhost:5173
	@tools/dev.sh

.PHONY: build
build: need-cargo ## build the local platform
	@cargo build -q -p platform

.PHONY: console
console: console/dist/index.html ## build the console

console/dist/index.html: $(shell find console/src console/*.html console/*.ts console/public -type f 2>/dev/null) console/package-lock.json
	@$(MAKE) -s need-node console/node_modules/.installed
	@cd console && npm run -s build
	@touch $@

console/node_modules/.installed: console/package-lock.json
	@cd console && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: clean-data
clean-data: ## forget all local data
	@rm -rf data

##@ Checks

.PHONY: check
check: need-cargo check-rust house prose check-docs deny check-console check-stack ## format, lint, rooms, words, types, template: fast

.PHONY: map
map: ## which noun has its room in which folder: make map, or make map N=offer
	@python3 tools/map.py $(N)

.PHONY: house
house: ## rooms have the same name on every floor, no imports run in a circle, every path and link in the docs leads somewhere
	@python3 tools/map.py --check
	@python3 tools/circles.py
	@python3 -m compileall -q tools infra/setup infra/tests tests/referee examples/python
	@python3 tools/paths.py
	@python3 tools/book.py --check
	@python3 tools/mutants.py --check

.PHONY: check-docs
check-docs: need-cargo ## the Rust documentation builds without a warning
	@RUSTDOCFLAGS="-D warnings" cargo doc -q --workspace --no-deps --document-private-items

.PHONY: deny
deny: need-cargo .tools/cargo/bin/cargo-deny ## licences and sources of dependencies
	@.tools/cargo/bin/cargo-deny --log-level error check licenses bans sources

.tools/cargo/bin/%: tools/versions.env
	@echo "installing $*, once"
	@cargo install -q --locked --root .tools/cargo $* --version $(if $(findstring deny,$*),$(CARGO_DENY),$(CARGO_MUTANTS))

.PHONY: prose
prose: ## sentences without a noun as their subject: no more than before (docs/style.md)
	@python3 tools/prose.py

.PHONY: check-rust
check-rust:
	@cargo fmt --all -- --check
	@cargo clippy -q --workspace --all-targets -- -D warnings
	@cargo run -q -p protocol --bin contract -- --check

.PHONY: check-console
check-console: need-node console/node_modules/.installed
	@cd console && npm run -s check && npm run -s generate:check

.PHONY: check-stack
check-stack: need-node $(AWS)/.installed .tools/checkov/.installed infra/guard/node_modules/.installed ## the template: lint, checkov, the house's laws, quotas, parameters, alarms, costs; the programs around it
	@$(AWS)/bin/cfn-lint infra/template.yaml
	@$(AWS)/bin/sam validate --lint >/dev/null && echo "infra/template.yaml is valid"
	@$(AWS)/bin/python infra/tests/accepted.py
	@$(AWS)/bin/python infra/tests/guard.py
	@$(AWS)/bin/python tools/cost.py --check
	@cd infra/tests && ../../$(AWS)/bin/python -m unittest --quiet

.PHONY: check-cdk
check-cdk: need-node $(AWS)/.installed $(CDK)/node_modules/.installed ## the construct for CDK: its types, and that it synthesizes the very template
	@cd $(CDK) && npm run -s check && npm run -s generate:check
	@$(AWS)/bin/python $(CDK)/dev/lay.py
	@cd $(CDK) && npm test
	@$(AWS)/bin/python $(CDK)/dev/transformed.py

$(CDK)/node_modules/.installed: $(CDK)/package-lock.json
	@cd $(CDK) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: test
test: ## run everything; reports skipped parts with the reason, and the time of each part
	@for part in test-rust house prose docs fuzz conformance client test-console test-browser check-stack check-cdk test-referee; do \
	  began=$$SECONDS; $(MAKE) --no-print-directory $$part; echo "$$part: $$((SECONDS - began)) s"; \
	done

.PHONY: test-rust
test-rust: need-cargo build
	@cargo test -q --lib --tests $(TESTED)

.PHONY: test-referee
test-referee: ## the parts of the referees that take a minute each
	@cargo test -q $(TESTED) -p referee --lib
	@$(MAKE) --no-print-directory referee-table N=10000
	@$(MAKE) --no-print-directory referee-stack
	@$(MAKE) --no-print-directory referee-update

.PHONY: test-console
test-console: need-node console/node_modules/.installed
	@cd console && npm run -s check && npm run -s generate:check && npm test

.PHONY: test-browser
test-browser: build console ## the story in a real browser
	@tools/browser.sh

.PHONY: test-browsers
test-browsers: build console ## the story in Firefox and WebKitGTK, where they are installed
	@cd console && npm run -s browsers

.PHONY: conformance
conformance: build $(PYTHON)/.installed ## a second client, in Python, plays the story and holds every frame against the documents
	@cd examples/python && ../../$(PYTHON)/bin/python -m conformance

.PHONY: client
client: build need-node $(CLIENT)/node_modules/.installed ## the client in TypeScript: generated, built, tested against the platform
	@cd $(CLIENT) && npm run -s check && npm run -s generate:check && npm run -s build && npm test

$(CLIENT)/node_modules/.installed: $(CLIENT)/package-lock.json
	@cd $(CLIENT) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PYTHON)/.installed: examples/python/requirements.txt
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install python3 and python3-venv"; exit 1; }
	@python3 -m venv $(PYTHON)
	@$(PYTHON)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

.PHONY: referee
referee: ## the referees: another DynamoDB beside the table, the packaged template in an emulator, an update in place
	@began=$$SECONDS; $(MAKE) --no-print-directory referee-table; echo "referee-table: $$((SECONDS - began)) s"
	@began=$$SECONDS; $(MAKE) --no-print-directory referee-suite; echo "referee-suite: $$((SECONDS - began)) s"
	@began=$$SECONDS; $(MAKE) --no-print-directory referee-stack; echo "referee-stack: $$((SECONDS - began)) s"
	@began=$$SECONDS; $(MAKE) --no-print-directory referee-update; echo "referee-update: $$((SECONDS - began)) s"

REFEREE := .tools/referee
BESIDE = PYTHONPATH=examples/python:tests/referee $(REFEREE)/bin/python -m stack.beside

.PHONY: referee-table
referee-table: need-cargo $(REFEREE)/.installed ## random calls of the store's shapes to another DynamoDB: N=10000, SEED=7; REFEREE_TABLE=http://127.0.0.1:8000 names one that runs
	@cargo build -q $(REFEREE_CRATES) --bin table
	@$(BESIDE) target/debug/table --calls $(or $(N),100000) $(if $(SEED),--seed $(SEED))

.PHONY: referee-suite
referee-suite: need-cargo $(REFEREE)/.installed ## the stories, each request to the table sent to another DynamoDB, too: TESTS=transfer
	@$(BESIDE) cargo test -q $(TESTED) --test it -- $(TESTS)

.PHONY: referee-stack
referee-stack: need-cargo $(REFEREE)/.installed ## the packaged template in an emulator: LONG=1 with every story of the conformance, ZIPS=release with those of `make lambda`
	@$(if $(filter release,$(ZIPS)),true,cargo build -q $(REFEREE_CRATES) --bins)
	@$(if $(LONG),REFEREE_STORIES=long) $(if $(ZIPS),REFEREE_ZIPS=$(ZIPS)) \
	  PYTHONPATH=examples/python:tests/referee $(REFEREE)/bin/python -m stack

.PHONY: referee-update
referee-update: $(REFEREE)/.installed ## today's template over the release before it, in an emulator: items and files stay where they are
	@PYTHONPATH=examples/python:tests/referee $(REFEREE)/bin/python -m stack.update

$(REFEREE)/.installed: tests/referee/requirements.txt examples/python/requirements.txt
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install python3 and python3-venv"; exit 1; }
	@python3 -m venv $(REFEREE)
	@$(REFEREE)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

.PHONY: budgets
budgets: need-cargo ## the cost of work: counted requests and units
	@echo "work                                                 | requests    | write units  | read units   | posts"
	@cargo test -q -p tests --test it budgets -- --nocapture | grep BUDGET | sed 's/^.*BUDGET | //'

.PHONY: bench
bench: need-cargo ## latency and sustained rate of the local platform
	@tools/bench.sh

.PHONY: bench-console
bench-console: console ## 5,000 conversations in the list, 10,000 messages in a thread: the cost of opening them
	@tools/browser.sh bench

.PHONY: measures
measures: console ## what an agent sees and waits for: rows, messages, shifts, the opening of a conversation, first loads
	@tools/browser.sh measures

.PHONY: assign-storm
assign-storm: need-cargo ## 500 agents accept 10,000 conversations at once: never two owners
	@tools/inside.sh storm

.PHONY: crash
crash: need-cargo ## an end in the middle at every call of every command, timer and stream batch
	@CRASH=all cargo test -q -p tests --test it crash:: -- --nocapture | grep -E "CRASH|panicked|test result"

.PHONY: lateness
lateness: need-cargo ## the lateness of 100,000 armed timers
	@tools/inside.sh lateness

.PHONY: mutants
mutants: need-cargo ## seeded mistakes in the rules: a test must notice each
	@python3 tools/mutants.py

.PHONY: mutants-domain
mutants-domain: need-cargo .tools/cargo/bin/cargo-mutants .tools/mutants/.installed ## every mutant of the rules; in parts: SHARD=3/40, MINUTES=10; DEEP=1 with the exhaustive models
	@.tools/mutants/bin/python tools/mutants_domain.py $(if $(SHARD),--shard $(SHARD)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(DEEP),--deep --again)

.tools/mutants/.installed: tools/requirements-mutants.txt
	@python3 -m venv .tools/mutants
	@.tools/mutants/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

.PHONY: instructions
instructions: need-cargo ## instructions for each message, and their ratio to the committed figure; BASE=main~5 builds that revision, too
	@python3 tools/instructions.py $(if $(BASE),--base $(BASE))

.PHONY: fuzz
fuzz: need-cargo ## any bytes for the readers of outside bytes: half a minute for each target
	@tools/fuzz.sh

.PHONY: laws
laws: need-cargo ## random histories against the laws; N=10000 of them
	@PROPTEST_CASES=$(or $(N),10000) cargo test -q -p rules laws

##@ Lambda

.PHONY: tools-aws
tools-aws: $(AWS)/.installed ## SAM, cfn-lint and cargo-lambda, in a virtual environment

$(AWS)/.installed: tools/requirements-aws.txt
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install python3 and python3-venv"; exit 1; }
	@python3 -m venv $(AWS)
	@$(AWS)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

.PHONY: mail-servers
mail-servers: need-cargo ## e-mail of one machine against Dovecot and Postfix from Debian; as root it installs them by apt
	@cargo build -q -p platform
	@python3 tools/mail_servers.py

.PHONY: watch
watch: build console $(AWS)/.installed ## the functions under `cargo lambda watch`, the platform around them
	@tools/watch.sh

.PHONY: smoke
smoke: ## drive one message through a platform that is running
	@python3 tools/smoke.py

.PHONY: lambda
lambda: $(AWS)/.installed ## every function as a zip, for arm64 and for this machine
	@tools/lambda.sh

.PHONY: sizes
sizes: $(AWS)/.installed ## size, init time and price of each function; size of the console
	@tools/sizes.sh
	@cd console && npm run -s budget

##@ AWS

# What stands on make's own command line, as one word for the shell. The environment does not count: WSL sets NAME there.
given = '$(if $(filter command,$(origin $(1))),$(subst ','\'',$(value $(1))))'

.PHONY: deploy
deploy: $(AWS)/.installed ## deploy to AWS: asks for e-mail, region and name; make deploy EMAIL=… REGION=… NAME=… SET="Mfa=off OidcOrigins=https://a.test https://b.test"
	@$(AWS)/bin/python tools/deploy.py deploy --email=$(call given,EMAIL) --region=$(call given,REGION) --name=$(call given,NAME) --table=$(call given,TABLE) --bucket=$(call given,BUCKET) --set=$(call given,SET)

.PHONY: undeploy
undeploy: $(AWS)/.installed ## delete a stack, and hear what stays: NAME=… REGION=…
	@$(AWS)/bin/python tools/deploy.py undeploy --region=$(call given,REGION) --name=$(call given,NAME) --yes=$(call given,YES)

.PHONY: invite
invite: $(AWS)/.installed ## an account in the stack's user pool for a colleague: NAME=… REGION=… EMAIL=… GROUP=manager
	@$(AWS)/bin/python tools/deploy.py invite --region=$(call given,REGION) --name=$(call given,NAME) --email=$(call given,EMAIL) --group=$(call given,GROUP)

.PHONY: release
release: $(AWS)/.installed need-cargo need-node ## zips, checksums, the list of parts (SBOM) and a template that deploys without a toolchain: dist/
	@$(AWS)/bin/sam build
	@$(AWS)/bin/python tools/release.py

.PHONY: cost
cost: $(AWS)/.installed ## docs/cost.md from the budgets and tools/prices.json
	@$(AWS)/bin/python tools/cost.py

# Guard's programs are in the package. Its scripts are for its makers.
infra/guard/node_modules/.installed: infra/guard/package-lock.json
	@cd infra/guard && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.tools/checkov/.installed: tools/requirements-checkov.txt
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install python3 and python3-venv"; exit 1; }
	@python3 -m venv .tools/checkov
	@.tools/checkov/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

##@ Keeping

.PHONY: fmt
fmt: need-cargo $(CLIENT)/node_modules/.installed $(CDK)/node_modules/.installed ## format everything
	@cargo fmt --all
	@cd console && npx biome check --write . >/dev/null
	@cd $(CLIENT) && npm run -s fix >/dev/null
	@cd $(CDK) && npm run -s fix >/dev/null

.PHONY: generate
generate: need-cargo need-node console/node_modules/.installed $(CLIENT)/node_modules/.installed $(CDK)/node_modules/.installed ## protocol documents, TypeScript and the reference of the command line from the Rust types
	@cargo run -q -p protocol --bin contract
	@cargo run -q -p platform -- reference > docs/operations/reference.md
	@cd console && npm run -s generate
	@cd $(CLIENT) && npm run -s generate
	@cd $(CDK) && npm run -s generate

.PHONY: docs
docs: .tools/docs/.installed ## the pages of docs/ as a site with search, to read without network: target/docs/index.html
	@python3 tools/book.py --lay target/docs-pages
	@MDBOOK_LOG=warn .tools/docs/bin/mdbook build target/docs-pages
	@echo "target/docs/index.html"

.tools/docs/.installed: tools/requirements-docs.txt
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install python3 and python3-venv"; exit 1; }
	@python3 -m venv .tools/docs
	@.tools/docs/bin/pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.PHONY: screens
screens: build console ## screenshots for the README
	@tools/browser.sh shots

.PHONY: need-cargo need-node
need-cargo:
	@command -v cargo >/dev/null || { echo "Rust is missing: install rustup, then it fetches $(RUST)"; exit 1; }
need-node:
	@command -v node >/dev/null || { echo "Node is missing: install Node $(NODE) or later"; exit 1; }
	@node -e 'const [a,b]=process.versions.node.split(".").map(Number); if (a<20||(a===20&&b<19)) { console.error("Node $(NODE) or later is needed, this is "+process.version); process.exit(1) }'
