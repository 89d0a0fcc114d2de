# Daybook. `make demo` shows the whole way, `make test` runs the tests; both install what is missing first.

SWIFT ?= swift
BINARY = .build/release/daybook
SOURCES := $(shell find Package.swift Plugins Sources Templates Documentation/Daybook.docc/*Guide.md -type f)
MANUAL = .build/man/daybook.1
PREFIX ?= /usr/local
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev libxml2-dev \
  pkg-config tzdata

.PHONY: help demo test test-faults test-soak test-long test-peers test-browser check check-units fuzz bench build docs \
  screenshots manual install deb check-deb licences lint format packages clean

help:
	@echo 'make demo        a timeline becomes drafts and posts, and they arrive at a webhook'
	@echo 'make test        the tests'
	@echo 'make check       all that CI does: the tests, the format, the documentation, the demo, the package'
	@echo 'make test-faults what takes minutes: kills, power cuts, crowds, a full disk; each prints its figure'
	@echo 'make test-soak   ten minutes (or MINUTES=...) of 500 deliveries a second with faults among them'
	@echo 'make test-long   what takes minutes: every time zone against a peer; random texts; three daemons and a moving clock'
	@echo 'make test-peers  what other programs make of it: webhooks, e-mail, feeds, the calendar'
	@echo 'make test-browser newsletters and the archive page in Chromium; screenshots in .build/browser'
	@echo 'make fuzz        libFuzzer over every reader, FUZZ_SECONDS (600) each'
	@echo 'make check-units the systemd units in Packaging/systemd, verified and their exposure measured'
	@echo 'make bench       every figure, beside other programs; writes Benchmarks/results.md and the plots of the docs'
	@echo 'make screenshots the pictures of the README, from the sample'
	@echo 'make build       the release binary, $(BINARY)'
	@echo 'make manual      the man page, $(MANUAL)'
	@echo 'make install     the program, its man page, completions and units, in DESTDIR and PREFIX ($(PREFIX))'
	@echo 'make deb         a Debian package, .build/deb/daybook.deb; make check-deb tries it in a bare Debian'
	@echo 'make docs        the reference from the code, and the documentation, in .build/docs'
	@echo 'make lint        the format and the size of files and functions, checked'
	@echo 'make format      the format, mended'

demo: build
	@Scripts/demo $(BINARY)

bench: build
	@Scripts/install-packages hyperfine cmark-gfm gcc hugo nginx-light python3 python3-jinja2 python3-venv python3-yaml
	@mkdir -p .build && : >$(RESULTS)
	@Benchmarks/run $(BINARY)
	@$(SWIFT) build -c release --package-path Benchmarks --product TimelineBenchmarks
	@Benchmarks/reader Benchmarks/.build/release/TimelineBenchmarks
	@Benchmarks/picks $(BINARY)
	@Benchmarks/service $(BINARY)
	@$(SWIFT) run -c release --package-path Benchmarks SchedulerBenchmarks
	@$(SWIFT) build -c release --package-path Benchmarks --product ContentBenchmarks
	@Benchmarks/contents Benchmarks/.build/release/ContentBenchmarks
	@$(SWIFT) build -c release --package-path Benchmarks --product DeliveryBenchmarks
	@Benchmarks/deliveries Benchmarks/.build/release/DeliveryBenchmarks $(BINARY)
	@Benchmarks/report $(RESULTS) $(BINARY)

bench: export RESULTS = $(CURDIR)/.build/figures.tsv

screenshots:
	@Scripts/install-packages chromium python3 python3-pil
	@Scripts/screenshots

build: packages $(BINARY)

$(BINARY): $(SOURCES)
	@$(SWIFT) build -c release --static-swift-stdlib --product daybook
	@touch $@

test: packages
	@$(SWIFT) test

# What fails soonest comes first; the summary of the tests is the last line.
check: packages
	@$(MAKE) --no-print-directory lint
	@mkdir -p .build
	@bash -o pipefail -c '$(MAKE) --no-print-directory test 2>&1 | tee .build/test.log'
	@Scripts/build-docs
	@$(MAKE) --no-print-directory demo
	@$(MAKE) --no-print-directory check-deb
	@Scripts/licences --check
	@Scripts/install-packages python3
	@Scripts/check-readme $(BINARY)
	@grep -E '^(.*Test run with|Executed [0-9]+ tests?)' .build/test.log | tail -n 1

manual: build $(MANUAL)

install: manual
	@Scripts/install-packages binutils
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' Scripts/install $(BINARY) $(MANUAL)

$(MANUAL): $(BINARY)
	@Scripts/build-manual $(BINARY) $@

deb: manual
	@Scripts/install-packages binutils dpkg-dev
	@Scripts/build-deb $(BINARY) $(MANUAL)

check-deb: deb
	@Scripts/install-packages mmdebstrap || true
	@Scripts/check-deb .build/deb/daybook.deb

licences: packages
	@$(SWIFT) package resolve
	@Scripts/licences

test-faults: packages
	@Scripts/install-packages nginx-light openssl strace
	@DAYBOOK_LONG_TESTS=1 $(SWIFT) test --no-parallel --filter \
	  'CrashTests|DurabilityTests|FailingDiskTests|LeaseTests|ShutdownTests|DeadWebhookTests|'\
'HostileAnswerTests|LyingNamesTests|CrowdTests|SpreadTests|RunTests|LargeInputTests|MultiplexingTests|CommandDiskTests'

test-soak: packages
	@DAYBOOK_SOAK_MINUTES=$(or $(MINUTES),10) $(SWIFT) test --filter SoakTests

test-long: packages
	@Scripts/install-packages python3
	@mkdir -p .build
	@python3 Tests/Peers/next_instants.py --whole-span > .build/next-instants.txt
	@NEXT_INSTANTS=$(CURDIR)/.build/next-instants.txt $(SWIFT) test --filter NextInstants
	@DAYBOOK_LONG_TESTS=1 $(SWIFT) test --filter 'RandomTextTests|FidelityCheckTests|RunScheduleTests'

test-peers: build
	@Scripts/install-packages python3 python3-venv
	@Tests/Peers/standard-webhooks $(BINARY)
	@METRICS_FILE=$(CURDIR)/.build/metrics.txt SIGNED_FILE=$(CURDIR)/.build/signed.jsonl \
	  PAYLOADS_FILE=$(CURDIR)/.build/payloads.jsonl \
	  $(SWIFT) test --filter 'HealthServerTests|SignedFileTests|PayloadFileTests'
	@Tests/Peers/metrics .build/metrics.txt
	@Tests/Peers/signatures .build/signed.jsonl
	@Tests/Peers/payloads .build/payloads.jsonl
	@Tests/Peers/readers $(BINARY)
	@Tests/Peers/settings-schema

test-browser: build
	@Scripts/install-packages chromium python3 python3-pil tidy
	@rm -rf .build/browser
	@/usr/bin/python3 Tests/Browser/check.py $(BINARY) .build/browser

fuzz: packages
	@Fuzz/run

check-units: build
	@Scripts/install-packages systemd
	@Scripts/check-units $(BINARY)

docs: packages
	@RECORD_SNAPSHOTS=1 $(SWIFT) test --filter ReferenceTests
	@Scripts/build-docs

lint:
	@$(SWIFT) format lint --strict -rp Sources Tests Plugins Fuzz/Fuzzer Package.swift
	@Scripts/check-house

format:
	@$(SWIFT) format -i -rp Sources Tests Plugins Fuzz/Fuzzer Package.swift

packages:
	@Scripts/install-packages $(PACKAGES)

clean:
	@$(SWIFT) package clean
