# Everything that a fresh machine needs, in two commands: make site, make test.

.PHONY: site test check sanitize bench foreign format lint packages clean

site: packages
	swift build --product galley
	swift build --configuration release --product BookModules
	.build/debug/galley build
	@echo "Open site/public/index.html in a browser."

# Passed to .ci/test; with --all, a test that is left out is a failure.
test_options =

test: packages
	swift build --build-tests
	.ci/test $(test_options)

# The book's own checks, without a site.
check: packages
	swift build --product galley
	.build/debug/galley check

# Threads and unsafe memory, under the thread sanitizer and the address sanitizer.
sanitize: packages
	Tests/Packages/sanitized

# Timings; they depend on the machine, so they are no tests.
bench: packages
	swift build --product galley
	swift build --configuration release --product BookModules
	Tests/Benchmarks/run

# Books for packages that are not ours. Needs the network and some minutes, so it is no test of every day.
foreign: packages
	swift build --product galley
	Tests/Packages/foreign

format:
	swift format --in-place --recursive --parallel Sources Tests site/theme Package.swift

lint:
	swift format lint --strict --recursive --parallel Sources Tests site/theme Package.swift

packages:
	@.ci/install-system-packages

# The pages that DocC makes of the libraries' comments; a warning fails.
.PHONY: documentation
documentation: packages
	swift build --product BookModules
	.ci/build-documentation

clean:
	rm -rf .build site/public
