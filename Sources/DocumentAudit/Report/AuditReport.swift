import Formulas

/// The result of an audit; `galley audit --json` prints its JSON encoding.
public struct AuditReport: Hashable, Sendable, Codable {
  /// The audited documents in the order given.
  public var documents: [AuditedDocument]

  /// Creates a report from audited documents.
  public init(documents: [AuditedDocument]) { self.documents = documents }

  /// Whether any document has a failing statement or a finding that is an error.
  public var hasFailures: Bool { documents.contains(where: \.hasFailures) }
}

/// The audit of one document: its statements, findings and unread formulas.
public struct AuditedDocument: Hashable, Sendable, Codable {
  /// The name of the document, as the caller gave it.
  public var path: String
  /// Every relation in the document's math, in order.
  public var statements: [AuditedStatement]
  /// The mistakes, most serious first.
  public var findings: [Finding]
  /// The well-formed formulas that the audit could not read; they do not count as failures.
  public var unread: [UnreadFormula]

  /// Creates the audit of a document.
  public init(
    path: String, statements: [AuditedStatement], findings: [Finding], unread: [UnreadFormula] = []
  ) {
    self.path = path
    self.statements = statements
    self.findings = findings
    self.unread = unread
  }

  /// Whether a statement fails or a finding is an error.
  public var hasFailures: Bool {
    statements.contains { $0.verdict == "fails" } || findings.contains { $0.kind.isError }
  }
}

/// A formula that the audit does not understand.
public struct UnreadFormula: Hashable, Sendable, Codable {
  /// The line of the document on which reading stopped.
  public var line: Int
  /// The token that could not be read: a command, an environment, a sign.
  public var token: String
}

/// One relation of a document with its verdict.
public struct AuditedStatement: Hashable, Sendable, Codable {
  /// The line of the statement in the document, from 1.
  public var line: Int
  /// The LaTeX of the statement.
  public var latex: String
  /// `holds`, `fails`, `definition`, `undetermined` or `unreadable`.
  public var verdict: String
  /// The value of the left side, or of the row before, if it has one.
  public var left: AuditedValue?
  /// The value of the right side, if it has one.
  public var right: AuditedValue?
  /// The reason why the statement is undetermined or unreadable.
  public var reason: String?

  private enum CodingKeys: String, CodingKey {
    case line, latex, verdict, left, right, reason
  }

  init(
    line: Int, latex: String, verdict: String, left: MathValue? = nil, right: MathValue? = nil,
    reason: String? = nil
  ) {
    self.line = line
    self.latex = latex
    self.verdict = verdict
    self.left = left.map(AuditedValue.init)
    self.right = right.map(AuditedValue.init)
    self.reason = reason
  }

  /// Writes all keys, `null` for a side without a value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(line, forKey: .line)
    try container.encode(latex, forKey: .latex)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(left, forKey: .left)
    try container.encode(right, forKey: .right)
    try container.encode(reason, forKey: .reason)
  }
}

/// A value in a report: a number, a list of numbers, or a list of lists.
public enum AuditedValue: Hashable, Sendable, Codable {
  /// One number; JSON writes infinite and undefined numbers as text.
  case number(Double)
  /// A vector or the rows of a matrix.
  case list([AuditedValue])

  init(_ value: MathValue) {
    switch value {
    case .scalar(let scalar): self = .number(scalar.value)
    case .vector(let items): self = .list(items.map { .number($0.value) })
    case .matrix(let rows): self = .list(rows.map { .list($0.map { .number($0.value) }) })
    }
  }

  /// Reads a number, a text such as "NaN", or a list.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .number(Double(text) ?? .nan)
    } else {
      self = .list(try container.decode([AuditedValue].self))
    }
  }

  /// Writes a number or a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number) where number.isFinite: try container.encode(number)
    case .number(let number): try container.encode(number.description)
    case .list(let items): try container.encode(items)
    }
  }
}

extension AuditedValue: CustomStringConvertible {
  /// The value in the notation of a text: `[0.019, 0.046]`.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
    }
  }
}
