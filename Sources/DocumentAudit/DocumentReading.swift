import Formulas

/// A document while it is judged: its pieces, what has been read, what has been found.
struct DocumentReading {
  /// A statement of the document, read.
  struct ReadStatement {
    var statement: Statement
    var line: Int
    var isDisplay: Bool
  }

  let pieces: [DocumentPiece]
  /// The words of the document, without code and math.
  let prose: String
  /// Formulas by the index of their piece.
  private(set) var formulas: [Int: Result<Formula, ReadingError>] = [:]
  private(set) var read: [ReadStatement] = []
  private(set) var statements: [AuditedStatement] = []
  var findings: [Finding] = []
  private var wrongResult: Finding?
  /// Symbols and calls that stand alone in a sentence, by name: the text talks about them.
  private(set) var mentioned: Set<String> = []
  /// What is known at the end of the document.
  private(set) var environment = FormulaEnvironment()

  init(_ text: String) {
    pieces = MathExtractor.pieces(of: text)
    prose = pieces.map { if case .text(let text, _) = $0 { text } else { " " } }.joined()
    readFormulas()
  }

  private mutating func readFormulas() {
    for (index, piece) in pieces.enumerated() {
      guard case .math(let span) = piece, !span.isProse else { continue }
      formulas[index] = span.isClosed ? Self.read(span.latex) : .failure(Self.unclosed(span))
    }
  }

  private static func read(_ latex: String) -> Result<Formula, ReadingError> {
    do throws(ReadingError) {
      return .success(try Formula(latex))
    } catch {
      return .failure(error)
    }
  }

  private static func unclosed(_ span: MathSpan) -> ReadingError {
    let lines = span.latex.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    return ReadingError(
      problem: .unclosed("$$"), token: "",
      position: FormulaPosition(utf8Offset: span.latex.utf8.count, line: lines, column: 1))
  }

  // MARK: Judging

  /// Judges every statement in order.
  mutating func judge(seed: UInt64) {
    var derivation = Derivation(rigour: .lenient, seed: seed)
    var words = ProseValues()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text, _): Self.take(words.read(text: text), into: &derivation)
      case .heading:
        derivation.startSection()
        reportResult()
      case .paragraphEnd: words.endParagraph()
      case .stray(let text, let line):
        findings.append(
          Finding(
            line: line, kind: .strayCharacter, message: "'\(text)' behind the display belongs to nothing"))
      case .math(let span):
        guard let formula = formulas[index] else { continue }
        switch formula {
        case .success(let formula):
          derivation.announced = announcements(after: index)
          judge(formula, span, &derivation, &words)
        case .failure(let error): report(error, span)
        }
      }
    }
    reportResult()
    environment = derivation.environment
  }

  /// Values that inline formulas give in the rest of this paragraph and in the next one.
  private func announcements(after index: Int) -> [(quantity: MathExpression, value: MathValue)] {
    var result: [(quantity: MathExpression, value: MathValue)] = []
    var paragraphs = 0
    for position in (index + 1)..<min(pieces.count, index + 40) {
      switch pieces[position] {
      case .heading: return result
      case .paragraphEnd:
        paragraphs += 1
        if paragraphs == 2 { return result }
      case .math(let span) where !span.isDisplay:
        guard case .success(let formula)? = formulas[position] else { continue }
        for statement in formula.statements where statement.sides.count == 2 {
          let (left, right) = (statement.sides[0].expression, statement.sides[1].expression)
          var evaluator = FormulaEvaluator(FormulaEnvironment())
          guard statement.relations[0].kind == .equals, left.quantityName != nil, right.isWrittenValue,
            let value = try? evaluator.value(of: right)
          else { continue }
          result.append((left, value))
        }
      default: break
      }
    }
    return result
  }

  private static func take(_ assignments: [ProseValues.Assignment], into derivation: inout Derivation) {
    for assignment in assignments {
      var evaluator = FormulaEvaluator(FormulaEnvironment())
      guard let value = try? evaluator.value(of: assignment.value),
        let name = assignment.quantity.quantityName
      else { continue }
      if assignment.isUsual, derivation.environment.value(of: assignment.quantity) != nil,
        !derivation.usualNames.contains(name)
      {
        continue
      }
      derivation.environment.assign(value, to: assignment.quantity)
      derivation.corrections[name] = nil
      if assignment.isUsual { derivation.usualNames.insert(name) } else { derivation.usualNames.remove(name) }
    }
  }

  private mutating func judge(
    _ formula: Formula, _ span: MathSpan, _ derivation: inout Derivation, _ words: inout ProseValues
  ) {
    for statement in formula.statements {
      if statement.relations.isEmpty, let side = statement.sides.first {
        if !span.isDisplay {
          if let name = side.expression.quantityName { mentioned.insert(name) }
          for symbol in side.expression.symbols { mentioned.insert(symbol.name) }
          Self.take(words.read(formula: side.expression), into: &derivation)
        }
        continue
      }
      read.append(
        ReadStatement(
          statement: statement, line: span.line + statement.position.line - 1, isDisplay: span.isDisplay))
      if !span.isDisplay, let side = statement.sides.first {
        mentioned.insert(side.expression.quantityName ?? "")
      }
      let correct = derivation.correctValue(for: statement)
      let steps = derivation.judge(statement)
      for step in steps { record(step, of: statement, in: span, alone: steps.count == 1) }
      noteResult(statement, steps, correct: correct, span: span)
    }
  }

  private mutating func record(_ step: JudgedStep, of statement: Statement, in span: MathSpan, alone: Bool) {
    let line = span.line + (alone ? statement.position.line : step.position.line) - 1
    let latex = alone ? statement.latex : "\(step.left) \(step.relation.text) \(step.right)"
    statements.append(
      AuditedStatement(
        line: line, latex: latex, verdict: step.verdict.name, left: step.leftValue, right: step.rightValue))
    if case .fails(let discrepancy) = step.verdict {
      findings.append(Finding(discrepancy, of: step, line: line))
    }
  }

  /// Notes a chain that ends in another value than its rule gives; the last one of a section is reported.
  private mutating func noteResult(
    _ statement: Statement, _ steps: [JudgedStep], correct: MathValue?, span: MathSpan
  ) {
    guard let step = steps.last, case .holds = step.verdict, let correct, let value = step.rightValue,
      let last = statement.sides.last?.expression, last.isWrittenValue,
      !WrittenPrecision(last, relation: .equals).accepts(correct, value)
    else { return }
    wrongResult = Finding(
      line: span.line + step.position.line - 1, kind: .result,
      message:
        "the chain ends at \(value); without the mistakes before it the result is \(correct.roundedText)"
    )
  }

  private mutating func reportResult() {
    if let wrongResult { findings.append(wrongResult) }
    wrongResult = nil
  }

  private mutating func report(_ error: ReadingError, _ span: MathSpan) {
    let line = span.isClosed ? span.line + error.position.line - 1 : span.openingLine
    let firstLine = span.latex.split(separator: "\n").joined(separator: " ")
    statements.append(AuditedStatement(line: line, latex: firstLine, verdict: "unreadable"))
    if span.isClosed {
      findings.append(Finding(line: line, kind: .unreadable, message: error.description))
    } else {
      let last = span.line + error.position.line - 1
      findings.append(
        Finding(
          line: line, kind: .unclosed,
          message: "this display is not closed; the text breaks off on line \(last)"))
    }
  }
}

extension Derivation {
  /// The value that the chain of this statement should have, if it goes on.
  func correctValue(for statement: Statement) -> MathValue? {
    guard !statement.continuesPrevious, let name = statement.sides.first?.expression.quantityName,
      let row = rows[name], !row.expression.isWrittenValue
    else { return nil }
    return row.isFlawed ? row.correct : nil
  }
}
