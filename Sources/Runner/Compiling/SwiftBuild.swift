/// A step of a build of modules, for showing its progress.
package enum BuildStep: Sendable, Equatable {
  /// The build has begun. The text says what is built.
  case began(String)
  /// So many of the build's tasks are done. The total may grow during a build.
  case done(Int, of: Int)

  /// The step that a line of SwiftPM's output reports, such as `[12/60] Compiling Events Value.swift`.
  init?(line: some StringProtocol) {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let numbers = line[..<end].dropFirst().split(separator: "/").map { Int($0) }
    guard numbers.count == 2, let done = numbers[0], let total = numbers[1] else { return nil }
    self = .done(done, of: total)
  }
}

/// The modules of a package did not build.
package struct BuildError: Error, CustomStringConvertible {
  /// The errors of the build, or the last lines of its output.
  package var description: String
}

/// One release build of the library for chapters by SwiftPM.
struct SwiftBuild {
  var packageFolder: String
  /// The folder of everything that the build makes.
  var scratchFolder: String
  /// The subject of the error message, such as `the book's modules`.
  var subject: String

  /// The folder of the products.
  var products: String { scratchFolder + "/release" }

  /// Builds the library, and throws a ``BuildError`` if it cannot be built.
  func run(progress: (BuildStep) -> Void) async throws {
    let arguments = [
      "build", "-c", "release", "--product", ModuleLibrary.name, "--package-path", packageFolder,
      "--scratch-path", scratchFolder,
    ]
    var lines: [Substring] = []
    let result = try await SwiftCall(arguments).run { line in
      if let step = BuildStep(line: line) { progress(step) } else { lines.append(line) }
    }
    if result.isSuccess { return }
    lines += result.errors.split(separator: "\n")
    let errors = lines.filter { $0.contains("error:") }
    throw BuildError(
      description: "\(subject) do not build:\n"
        + (errors.isEmpty ? lines.suffix(5) : errors[...]).joined(separator: "\n")
        + "\nCorrect the sources; if they are right, remove '\(scratchFolder)' and try again, or use '--library'"
    )
  }
}
