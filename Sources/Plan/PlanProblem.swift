import Book

/// A problem in the Swift of a chapter that is found before it is compiled.
enum PlanProblem: Error, Equatable {
  case syntax(String)
  case inlineSyntax(String)
  case expectationMalformed(ExpectedValueParser.Failure)
  case printsMalformed
  case nearlyCheck(String)
  case unknownEscape(String)
  case checkInsideStatement
  case checkWithoutStatement
  case checkWithoutValue
  case readTooEarly(String, declaredAt: Int)
  case liveNameUnknown(String, nearest: String?)
  case liveNotConstant(String)
  case liveValueUnfit(String, String)
  case liveValueOutside(String)
  case liveShowsNothing
  case liveAndExpected
  case colonBeforeProof

  /// The problem in words, at its position.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(self == .colonBeforeProof ? .warning : .error, at: position, message, fix: fix)
  }

  private var message: String {
    switch self {
    case .syntax(let message): message
    case .inlineSyntax(let message): "not an expression: \(message)"
    case .expectationMalformed(let failure):
      switch failure {
      case .noValue: "the check has no value"
      case .notFinite(let word): "'\(word)' cannot be expected, because it never passes a check"
      case .notANumber(let word): "'// ≈' compares numbers, and '\(word)' is not one"
      case .badTolerance(let text): "'\(text)' is not a tolerance"
      case .unclosed: "the expected value is not closed"
      case .unknownEscape(let escape): "Swift has no escape '\(escape)'"
      case .tooDeep: "the brackets of the expected value are nested too deeply"
      case .trailing(let text): "'\(text)' does not belong to the expected value"
      }
    case .printsMalformed: "'// Prints' must be followed by one line of text in quotes"
    case .nearlyCheck(let comment): "'\(comment)' looks like a check but is not one"
    case .unknownEscape(let escape): "Swift has no escape '\(escape)'"
    case .checkInsideStatement: "a check must not be inside a statement, where it would have no single value"
    case .checkWithoutStatement: "a check must follow a statement"
    case .checkWithoutValue: "a check must follow a statement that has a value"
    case .readTooEarly(let name, let line): "'\(name)' has no value here yet, it gets one on line \(line)"
    case .liveNameUnknown(let name, _): "'live' names '\(name)', and the block declares no such constant"
    case .liveNotConstant(let name): "'live' names '\(name)', which must be a single constant with a value"
    case .liveValueUnfit(let name, let form): "the value of '\(name)' must be \(form) for its control"
    case .liveValueOutside(let name): "the value of '\(name)' must be one that its control can reach"
    case .liveShowsNothing: "the live block shows nothing, and no number of the prose follows from it"
    case .liveAndExpected: "a block that has to fail cannot be live"
    case .colonBeforeProof:
      "the sentence before ends with a colon, but this block only checks, so no page shows it"
    }
  }

  private var fix: String? {
    switch self {
    case .syntax, .inlineSyntax: nil
    case .expectationMalformed(let failure):
      switch failure {
      case .noValue: "write for example '// ≈ 0.9932'"
      case .notFinite: "compare a finite number, or a Bool with '// == true'"
      case .notANumber: "use '// ==' for other values"
      case .badTolerance: "write '± 1e-6' or '± 2%'"
      case .unclosed: "close it with a bracket or a quote"
      case .unknownEscape: Self.escapes
      case .tooDeep: "compare a part of it"
      case .trailing: "a tolerance is written '± 1e-6' or '± 2%'; other words go on a line of their own"
      }
    case .printsMalformed: "write for example '// Prints \"loss 0.25\"'"
    case .unknownEscape: Self.escapes
    case .nearlyCheck: "a check is '// ≈ 0.25', '// == 3' or '// Prints \"…\"'"
    case .checkInsideStatement: "put it after the whole statement, outside of all braces"
    case .checkWithoutStatement: "put it after the expression that it checks, or directly below"
    case .readTooEarly: "move this below that line"
    case .liveNameUnknown(let name, let nearest):
      nearest.map { "did you mean '\($0)'?" } ?? "write 'let \(name) = …' at the top level of the block"
    case .liveNotConstant(let name): "write 'let \(name) = …' on a line of its own"
    case .liveValueUnfit: "write the value as a literal; a number of type Double needs a point, such as '2.0'"
    case .liveValueOutside: "widen the range, or change the value"
    case .liveShowsNothing: "end it with an expression, or write a number such as '`{swift} name`' below it"
    case .liveAndExpected: "remove 'live' or 'expect'"
    case .colonBeforeProof: "end the sentence with a full stop, or write '//| layer: lesson' into the block"
    case .checkWithoutValue:
      "put it after an expression, a 'let' or an assignment; use '// Prints' for output"
    }
  }

  private static let escapes = #"write \n, \t, \r, \0, \", \', \\ or \u{e9}"#
}
