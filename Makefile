# A fresh machine needs two commands: make site, make test.

.PHONY: site test check sanitize bench foreign format lint packages clean

site: packages
	swift build --product galley
	swift build --configuration release --product BookModules
	.build/debug/galley build
	@echo "Open site/public/index.html in a browser."

# Options for .ci/test; with --all, a skipped test is a failure.
test_options =

test: packages
	swift build --build-tests
	.ci/test $(test_options)

# Installs galley below PREFIX, with the modules for chapters, completions and the manual page.
PREFIX ?= /usr/local
configuration ?= release

.PHONY: install uninstall dist
install: packages
	.ci/packaging/install "$(PREFIX)" $(configuration)

uninstall:
	"$(PREFIX)/share/galley/uninstall"

# An archive of the same files for other machines, in .build.
dist: packages
	.ci/packaging/archive $(configuration)

# The checks of the book, without a site.
check: packages
	swift build --product galley
	.build/debug/galley check

# Tests of threads and unsafe memory, with the thread sanitizer and the address sanitizer.
sanitize: packages
	Tests/Packages/sanitized

# Timings. They depend on the machine, so they are not tests.
bench: packages
	swift build --product galley
	swift build --configuration release --product BookModules
	Tests/Benchmarks/run

# The pictures of README.md, taken from the book with Chromium.
.PHONY: pictures
pictures: packages
	swift build --product galley
	.ci/take-pictures

# Builds books for packages of other projects. Needs the network and some minutes, so 'make test' leaves it out.
foreign: packages
	swift build --product galley
	Tests/Packages/foreign

format:
	swift format --in-place --recursive --parallel Sources Tests site/theme Package.swift

lint:
	swift format lint --strict --recursive --parallel Sources Tests site/theme Package.swift
	.ci/check-comments

packages:
	@.ci/install-system-packages

# The DocC documentation of the libraries; a warning is an error.
.PHONY: documentation
documentation: packages
	swift build --product BookModules
	.ci/build-documentation

clean:
	rm -rf .build site/public
