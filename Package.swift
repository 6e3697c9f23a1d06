// swift-tools-version: 6.3
import PackageDescription

// Every folder of Sources is a target. Dependencies only go down: see "How it is laid out" in README.md.

let syntax: (String) -> Target.Dependency = { .product(name: $0, package: "swift-syntax") }
let server: (String) -> Target.Dependency = { .product(name: $0, package: "FlyingFox") }
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

// Lets the compiler use vector instructions; its default is the x86-64 of 2003. This changes speed, not results,
// because Swift neither fuses nor reorders floating-point operations by itself. The value below needs a processor from
// 2013 or later and affects no other architecture; `GALLEY_PROCESSOR=native` builds for this machine only.
let processor = Context.environment["GALLEY_PROCESSOR"] ?? "x86-64-v3"
let vectors =
  processor == "native"
  ? ["-march=native"] : ["-Xarch_x86_64", "-march=\(processor)", "-Wno-unused-command-line-argument"]
let fastArithmetic: [SwiftSetting] = [
  .unsafeFlags(vectors.flatMap { ["-Xcc", $0] }, .when(configuration: .release))
]

/// A C library of the system, described by a module map.
func library(_ name: String, _ pkgConfig: String?, apt: [String], brew: String? = nil) -> Target {
  .systemLibrary(
    name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt(apt)] + (brew.map { [.brew([$0])] } ?? []))
}

let package = Package(
  name: "galley",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "galley", targets: ["galley"]),
    // The modules for chapters: one dynamic library, so that linking a chapter takes no time.
    .library(
      name: "BookModules", type: .dynamic,
      targets: [
        "Notebook", "Formulas", "SVGCharts", "Optimizers", "Experiments", "NeuralNetworks", "Datasets",
      ]),
    // Libraries that are useful without books.
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Formulas", targets: ["Formulas"]),
    .library(name: "SVGCharts", targets: ["SVGCharts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // The command line.
    .executableTarget(
      name: "galley",
      dependencies: [
        "Site", "Exercises", "Checks", "Runner", "Plan", "Book", "BookImport", "Caching", "DocumentAudit",
        "Preview", "Downloads", "Files", "Formulas", "Installation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The preview server of `galley serve`.
    .target(name: "Preview", dependencies: [server("FlyingSocks")]),

    // The pipeline, last stage first.
    .target(
      name: "Site",
      dependencies: [
        "Exercises", "Checks", "Runner", "Plan", "Book", "GFM", "Caching", "Files", "Events", "SVGCharts",
        "Theme", "CDuktape", "CZlib",
        syntax("SwiftSyntax"), syntax("SwiftParser"), syntax("SwiftIDEUtils"),
        .product(name: "Mustache", package: "swift-mustache"), subprocess, system,
      ]),
    .target(
      name: "Exercises",
      dependencies: ["ElementaryNumerics", "Checks", "Runner", "Plan", "Book", "Events", "Caching", "Files"]),
    .target(
      name: "Checks",
      dependencies: [
        "Runner", "Plan", "Book", "GFM", "Events", "Formulas", "DocumentAudit", "Caching", "Files",
      ]),
    .target(
      name: "Runner",
      dependencies: [
        "ElementaryNumerics", "GFM", "Plan", "Book", "Events", "Caching", "CSupervisor", "Files",
        "Installation",
      ]),
    .target(name: "CSupervisor"),
    .target(
      name: "Plan",
      dependencies: [
        "Book", "Caching", "GFM", syntax("SwiftSyntax"), syntax("SwiftParser"), syntax("SwiftDiagnostics"),
        syntax("SwiftParserDiagnostics"),
      ]),
    // Reads books of other tools for `galley new --from`.
    .target(name: "BookImport", dependencies: ["Book", "Files", "GFM", "Yams"]),
    .target(name: "Book", dependencies: ["ElementaryNumerics", "GFM", "Caching", "Files", "Yams"]),
    .target(name: "GFM", dependencies: ["CCmarkGFM"]),
    .target(name: "Caching", dependencies: ["CXXHash", "Files"]),
    .target(name: "Files"),
    .target(name: "Installation"),

    // The modules that a running chapter calls, and the events that it reports.
    .target(name: "Notebook", dependencies: ["ElementaryNumerics", "Events", "SVGCharts", "Formulas"]),
    .target(name: "Events"),
    .target(name: "ElementaryNumerics"),
    // The runtime of live figures; `galley` compiles it for WebAssembly.
    .target(
      name: "LiveRuntime", dependencies: ["ElementaryNumerics", "SVGCharts"], exclude: ["Machine"]),
    .target(name: "Formulas", dependencies: ["ElementaryNumerics"]),

    // `galley audit`: checks documents that were not written for Galley.
    .target(name: "DocumentAudit", dependencies: ["Book", "Formulas"]),

    .target(name: "SVGCharts", dependencies: ["ElementaryNumerics"]),
    .target(name: "Optimizers", dependencies: ["ElementaryNumerics"], swiftSettings: fastArithmetic),
    .target(name: "Experiments", dependencies: ["ElementaryNumerics", "Optimizers"]),
    .target(
      name: "NeuralNetworks",
      dependencies: [
        "ElementaryNumerics", "Optimizers", .target(name: "COpenBLAS", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: fastArithmetic),

    .target(
      name: "Datasets", dependencies: ["ElementaryNumerics", "CZlib", "CSndFile", "CKissFFT", "CNettle"],
      swiftSettings: fastArithmetic),
    .target(name: "Downloads", dependencies: ["Files", "CNettle"]),

    .target(
      name: "Theme", dependencies: ["Installation"], path: "site/theme", resources: [.copy("files")]),

    // System libraries.
    library(
      "CCmarkGFM", "libcmark-gfm", apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"], brew: "cmark-gfm"
    ),
    library("CDuktape", "duktape", apt: ["duktape-dev"], brew: "duktape"),
    library("CXXHash", "libxxhash", apt: ["libxxhash-dev"], brew: "xxhash"),
    library("CZlib", "zlib", apt: ["zlib1g-dev"]),
    library("CSndFile", "sndfile", apt: ["libsndfile1-dev"], brew: "libsndfile"),
    // Without pkg-config, because SwiftPM refuses its flags. None of them is needed.
    library("CKissFFT", nil, apt: ["libkissfft-dev"], brew: "kissfft"),
    library("CNettle", "nettle", apt: ["nettle-dev"], brew: "nettle"),
    library("COpenBLAS", "openblas", apt: ["libopenblas-dev"]),

    // Timings in comparison with other libraries: `make bench`.
    .executableTarget(
      name: "SVGChartsBenchmark", dependencies: ["SVGCharts"], path: "Tests/Benchmarks/Charts",
      resources: [.copy("matplotlib_line.py")]),
    .target(
      name: "CFusedLoop", path: "Tests/Benchmarks/CFusedLoop",
      cSettings: [
        .unsafeFlags(["-O3", "-fno-math-errno"] + vectors, .when(configuration: .release))
      ]
    ),
    .executableTarget(
      name: "OptimizersBenchmark", dependencies: ["Optimizers", "CFusedLoop"],
      path: "Tests/Benchmarks/Optimizers",
      resources: [.copy("frameworks.py")]),
    .executableTarget(
      name: "NetworksBenchmark", dependencies: ["ElementaryNumerics", "NeuralNetworks", "Optimizers"],
      path: "Tests/Benchmarks/Networks",
      resources: [.copy("frameworks.py")]),
    .testTarget(
      name: "NeuralNetworksTests", dependencies: ["ElementaryNumerics", "NeuralNetworks", "Optimizers"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "OptimizersTests", dependencies: ["ElementaryNumerics", "Optimizers"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ExperimentsTests", dependencies: ["ElementaryNumerics", "Experiments", "Optimizers"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["ElementaryNumerics", "Datasets", "CZlib"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "DownloadsTests",
      dependencies: ["Downloads", server("FlyingFox"), server("FlyingSocks")]),
    .testTarget(name: "GFMTests", dependencies: ["GFM", "CCmarkGFM"]),
    .testTarget(name: "BookImportTests", dependencies: ["BookImport", "Book"]),
    .testTarget(name: "BookTests", dependencies: ["ElementaryNumerics", "Book", "GFM", "TestSupport"]),
    .testTarget(name: "PlanTests", dependencies: ["ElementaryNumerics", "Plan", "Book", "TestSupport"]),
    .testTarget(name: "CachingTests", dependencies: ["Caching"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "InstallationTests", dependencies: ["Installation"]),
    .testTarget(
      name: "RunnerTests",
      dependencies: [
        "ElementaryNumerics", "Runner", "Plan", "Book", "Events", "Caching", "Files", "TestSupport",
      ]),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Formulas", "Runner", "Plan", "Book", "Events"]),
    .testTarget(
      name: "ExercisesTests",
      dependencies: ["Exercises", "Runner", "Plan", "Book", "Events", "Caching", "TestSupport"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "Events"]),
    .target(
      name: "FormulaInputs", dependencies: ["ElementaryNumerics", "Formulas"], path: "Tests/FormulaInputs"),
    .testTarget(
      name: "FormulasTests", dependencies: ["Formulas", "FormulaInputs", "TestSupport"], exclude: ["Fixtures"]
    ),
    .testTarget(name: "DocumentAuditTests", dependencies: ["DocumentAudit", "FormulaInputs", "TestSupport"]),
    .testTarget(
      name: "SVGChartsTests", dependencies: ["ElementaryNumerics", "SVGCharts"], exclude: ["Snapshots"]),
    .testTarget(name: "LiveRuntimeTests", dependencies: ["ElementaryNumerics", "LiveRuntime"]),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", "Exercises", "Checks", "Runner", "Plan", "Book", "Events", "Caching", "GFM", "TestSupport",
      ]),
    .testTarget(name: "GalleyTests", dependencies: ["ElementaryNumerics", "Book", "galley", "TestSupport"]),
    .testTarget(name: "BrowserTests", dependencies: ["galley", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),

    // For tests only.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)
