import Formulas

/// Follows a document from statement to statement and judges each of them.
struct DocumentJudge {
  /// A statement that could be read.
  struct ReadStatement {
    var statement: Statement
    var line: Int
    var isDisplay: Bool
  }

  /// The number of nodes that all tests of a statement may visit.
  private static let effort = 1_000_000
  /// The same number in a document whose statements have already taken `largeEffort`.
  private static let smallEffort = 100_000
  private static let largeEffort = 20_000_000
  private var effortTaken = 0

  let reading: DocumentReading
  let seed: UInt64
  private(set) var read: [ReadStatement] = []
  var statements: [AuditedStatement] = []
  var findings: [Finding] = []
  var unread: [UnreadFormula] = []
  /// The names of symbols and calls that stand alone in a sentence, so that the text talks about them.
  private(set) var mentioned: Set<String> = []
  var derivation: Derivation
  var words = ProseValues()
  /// The last chain of the section that ends at a wrong value, by the name of its left side.
  var wrongResults: [String: Finding] = [:]
  /// Values that hold under a condition, with the number of paragraphs after which the judge forgets them.
  var conditional: [(quantity: MathExpression, paragraphs: Int)] = []
  /// The equations of the part that are no identities: conditions, equations to solve.
  var constraints: [(equation: Equation, paragraphs: Int)] = []
  var bounds = StatedBounds()
  var announcedBounds: [MathExpression.Condition] = []
  var solutions = StatedSolutions()
  var points = MentionedPoints()
  /// The tables of the part so far.
  var partTables: [DataTable] = []
  /// The number of paragraphs so far, and the paragraph of the part that last gave a name a value.
  var paragraph = 0
  /// The paragraph of the last list of data.
  private(set) var dataParagraph = 0
  var lastGiven: [String: Int] = [:]
  /// The paragraph of the part in which a statement last held with the value of a name.
  var lastConfirmed: [String: Int] = [:]
  /// The names to which remarks for the audit have given values.
  var givenByRemarks: Set<String> = []
  /// The number of paragraphs, from this one on, that follow from a condition that holds nowhere. A proof by
  /// contradiction begins with it.
  var impossible = 0
  /// The decimals that the part has given as rounded results.
  var roundedResults: Set<WrittenDecimal> = []

  init(_ reading: DocumentReading, seed: UInt64) {
    self.reading = reading
    self.seed = seed
    derivation = Derivation(rigour: .lenient, seed: seed)
    derivation.environment.normalises = reading.notations.speaksOfShares
  }

  /// The values and definitions known so far.
  var environment: FormulaEnvironment { derivation.environment }

  /// Judges every statement in order.
  mutating func run() {
    var tables = reading.tables[...]
    for (index, piece) in reading.pieces.enumerated() {
      if case .math(let span) = piece {
        while let table = tables.first, table.lastLine < span.openingLine {
          derivation.environment.note(table)
          partTables.append(table)
          findings += table.findings
          tables = tables.dropFirst()
        }
      }
      switch piece {
      case .text(let text, _):
        if reading.partStarts.contains(index) { beginPart() }
        if !conditional.isEmpty, Self.endsOfCase.contains(where: text.lowercased().contains) { endCase() }
        take(words.read(text: text))
        if let (variable, distribution) = reading.wordedDistribution(at: index) {
          derivation.environment.distributions[variable.name] = distribution
        }
        let data = DocumentReading.data(listedIn: text)
        if !data.isEmpty { (derivation.environment.data, dataParagraph) = (data, paragraph) }
      case .heading:
        beginPart()
        reportResult()
      case .paragraphEnd:
        words.endParagraph()
        endConditions()
      case .stray(let text, let line):
        findings.append(
          Finding(.strayCharacter, at: DocumentPlace(line: line, column: 1), .stray(text)))
      case .math(let span):
        switch reading.formulas[index] {
        case .success(let formula):
          derivation.announced = reading.announcements(after: index)
          announcedBounds = reading.announcedBounds(after: index)
          derivation.boundedNames = reading.namesBounded(beside: index, isDisplay: span.isDisplay)
          judge(formula, span, at: index)
        case .failure(let error): report(error, span, at: index)
        case nil: continue
        }
      }
    }
    findings += tables.flatMap(\.findings)
    reportResult()
  }

  // MARK: Statements

  private mutating func judge(_ formula: Formula, _ span: MathSpan, at index: Int) {
    let role = reading.roles[index] ?? .bare
    let chain = EquationChain(formula.statements)
    derivation.environment.assumptions = reading.assumptions(at: index)
    derivation.environment.topics = reading.topics(at: index)
    let data = span.isDisplay ? [] : reading.data(at: index)
    if !data.isEmpty { (derivation.environment.data, dataParagraph) = (data, paragraph) }
    for (position, statement) in formula.statements.enumerated() {
      if statement.relations.isEmpty, let side = statement.sides.first {
        points.note(side.expression, in: paragraph)
        if !span.isDisplay {
          if let name = side.expression.quantityName { mentioned.insert(name) }
          for symbol in side.expression.symbols { mentioned.insert(symbol.name) }
          if reading.names(at: index), let name = side.expression.eventOrFunction {
            derivation.environment.forget {
              $0 == name || $0.contains("(\(name)") || $0.hasPrefix("\(name)(")
            }
          }
          if case .symbol = side.expression, reading.asksForLetter(at: index) {
            derivation.environment.forget(side.expression)
          }
          // "For $m + 1$" goes on from one case to all.
          if case .sum(let terms) = side.expression, terms.count == 2, terms[1].isWrittenNumber,
            role == .setting || role == .condition
          {
            derivation.environment.forget(terms[0])
          }
          take(words.read(formula: side.expression))
          // In "m = 3 kg, 1 eV = …" the relation behind the number is about the number and its unit.
          if side.expression.isNumeric { derivation.last = nil }
        } else {
          derivation.begin(side)
        }
        continue
      }
      read.append(
        ReadStatement(
          statement: statement, line: span.line + statement.position.line - 1, isDisplay: span.isDisplay))
      if !span.isDisplay, let side = statement.sides.first {
        mentioned.insert(side.expression.quantityName ?? "")
      }
      let isFirst = position == 0 && statement.continuesPrevious
      let announced = derivation.announced
      derivation.announced += points.values(for: statement, in: paragraph)
      defer { derivation.announced = announced }
      let approach = formula.approach(beside: position) ?? reading.approach(beside: index)
      judge(
        approach.flatMap { statement.asLimit(for: $0) }
          ?? (position == 0 ? reading.continuing(statement, at: index) : statement), of: formula, chain,
        in: span,
        role: statement.role(in: formula.latex)
          ?? (statement.isComparison && reading.universal.contains(index) ? .claim : role),
        isDetached: isFirst && !(span.isDisplay && reading.followsDisplay(index)), at: index)
      if let first = statement.sides.first?.expression,
        reading.hypothetical.contains(index) || !span.isDisplay && reading.isInOtherUnit(index)
          || role == .condition && first.isCallOfLetter && !first.isProbabilityOperator
          || statement.neglects
      {
        derivation.environment.forget(first)
      }
      if span.isInTableRow, let first = statement.sides.first?.expression, first.quantityName != nil {
        conditional.append((first, 1))
      }
      if reading.momentary.contains(index), !span.isDisplay, let first = statement.sides.first?.expression,
        first.quantityName != nil, statement.relations[0].kind == .equals
      {
        // The names of an exercise are used in its solution.
        conditional.append((first, first.isCall || reading.setsTask(after: index) ? 8 : 2))
      }
    }
  }

  private mutating func judge(
    _ statement: Statement, of formula: Formula, _ chain: EquationChain, in span: MathSpan,
    role: StatementRole, isDetached: Bool, at index: Int
  ) {
    // The bounds of a system of inequalities are no bounds of a claim.
    let others = statement.isComparison ? [] : formula.statements.flatMap(\.bounds)
    derivation.environment.conditions = bounds.conditions + announcedBounds + others
    let role = impossible > 0 ? .refuted : role
    let effort = EvaluationBudget(effortTaken < Self.largeEffort ? Self.effort : Self.smallEffort)
    derivation.environment.effort = effort
    defer {
      derivation.environment.effort = nil
      effortTaken += effort.spent
    }
    derivation.environment.normalises = derivation.environment.normalises || statement.normalises
    let conviction = Conviction(
      environment: derivation.environment, role: role, isDisplay: span.isDisplay,
      isLinked: statement.isLinked(in: formula.latex),
      isQuantified: formula.latex.contains("\\forall") || formula.latex.contains("∀"),
      isUniversal: role == .claim && reading.universal.contains(index), isTorn: span.latex.hasTornDigits,
      isDetached: isDetached, statement: statement, unitBehind: reading.hasUnit(behind: index),
      beginsFormula: formula.statements.first { !$0.relations.isEmpty }?.position == statement.position,
      chain: chain,
      notations: reading.notations, constraints: constraints.map(\.equation), recent: names(givenWithin: 3),
      inForce: namesInForce,
      fresh: names(givenWithin: 0), roundedResults: roundedResults, seed: seed)
    let correct = derivation.correctValue(for: statement)
    let given = values(usedBy: statement)
    var doubts: [Int: Doubt] = [:]
    let mayBeImpossible =
      reading.suppositions.contains(index) && role == .condition && statement.isComparison
      && statement.bounds.isEmpty
    var steps = derivation.judge(statement) { step in
      if mayBeImpossible, case .fails = step.verdict { impossible = 3 }
      let doubt = conviction.doubt(about: step) ?? (conviction.repeatsSlip(step) ? .noRepair : nil)
      if doubt != nil || step.verdict.isOpen, let verdict = conviction.settlement(of: step, doubt) {
        step.verdict = verdict
      } else if let doubt {
        doubts[step.number] = doubt
        step.verdict = .undetermined(.ambiguous)
      }
    }
    forgetMovedLetter(of: statement)
    forgetExcludedValue(by: statement, role: role)
    if reading.introduces(at: index) { forgetLetterAnew(of: statement) }
    forgetNamesSetEqual(by: statement, role: role)
    if role != .refuted {
      if !reading.otherCases.contains(index) {
        bounds.note(statement, listedBefore: formula.letters(before: statement))
      }
      let isClaim = role == .claim || statement.isLinked(in: formula.latex)
      if steps.count == 1, isClaim, let verdict = solutions.verdict(on: statement, in: derivation) {
        steps[0].verdict = verdict
      }
      if steps.count == 1, let number = reading.numberContradicted(by: statement, at: index),
        let stated = steps[0].rightValue
      {
        steps[0].verdict = .fails(.number(number, stated: stated))
      }
      if !statement.latex.contains("equiv"), !statement.latex.contains("mod") {
        solutions.note(steps, in: derivation)
      }
    }
    for step in steps {
      noteRounding(step)
      if case .holds = step.verdict, let comparison = step.comparison, comparison.basis == .values {
        for symbol in comparison.left.symbols + comparison.right.symbols {
          lastConfirmed[symbol.name] = paragraph
        }
      }
      if case .undetermined = step.verdict, role != .refuted { noteConstraint(step) }
      record(
        step, of: statement, in: span, alone: steps.count == 1, doubt: doubts[step.number], given: given)
    }
    forgetMembers(of: statement)
    forgetIterates(of: statement)
    if let name = statement.sides.first?.expression.quantityName {
      lastGiven[name] = paragraph
      if span.declaration == .given { givenByRemarks.insert(name) }
    }
    noteResult(statement, steps, correct: correct, span: span)
  }
}
