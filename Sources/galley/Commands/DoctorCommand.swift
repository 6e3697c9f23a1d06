import ArgumentParser
import Foundation
import Runner
import Site

/// `galley doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "List what is missing on this machine, and how to install it.")

  func run() async throws {
    var isMissing = false
    for finding in await findings() {
      print("\(finding.isThere ? "ok     " : finding.isNeeded ? "missing" : "without") \(finding.what)")
      if !finding.isThere {
        print("        \(finding.remedy)")
        isMissing = isMissing || finding.isNeeded
      }
    }
    if isMissing { throw ExitCode.failedCheck }
  }

  private struct Finding {
    var what: String
    var isThere: Bool
    var isNeeded = true
    var remedy: String
  }

  private func findings() async -> [Finding] {
    let toolchain = Toolchain.find()
    var findings = [
      Finding(
        what: "Swift: \(toolchain?.compiler ?? "swiftc")", isThere: toolchain != nil,
        remedy: "install a Swift toolchain from https://www.swift.org/install/ and put it on the PATH"),
      Finding(
        what: "KaTeX, for formulas", isThere: SiteBuilder.hasFormulas,
        remedy: "sudo apt-get install libjs-katex (macOS: brew install katex)"),
      Finding(
        what: "Graphviz, for diagrams", isThere: isOnPath("dot"),
        remedy: "sudo apt-get install graphviz (macOS: brew install graphviz)"),
    ]
    findings.append(
      Finding(
        what: "curl, for 'galley check --links'", isThere: isOnPath("curl"), isNeeded: false,
        remedy: "sudo apt-get install curl"))
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let hasLibrary =
      LibraryBuild.around(program) != nil || ModuleLibrary.besideProgram(program) != nil
    findings.append(
      Finding(
        what: "the modules that chapters use", isThere: hasLibrary,
        remedy: "swift build -c release --product \(ModuleLibrary.name), and name its folder with '--library'"
      ))
    let temporary = FileManager.default.temporaryDirectory.path
    findings.append(
      Finding(
        what: "temporary folder: \(temporary)",
        isThere: FileManager.default.isWritableFile(atPath: temporary),
        remedy: "set TMPDIR to a writable folder"))
    do {
      _ = try await Sandbox.find()
      findings.append(Finding(what: "bubblewrap, for '--isolate'", isThere: true, remedy: ""))
    } catch {
      findings.append(
        Finding(
          what: "bubblewrap, for '--isolate'", isThere: false, isNeeded: false,
          remedy: "sudo apt-get install bubblewrap; it needs user namespaces"))
    }
    return findings
  }

  private func isOnPath(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
