import Book
import Formulas

/// A document split into pieces, with the content and the role of each formula.
struct DocumentReading {
  /// Text and math in reading order; the macros in the math are expanded.
  private(set) var pieces: [DocumentPiece]
  /// Everything else that the source of the document says.
  let content: DocumentContent
  /// The words of the document, without code and math.
  let prose: String
  /// Formulas by the index of their piece.
  private(set) var formulas: [Int: Result<Formula, ReadingError>] = [:]
  /// The role of each formula in its text, by the index of its piece.
  private(set) var roles: [Int: StatementRole] = [:]
  /// The formulas that the text supposes, perhaps to refute them: "Assume that x < 0".
  private(set) var suppositions: Set<Int> = []
  /// The formulas that state another case in brackets: "a > 0 (resp. a < 0)".
  private(set) var otherCases: Set<Int> = []
  /// The formulas that give values only for a few paragraphs, by the index of their piece.
  private(set) var momentary: Set<Int> = []
  /// The formulas whose values the text only supposes: "K = 0 would mean …".
  private(set) var hypothetical: Set<Int> = []
  /// The cues that the text around each formula mentions, by the index of its piece.
  private(set) var cues: [Int: Set<String>] = [:]
  /// The formulas that the text states for all values of their letters.
  private(set) var universal: Set<Int> = []
  /// The paragraphs that begin a new part, by the index of their piece.
  private(set) var partStarts: Set<Int> = []
  /// The parts of the document in which names get their meanings.
  private(set) var meanings = SymbolMeanings()
  /// The data that the tables of the document give.
  private(set) var tables: [DataTable] = []
  private(set) var notations: DocumentNotations
  private(set) var isRMarkdown = false

  init(_ text: String) { self.init(AuditSource(path: "", text: text)) }

  init(_ source: AuditSource) {
    var content = MathExtractor.content(of: source)
    content.macros = source.macros.merging(content.macros)
    content.macros.forgetSpellings(of: Vocabulary.functionWords)
    self.content = content
    if source.format == .markdown { tables = DataTable.tables(of: source.text) }
    isRMarkdown = source.path.lowercased().hasSuffix(".rmd")
    pieces = content.pieces.map { Self.expanded($0, content.macros) }
    pieces.nameOutcomes()
    prose = pieces.map { if case .text(let text, _) = $0 { text } else { " " } }.joined()
    notations = DocumentNotations(words: prose)
    var mentioned = MentionedCues()
    var quiz = QuizCues()
    for (index, piece) in pieces.enumerated() {
      mentioned.read(piece)
      quiz.read(piece)
      guard case .math(let span) = piece, !span.isProse, span.declaration != .skipped else { continue }
      if span.latex.contains("{,}"),
        span.latex.contains(/(?:^|[^\d.])0\{,\}\d|\d\{,\}(?:\d{1,2}|\d{4,})(?!\d|\{,\})/)
      {
        notations.usesDecimalCommas = true
      }
      let current = mentioned.current
      if !current.isEmpty { cues[index] = current }
      formulas[index] = span.isClosed ? Self.read(span.latex) : .failure(Self.unclosed(span))
      let surroundings = Surroundings(of: index, in: pieces, isDisplay: span.isDisplay)
      if !span.isDisplay, let name = soleName(at: index), surroundings.describesName {
        notations.described.insert(name)
      }
      if !span.isDisplay, let name = constant(renamedAt: index, surroundings) {
        notations.redefinedConstants.insert(name)
      }
      if surroundings.isHypothetical { hypothetical.insert(index) }
      if RoleCues.isForTheMoment(surroundings.before) { momentary.insert(index) }
      let reader = RoleReader(surroundings: surroundings, isDisplay: span.isDisplay)
      let isOtherCase = RoleCues.opensOtherCase(surroundings.before)
      let role = isOtherCase ? .condition : reader.role
      if isOtherCase { otherCases.insert(index) }
      if role == .condition, mayBeImpossible(index), RoleCues.supposes(surroundings.before) {
        suppositions.insert(index)
      }
      roles[index] = quiz.isOpen ? .refuted : span.isSystem ? .condition : role
      if reader.isUniversal(role) { universal.insert(index) }
    }
    noteMeanings()
  }

  private mutating func noteMeanings() {
    var part = 0
    var words = ProseValues()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text, _):
        if PartMarks.beginsPart(text, at: index, of: self) {
          partStarts.insert(index)
          part += 1
        }
        for assignment in words.read(text: text) { meanings.note(assignment.quantity, in: part) }
      case .heading: part += 1
      case .paragraphEnd: words.endParagraph()
      case .stray: break
      case .math:
        guard case .success(let formula)? = formulas[index] else { continue }
        noteContradictions(formula)
        noteFunctions(formula)
        noteOperations(formula)
        for statement in formula.statements {
          guard let first = statement.sides.first?.expression, !statement.continuesPrevious else { continue }
          if statement.relations.isEmpty {
            for assignment in words.read(formula: first) { meanings.note(assignment.quantity, in: part) }
          } else if statement.relations[0].kind.statesValue {
            meanings.note(first, in: part)
            if statement.sides.count == 2 {
              let second = statement.sides[1].expression
              meanings.noteSequence(first, second)
              if case (.symbol, .symbol) = (first, second) { meanings.noteIdentification(first) }
            }
          }
        }
      }
    }
  }

  /// Notes names to which one line gives two different numbers, which is a misprint, and constants with a new meaning.
  private mutating func noteContradictions(_ formula: Formula) {
    var values: [String: MathExpression] = [:]
    for statement in formula.statements where statement.definesConstant {
      notations.redefinedConstants.insert(statement.sides[0].expression.description)
    }
    for statement in formula.statements where statement.sides.count == 2 && !statement.continuesPrevious {
      guard case .symbol(let symbol) = statement.sides[0].expression,
        statement.sides[1].expression.isNumeric
      else { continue }
      let value = statement.sides[1].expression
      let isSameLine = statement.position.line == formula.statements[0].position.line
      if isSameLine, let earlier = values[symbol.name], earlier != value {
        notations.contradictoryNames.insert(symbol.name)
      }
      values[symbol.name] = value
    }
  }

  /// Notes rings such as ℤ_2 and 𝔽_p, and an operation x * y that a formula defines.
  private mutating func noteOperations(_ formula: Formula) {
    let rings = ["\\mathbb{F}_", "\\mathbb{Z}_", "\\mathbb F_", "\\mathbb Z_", "\\mathbb{B}", "\\F_", "\\Z_"]
    if rings.contains(where: { formula.latex.contains($0) }) { notations.speaksOfFiniteRings = true }
    for statement in formula.statements where statement.sides.count > 1 {
      let left = statement.sides[0].latex.filter { $0 != " " }.replacing("\\ast", with: "*")
      if left.count == 3, left.dropFirst().first == "*", left.first?.isLetter ?? false,
        left.last?.isLetter ?? false
      {
        notations.definesStar = true
      }
    }
  }

  /// Notes the letters with a prime or a dot, those that are differentiated, and those that are called.
  private mutating func noteFunctions(_ formula: Formula) {
    for statement in formula.statements {
      if let operation = PairOperation(statement) { notations.pairOperations.append(operation) }
      if statement.identifiesPair { notations.identifiesPairs = true }
      if let divisor = statement.divisorOfQuotient { notations.divisors.insert(divisor) }
      for side in statement.sides {
        side.expression.visit { node in
          notations.events.formUnion(node.eventLetters)
          switch node {
          case .symbol(let symbol) where symbol.isDerived: notations.functions.insert(symbol.base)
          case .application(let symbol, _): notations.functions.insert(symbol.base)
          case .derivative(let derivative):
            if case .symbol(let symbol) = derivative.subject { notations.functions.insert(symbol.base) }
          default: break
          }
        }
      }
    }
  }

  /// Whether the sentence behind a formula sets a task about it: "if A = …, compute A^2".
  func setsTask(after index: Int) -> Bool {
    guard index + 1 < pieces.count, case .text(let text, _) = pieces[index + 1] else { return false }
    let sentence = text.prefix { !".。?？".contains($0) }.lowercased()
    return ["compute", "calculate", "find ", "evaluate", "show that", "计算", "求", "证明"].contains {
      sentence.contains($0)
    }
  }

  /// Whether a piece begins a paragraph.
  func isParagraphStart(_ index: Int) -> Bool {
    if index == 0 { return true }
    switch pieces[index - 1] {
    case .paragraphEnd, .heading: return true
    default: return false
    }
  }

  /// Whether a paragraph ends before a piece.
  func isParagraphEnd(_ index: Int) -> Bool {
    guard index < pieces.count else { return true }
    switch pieces[index] {
    case .paragraphEnd, .heading: return true
    default: return false
    }
  }

  /// Whether the sentence around a formula has the partner of its parenthesis: `$P($heads$) = 1/2$`.
  func hasOtherParenthesis(than span: MathSpan, at index: Int) -> Bool {
    func balance(_ text: String) -> Int {
      text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
    }
    let own = balance(span.latex)
    guard own != 0, !span.isDisplay else { return false }
    var sum = own
    let indices = own > 0 ? Array((index + 1)..<pieces.count) : Array((0..<index).reversed())
    for position in indices.prefix(12) {
      switch pieces[position] {
      case .text(let text, _): sum += balance(text)
      case .math(let other) where !other.isDisplay: sum += balance(other.latex)
      default: return false
      }
      if own > 0 ? sum <= 0 : sum >= 0 { return true }
    }
    return false
  }

  /// Whether only white space separates the display at an index from the display before it.
  func followsDisplay(_ index: Int) -> Bool {
    for piece in pieces[..<index].reversed() {
      switch piece {
      case .paragraphEnd: continue
      case .text(let text, _): if text.contains(where: { !$0.isWhitespace }) { return false }
      case .math(let span): return span.isDisplay
      case .heading, .stray: return false
      }
    }
    return false
  }

  /// The piece with its macros expanded, and with an `array` of statements as rows.
  private static func expanded(_ piece: DocumentPiece, _ macros: FormulaMacros) -> DocumentPiece {
    guard case .math(var span) = piece else { return piece }
    if !macros.isEmpty { span.latex = macros.expand(span.latex) ?? span.latex }
    if span.isDisplay, span.isClosed, let form = DisplayForm(span.latex) {
      span.latex = form.latex
      span.isSystem = form.isSystem
    }
    return .math(span)
  }

  private static func read(_ latex: String) -> Result<Formula, ReadingError> {
    do throws(ReadingError) {
      return .success(try Formula(latex.joiningTornDigits))
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
}

extension Statement {
  /// Whether the statement gives the letter of a constant another meaning: e = c/a.
  fileprivate var definesConstant: Bool {
    guard sides.count >= 2, relations[0].kind.statesValue, case .symbol(let symbol) = sides[0].expression
    else {
      return false
    }
    return MathConstants.isConstant(symbol) && !sides[1].expression.isNumeric
  }
}

extension MathSymbol {
  /// Whether a prime or a dot marks the symbol as a derivative.
  fileprivate var isDerived: Bool {
    labels.contains(.symbol(MathSymbol("′"))) || accents.contains("dot") || accents.contains("ddot")
  }
}
