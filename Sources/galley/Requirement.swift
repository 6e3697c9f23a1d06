import Foundation
import Installation
import Runner
import Site

/// Something on this machine that the program uses, and how it is installed.
struct Requirement {
  var name: String
  /// Whether it is there.
  var isMet: Bool
  /// Whether books cannot be built without it.
  var isNeeded = true
  /// How to get it.
  var remedy: Remedy
  /// Why it does not work, if that is known.
  var reason: String?

  enum Remedy {
    /// Packages of Debian and of Homebrew. Nil for what macOS brings along.
    case package(debian: String, brew: String?)
    case text(String)
  }

  /// Everything that books and exercises use.
  static func all() async -> [Requirement] {
    let toolchain = Toolchain.find()
    let temporary = FileManager.default.temporaryDirectory.path
    return [
      Requirement(
        name: "Swift: \(toolchain?.compiler ?? "swiftc")", isMet: toolchain != nil,
        remedy: .text("install a Swift toolchain from https://www.swift.org/install/ and put it on the PATH"))
    ] + (await compiling(toolchain)) + modules(toolchain) + [
      Requirement(
        name: "KaTeX, for formulas", isMet: SiteBuilder.hasFormulas,
        remedy: .package(debian: "libjs-katex", brew: "katex")),
      Requirement(
        name: "Graphviz, for diagrams", isMet: isOnPath("dot"),
        remedy: .package(debian: "graphviz", brew: "graphviz")),
      Requirement(
        name: "curl, for 'galley check --links' and 'galley data'", isMet: isOnPath("curl"), isNeeded: false,
        remedy: .package(debian: "curl", brew: nil)),
      Requirement(
        name: "temporary folder: \(temporary)", isMet: FileManager.default.isWritableFile(atPath: temporary),
        remedy: .text("set TMPDIR to a writable folder")),
      await isolation(),
    ]
  }

  /// A toolchain uses libraries and a linker of the system, which a fresh machine does not have.
  private static func compiling(_ toolchain: Toolchain?) async -> [Requirement] {
    guard let toolchain else { return [] }
    let problem = await toolchain.problem()
    #if os(Linux)
      let remedy = Remedy.package(
        debian: "binutils libncurses6 libsqlite3-0 libstdc++-12-dev libxml2", brew: nil)
    #else
      let remedy = Remedy.text("install the command line tools: xcode-select --install")
    #endif
    return [
      Requirement(name: "a program compiles and runs", isMet: problem == nil, remedy: remedy, reason: problem)
    ]
  }

  /// The modules for chapters, and the C libraries that they use.
  private static func modules(_ toolchain: Toolchain?) -> [Requirement] {
    let installation = Installation.current
    let hasModules =
      installation.package != nil || ModuleLibrary.besideProgram(installation.executable) != nil
    let libraries = [
      ("zlib", "zlib.h", "zlib1g-dev", nil), ("libsndfile", "sndfile.h", "libsndfile1-dev", "libsndfile"),
      ("kissfft", "kissfft/kiss_fftr.h", "libkissfft-dev", "kissfft"),
      ("nettle", "nettle/sha2.h", "nettle-dev", "nettle"),
      ("OpenBLAS", "cblas.h", "libopenblas-dev", nil as String?),
    ]
    var all = [
      Requirement(
        name: "the modules that chapters use", isMet: hasModules,
        remedy: .text(
          "swift build -c release --product \(ModuleLibrary.name), and name its folder with '--library'"))
    ]
    for (name, header, debian, brew) in libraries {
      #if os(Linux)
        let isPart = true
      #else
        let isPart = brew != nil
      #endif
      if isPart {
        all.append(
          Requirement(
            name: "\(name), for the modules", isMet: hasHeader(header),
            remedy: .package(debian: debian, brew: brew)))
      }
    }
    return all
  }

  private static func isolation() async -> Requirement {
    let name = "bubblewrap, for '--isolate' and for answers of others"
    let package = Remedy.package(debian: "bubblewrap", brew: nil)
    do {
      _ = try await Sandbox.find()
      return Requirement(name: name, isMet: true, isNeeded: false, remedy: package)
    } catch Sandbox.Unavailable.notInstalled {
      return Requirement(name: name, isMet: false, isNeeded: false, remedy: package)
    } catch {
      return Requirement(name: name, isMet: false, isNeeded: false, remedy: .text("\(error)"))
    }
  }

  private static func hasHeader(_ name: String) -> Bool {
    let folders = [
      "/usr/include", "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu", "/usr/local/include",
      "/opt/homebrew/include",
    ]
    return folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(name)") }
  }

  private static func isOnPath(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
