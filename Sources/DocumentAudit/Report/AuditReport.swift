import Formulas

/// The result of an audit.
public struct AuditReport: Hashable, Sendable {
  /// The audited documents in the order given.
  public var documents: [AuditedDocument]

  /// Creates a report from audited documents.
  public init(documents: [AuditedDocument]) { self.documents = documents }

  /// Whether any document has a finding that is an error.
  public var hasFailures: Bool { documents.contains(where: \.hasFailures) }
}

/// The audit of one document: its statements, findings and unread formulas.
public struct AuditedDocument: Hashable, Sendable {
  /// The name of the document, as the caller gave it.
  public var path: String
  /// The format in which it was read.
  public var format: DocumentFormat
  /// Every relation in the document's math, in order.
  public var statements: [AuditedStatement]
  /// The mistakes, in the order of the document.
  public var findings: [Finding]
  /// The well-formed formulas that the audit could not read; they do not count as failures.
  public var unread: [UnreadFormula]
  /// The numbers of things that the audit did not look into.
  public var passedOver: PassedOver

  /// Creates the audit of a document.
  public init(
    path: String, format: DocumentFormat = .markdown, statements: [AuditedStatement], findings: [Finding],
    unread: [UnreadFormula] = [], passedOver: PassedOver = PassedOver()
  ) {
    self.path = path
    self.format = format
    self.statements = statements
    self.findings = findings
    self.unread = unread
    self.passedOver = passedOver
  }

  /// Whether a finding is an error.
  public var hasFailures: Bool { findings.contains { $0.kind.isError } }

  /// The number of statements with a verdict.
  public func count(_ verdict: Verdict.Kind) -> Int { statements.count { $0.verdict == verdict } }
}

/// A formula that the audit does not understand.
public struct UnreadFormula: Hashable, Sendable {
  /// The line of the document on which reading stopped.
  public var line: Int
  /// The column at which reading stopped.
  public var column: Int
  /// The token that could not be read: a command, an environment, a sign.
  public var token: String
  /// The index of the statement in the report.
  public var statement: Int

  init(place: DocumentPlace, token: String, statement: Int) {
    line = place.line
    column = place.column
    self.token = token
    self.statement = statement
  }
}

/// One relation of a document with its verdict.
public struct AuditedStatement: Hashable, Sendable {
  /// The line of the statement in the document, from 1.
  public var line: Int
  /// The column of the statement, from 1.
  public var column: Int
  /// The LaTeX of the statement.
  public var latex: String
  /// The verdict on the statement.
  public var verdict: Verdict.Kind
  /// The value of the left side, or of the row before, if it has one.
  public var left: MathValue?
  /// The value of the right side, if it has one.
  public var right: MathValue?
  /// The reason why the statement is undetermined or unreadable.
  public var reason: StatementReason?
  /// The values with which the statement was read.
  public var given: [GivenValue]
  /// Whether the author says in a remark that the formula is wrong.
  public var isDeclaredWrong: Bool
  /// The number of the formula in the document, from 0.
  package var formula: Int

  init(
    place: DocumentPlace, latex: String, verdict: Verdict.Kind, left: MathValue? = nil,
    right: MathValue? = nil,
    reason: StatementReason? = nil, given: [GivenValue] = [], formula: MathSpan
  ) {
    line = place.line
    column = place.column
    self.latex = latex
    self.verdict = verdict
    self.left = left
    self.right = right
    self.reason = reason
    self.given = given
    isDeclaredWrong = formula.declaration == .wrong
    self.formula = formula.number
  }
}

/// A value that the text gives to a name.
public struct GivenValue: Hashable, Sendable {
  /// The name as the text writes it, in Unicode.
  public var name: String
  /// The value.
  public var value: MathValue
}

/// The reason why a statement is undetermined or unreadable.
public enum StatementReason: Hashable, Sendable {
  /// The sides differ, but the statement may mean something else.
  case doubt(Doubt)
  /// The audit cannot compare the sides.
  case uncertainty(Uncertainty)
  /// The formula cannot be read.
  case unread(ReadingError)

  /// The reason in English, in one sentence without a full stop.
  public var message: String {
    switch self {
    case .doubt(let doubt): doubt.message
    case .uncertainty(let uncertainty): uncertainty.message
    case .unread(let error): error.description
    }
  }
}
