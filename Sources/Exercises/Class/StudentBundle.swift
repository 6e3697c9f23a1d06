import Book
import Events
import Plan

/// A Swift package for students, with the starter of an exercise and a program that runs the visible checks. It holds
/// neither the book nor the solution, only the expected values of the visible checks.
package struct StudentBundle: Sendable {
  /// The code of others that the code of students uses.
  package struct Dependencies: Sendable {
    /// The modules that each file imports.
    package var modules: [String]
    /// The entries for the packages in a manifest, with paths from the folder of an exercise.
    package var packages: [String]
    /// The entries for the products in the dependencies of a target.
    package var products: [String]

    /// Creates dependencies from their parts.
    package init(modules: [String], packages: [String], products: [String]) {
      self.modules = modules
      self.packages = packages
      self.products = products
    }
  }

  private let exercise: Exercise
  private let dependencies: Dependencies
  /// Expected values as Swift literals, by the number of the criterion. A criterion without one is judged after
  /// hand-in.
  private let expected: [Int: String]

  /// The bundle of `exercise`; `grader` runs the solution.
  package init(_ exercise: Exercise, _ dependencies: Dependencies, grader: Grader) async throws {
    self.exercise = exercise
    self.dependencies = dependencies
    let outcomes = try await grader.keptOutcomes(of: exercise.solution, exercise).outcomes
    var expected: [Int: String] = [:]
    for (number, (criterion, outcome)) in zip(exercise.criteria, outcomes).enumerated() {
      guard !criterion.isHidden, criterion.judge == nil, case .value(let value) = outcome else { continue }
      expected[number] = Self.literal(value)
    }
    self.expected = expected
  }

  /// A value of the author as a Swift literal; nil if it has none.
  private static func literal(_ value: Value) -> String? {
    switch value {
    case .boolean(let flag): return "\(flag)"
    case .integer(let digits): return digits
    case .floatingPoint(let number, _): return number.isFinite ? "\(number)" : nil
    case .text(let text): return text.debugDescription
    case .array(let elements, let count):
      let literals = elements.compactMap(literal)
      return literals.count == count ? "[" + literals.joined(separator: ", ") + "]" : nil
    case .none, .void, .decimal, .set, .dictionary, .record, .enumeration, .opaque, .table, .figure, .image:
      return nil
    }
  }

  private var module: String { ExerciseFolder.moduleName(exercise.label) }

  /// The files of the package, by their path below its folder.
  package var files: [String: String] {
    [
      "Package.swift": manifest, "README.md": readme,
      "Sources/\(module)/\(ExerciseFolder.answerName)": imports
        + exercise.starter.map(\.text).joined(separator: "\n")
        + "\n", "Sources/check/main.swift": program, "Sources/check/Check.swift": Self.comparison,
    ]
  }

  private var imports: String {
    dependencies.modules.isEmpty ? "" : dependencies.modules.map { "import \($0)\n" }.joined() + "\n"
  }

  private var manifest: String {
    let products = dependencies.products.joined(separator: ", ")
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "\(module)",
        platforms: [.macOS(.v15)],
        dependencies: [\(dependencies.packages.joined(separator: ", "))],
        targets: [
          .target(name: "\(module)", dependencies: [\(products)], swiftSettings: [.swiftLanguageMode(.v5)]),
          .executableTarget(
            name: "check", dependencies: ["\(module)"\(products.isEmpty ? "" : ", " + products)],
            swiftSettings: [.swiftLanguageMode(.v5)]),
        ]
      )

      """
  }

  private var readme: String {
    let criteria = exercise.criteria.enumerated().map { number, criterion in
      "- \(criterion.says) (\(criterion.points) \(criterion.points == 1 ? "point" : "points"))"
        + (expected[number] == nil ? ", judged after you hand it in" : "")
    }
    return """
      # \(exercise.title)

      Replace every `// TODO` in `Sources/\(module)/\(ExerciseFolder.answerName)`. Your answer is judged by these checks:

      \(criteria.joined(separator: "\n"))

      To try it, in this folder:

      ```console
      $ swift run check
      ```

      Hand in the folder as it is.

      """
  }

  private var program: String {
    var text = "@testable import \(module)\n" + imports + "\n"
    for (number, criterion) in exercise.criteria.enumerated() {
      guard let value = expected[number], let body = returning(criterion.lines) else { continue }
      text += """
        check(\(criterion.says.debugDescription), gives: \(value), within: \(criterion.tolerance)) {
          let seed: UInt64 = \(exercise.seed)
          _ = seed
        \(body)
        }

        """
    }
    return text + "finish()\n"
  }

  /// `lines` with `return` before the last expression; nil if there is no such expression.
  private func returning(_ lines: [CodeLine]) -> String? {
    let (plan, problems) = Planner.plan(
      [], trials: [Trial(prelude: "", lines: lines)], of: exercise.chapter, timeout: exercise.timeout,
      modules: [])
    guard problems.isEmpty, let last = plan.probes.first?.position else { return nil }
    return lines.map { line in
      guard line.position.line == last.line, line.position.file == last.file else { return line.text }
      let bytes = Array(line.text.utf8)
      let column = last.utf8Column - line.position.utf8Column
      return String(decoding: bytes[..<column], as: UTF8.self) + "return "
        + String(decoding: bytes[column...], as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// The source of the functions that compare values.
  private static let comparison = """
    import Foundation

    private nonisolated(unsafe) var missed = 0

    /// Prints whether `body` gives the expected value.
    func check<Value, Expected>(
      _ says: String, gives expected: Expected, within tolerance: Double, _ body: () throws -> Value
    ) {
      do {
        let value = try body()
        if agrees(value, expected, tolerance) { return print("✓ \\(says)") }
        print("✗ \\(says)\\n      \\(value) is not right, \\(expected) is")
      } catch {
        print("✗ \\(says)\\n      it threw \\(error)")
      }
      missed += 1
    }

    /// Ends the program, with 1 if a check failed.
    func finish() -> Never { exit(missed == 0 ? 0 : 1) }

    private func agrees(_ value: Any, _ expected: Any, _ tolerance: Double) -> Bool {
      guard let xs = numbers(value), let ys = numbers(expected) else {
        return String(describing: value) == String(describing: expected)
      }
      return xs.count == ys.count
        && zip(xs, ys).allSatisfy { $0 == $1 || abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    /// The numbers in a number or in nested arrays of numbers; nil for any other value.
    private func numbers(_ value: Any) -> [Double]? {
      if let number = value as? any BinaryFloatingPoint { return [Double(number)] }
      if let number = value as? any BinaryInteger { return [Double(number)] }
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .collection else { return nil }
      var all: [Double] = []
      for child in mirror.children {
        guard let inner = numbers(child.value) else { return nil }
        all += inner
      }
      return all
    }

    """
}
