extension BlockOptions {
  /// Reads the option lines of a block.
  init(lines: [CodeLine], prefix: String, role: FenceRole, _ diagnostics: inout [Diagnostic]) {
    self.init()
    // A student waits for the result, and a teacher waits for the results of a whole class.
    if role == .exercise { timeout = .seconds(5) }
    var seen: Set<BlockOptionName> = []
    for line in lines {
      let reader = OptionReader(line: line, prefix: prefix, role: role)
      guard let (name, value) = reader.nameAndValue(&diagnostics) else { continue }
      // Both options choose the layer of the code.
      guard seen.insert(name == .codeFold ? .layer : name).inserted else {
        diagnostics.append(BookProblem.optionRepeated(name.rawValue).diagnostic(at: line.position))
        continue
      }
      if !set(name, to: value, role: role) {
        let problem = BookProblem.optionValueInvalid(
          name.rawValue, value: value, allowed: name.allowedValues(in: role))
        diagnostics.append(problem.diagnostic(at: line.position))
      }
    }
  }

  /// Sets an option from its text; false when the text is not a valid value.
  private mutating func set(_ name: BlockOptionName, to value: String, role: FenceRole) -> Bool {
    switch name {
    case .label:
      return setName(\.label, to: value)
    case .echo: return set(\.echo, to: value)
    case .output: return set(\.output, to: value)
    case .layer:
      guard let layer = Layer(rawValue: value) else { return false }
      self.layer = layer
    case .codeFold:
      guard let isFolded = Bool(value) else { return false }
      layer = isFolded ? .apparatus : .lesson
    case .figureCaption: figureCaption = value
    case .figureAlternative: figureAlternative = value
    case .tableCaption: tableCaption = value
    case .timeout:
      guard let seconds = Double(value), seconds > 0, seconds <= 3600 else { return false }
      timeout = .seconds(seconds)
    case .cpu:
      guard let seconds = Double(value), seconds > 0, seconds <= 36_000 else { return false }
      limits.processorSeconds = seconds
    case .memory: return set(\.memory, to: value, in: 16...1_048_576)
    case .processes: return set(\.processes, to: value, in: 1...10_000)
    case .files: return set(\.files, to: value, in: 8...100_000)
    case .inputs:
      inputs = value.split(separator: ",").map(\.trimmingSpaces)
      return !inputs.isEmpty && inputs.allSatisfy(Self.isInside)
    case .live:
      guard let controls = LiveControl.list(value) else { return false }
      live = controls
    case .expect where role == .math: return audit.setExpectation(value)
    case .given: audit.given = value
    case .equivalentTo: audit.equivalentTo = value
    case .mapping: return audit.setMapping(value)
    case .exercise: return setName(\.exercise.exercise, to: value)
    case .fails: return setName(\.exercise.fails, to: value)
    case .title: exercise.title = value
    case .says: exercise.says = value
    case .hint: exercise.hint = value
    case .judge: exercise.judge = value
    case .hidden: return set(\.exercise.isHidden, to: value)
    case .points:
      guard let points = Int(value), (1...1000).contains(points) else { return false }
      exercise.points = points
    case .seed:
      guard let seed = UInt64(value) else { return false }
      exercise.seed = seed
    case .tolerance:
      guard let tolerance = Double(value), tolerance >= 0, tolerance < 1 else { return false }
      exercise.tolerance = tolerance
    case .expect:
      guard let expectation = Expectation(value) else { return false }
      self.expectation = expectation
    }
    return !value.isEmpty
  }

  /// Whether a path stays below the folder that it starts from.
  private static func isInside(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return !steps.contains { ["", ".", ".."].contains($0) }
  }

  private mutating func set(
    _ limit: WritableKeyPath<BlockLimits, Int>, to value: String, in range: ClosedRange<Int>
  ) -> Bool {
    guard let number = Int(value), range.contains(number) else { return false }
    limits[keyPath: limit] = number
    return true
  }

  /// Sets the label of the block; false when `name` is not a valid label.
  mutating func setLabel(_ name: String) -> Bool { setName(\.label, to: name) }

  private mutating func setName(_ option: WritableKeyPath<BlockOptions, String?>, to value: String) -> Bool {
    self[keyPath: option] = value
    return value.wholeMatch(of: /[A-Za-z][A-Za-z0-9_\-]*/) != nil
  }

  private mutating func set(_ option: WritableKeyPath<BlockOptions, Bool>, to value: String) -> Bool {
    guard let flag = Bool(value) else { return false }
    self[keyPath: option] = flag
    return true
  }
}

extension BlockOptions.Expectation {
  /// Reads `trap`, `throws` or `compile-error "text"`; nil for any other text.
  init?(_ value: String) {
    switch value {
    case "trap": self = .trap
    case "throws": self = .throwing
    default:
      guard let match = value.wholeMatch(of: /compile-error\s+"(.+)"/) else { return nil }
      self = .compileError(String(match.1))
    }
  }
}

extension FormulaAudit {
  /// Reads `fails at 2, 4` or `differs`; false for any other text.
  fileprivate mutating func setExpectation(_ value: String) -> Bool {
    if value == "differs" {
      differs = true
      return true
    }
    guard let match = value.wholeMatch(of: /fails at ([0-9]+(?:\s*,\s*[0-9]+)*)/) else { return false }
    failingSteps = match.1.split(separator: ",").compactMap { Int($0.trimmingSpaces) }
    return !failingSteps.contains(0)
  }

  /// Reads `\gamma → \beta, x → \theta`, where `->` may replace `→`; false for any other text.
  fileprivate mutating func setMapping(_ value: String) -> Bool {
    for pair in value.replacing("->", with: "→").split(separator: ",") {
      let names = pair.split(separator: "→", omittingEmptySubsequences: false).map(\.trimmingSpaces)
      guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return false }
      mapping[names[0]] = names[1]
    }
    return !mapping.isEmpty
  }
}

extension BlockOptionName {
  /// The valid values of the option in words, as a message continues after "must be".
  fileprivate func allowedValues(in role: FenceRole) -> String {
    switch self {
    case .label, .exercise, .fails: "letters, digits, hyphens and underscores, beginning with a letter"
    case .layer: "lesson, apparatus or proof"
    case .echo, .output, .codeFold, .hidden: "true or false"
    case .points: "a whole number from 1 to 1000"
    case .seed: "a whole number that is not negative"
    case .tolerance: "a number from 0 to below 1"
    case .title, .says, .hint: "a line of text"
    case .judge: "a Swift condition on 'answer'"
    case .figureCaption, .figureAlternative, .tableCaption: "a line of text"
    case .timeout: "a number of seconds up to 3600"
    case .cpu: "a number of seconds up to 36000"
    case .memory: "a number of mebibytes from 16"
    case .processes: "a whole number from 1 to 10000"
    case .files: "a whole number from 8 to 100000"
    case .live: LiveControl.allowed
    case .inputs: "files below the chapter's folder, such as 'data/train.csv, data/test.csv'"
    case .expect where role == .math: "'fails at 2, 4' or 'differs'"
    case .expect: "trap, throws or compile-error \"text\""
    case .given: "values such as '\\eta = 0.01, g = [0.1, 0.2]'"
    case .equivalentTo: "the label of another formula"
    case .mapping: "names such as '\\gamma → \\beta, x → \\theta'"
    }
  }
}
