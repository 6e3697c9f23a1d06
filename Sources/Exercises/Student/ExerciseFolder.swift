import Book
import Foundation

/// The folder where a student works, with a Swift package for each exercise.
package struct ExerciseFolder: Sendable {
  /// The path of the folder with all packages.
  package let path: String
  private let modules: [String]
  /// The package with the modules for the answers; nil if there is none.
  private let packageFolder: String?

  /// The folder at `path`, whose packages use `modules` of the package in `packageFolder`.
  package init(path: String, modules: [String], packageFolder: String?) {
    self.path = path
    self.modules = modules
    self.packageFolder = packageFolder
  }

  /// The file that the student edits.
  package func answerPath(of label: String) -> String {
    "\(path)/\(label)/Sources/\(Self.moduleName(label))/\(Self.answerName)"
  }

  /// The name of the file that the student edits.
  package static let answerName = "Answer.swift"

  /// The Swift files that the student has put beside the answer.
  package func otherSources(of label: String) -> [String] {
    let folder = URL(fileURLWithPath: "\(path)/\(label)/Sources").path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.sorted().map { folder + "/" + $0 }
      .filter { $0.hasSuffix(".swift") && $0 != answerPath(of: label) }
  }

  /// Whether the student has begun the exercise.
  package func isStarted(_ label: String) -> Bool {
    FileManager.default.fileExists(atPath: answerPath(of: label))
  }

  /// Writes the starter. Returns false, and writes nothing, if the student has begun already.
  package func start(_ exercise: Exercise) throws -> Bool {
    if isStarted(exercise.label) { return false }
    try write(exercise.starter, of: exercise, to: "\(path)/\(exercise.label)")
    return true
  }

  /// Writes the starter again. An old answer is moved to a new file beside it; returns the path of that file.
  package func reset(_ exercise: Exercise) throws -> String? {
    var kept: String?
    let answer = answerPath(of: exercise.label)
    if FileManager.default.fileExists(atPath: answer) {
      let number = (1...).first {
        !FileManager.default.fileExists(atPath: "\(path)/\(exercise.label)/before-\($0).txt")
      }
      let name = "\(path)/\(exercise.label)/before-\(number ?? 1).txt"
      try FileManager.default.moveItem(atPath: answer, toPath: name)
      kept = name
    }
    try write(exercise.starter, of: exercise, to: "\(path)/\(exercise.label)")
    return kept
  }

  /// Writes a package with `lines` as the answer.
  func write(_ lines: [CodeLine], of exercise: Exercise, to folder: String) throws {
    let module = Self.moduleName(exercise.label)
    let sources = "\(folder)/Sources/\(module)"
    try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    try write(manifest(module: module), to: "\(folder)/Package.swift")
    try write(readme(exercise, module: module), to: "\(folder)/README.md")
    try write(Exercise.file(lines, modules: modules), to: "\(sources)/\(Self.answerName)")
  }

  private func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
  }

  /// The name of the module, such as `MseGradient` for `mse-gradient`.
  static func moduleName(_ label: String) -> String {
    label.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func manifest(module: String) -> String {
    let package = packageFolder.map { folder in
      (
        dependency: ".package(path: \(folder.debugDescription))",
        product:
          ".product(name: \"BookModules\", package: \(URL(fileURLWithPath: folder).lastPathComponent.lowercased().debugDescription))"
      )
    }
    return """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "\(module)",
        platforms: [.macOS(.v15)],
        dependencies: [\(package?.dependency ?? "")],
        targets: [.target(name: "\(module)", dependencies: [\(package?.product ?? "")])]
      )

      """
  }

  private func readme(_ exercise: Exercise, module: String) -> String {
    let criteria = exercise.criteria.map {
      "- \($0.says) (\($0.points) \($0.points == 1 ? "point" : "points"))"
    }
    return """
      # \(exercise.title)

      Replace every `// TODO` in `Sources/\(module)/\(Self.answerName)`. Your answer is judged by these checks:

      \(criteria.joined(separator: "\n"))

      In the folder of the book:

      ```console
      $ galley exercise check \(exercise.label)
      $ galley exercise watch \(exercise.label)
      $ galley exercise hint \(exercise.label)
      ```

      """
  }
}
