import Formulas

/// Audits all math in a document: collects the values that it assigns, follows its chains of equations, and looks for
/// rules that contradict each other.
///
/// A document passes through one type for each stage: ``AuditSource``, `DocumentContent` with its pieces, `Formula` with
/// its statements, ``AuditedStatement`` and ``Finding``, ``AuditReport``. Lines and columns are carried from the first
/// stage to the last.
public struct DocumentAuditor: Sendable {
  /// The seed of the random points for identities.
  public var seed: UInt64 = 1

  /// Creates an auditor; the same seed gives the same verdicts.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Audits documents in order; `path` is only a name for the report.
  public func audit(_ documents: [(path: String, text: String)]) -> AuditReport {
    AuditReport(documents: documents.map { audit(path: $0.path, text: $0.text) })
  }

  /// Audits one document; `path` names it in the report and tells its format.
  public func audit(path: String, text: String) -> AuditedDocument {
    audit(AuditSource(path: path, text: text))
  }

  /// Audits one document.
  public func audit(_ source: AuditSource) -> AuditedDocument {
    let reading = DocumentReading(source)
    let content = reading.content
    var judge = DocumentJudge(reading, seed: seed)
    judge.run()
    let (kept, declared) = Self.withoutDeclared(judge.findings, judge.statements)
    let findings =
      kept + declared + RuleReview(judge).findings()
      + Self.losses(content.losses.filter { !reading.keeps($0.loss, in: source.format) })
      + content.unknownRemarks.map { Finding(.remark, at: $0.place, .unknownRemark($0.text)) }
    var document = AuditedDocument(
      path: source.path, format: source.format, statements: judge.statements,
      findings: Self.ordered(findings.filter { !content.allowed.contains($0.kind) }), unread: judge.unread,
      passedOver: content.passedOver)
    document.passedOver.terms = reading.formulas.values.count { formula in
      if case .success(let formula) = formula {
        formula.statements.allSatisfy(\.relations.isEmpty)
      } else {
        false
      }
    }
    if let lines = content.lines { document.renumber(lines) }
    return document
  }

  /// Puts findings in the order of lines and keeps one for each line, kind and message.
  private static func ordered(_ findings: [Finding]) -> [Finding] {
    let rank = Dictionary(uniqueKeysWithValues: Finding.Kind.allCases.enumerated().map { ($1, $0) })
    var seen: Set<String> = []
    let unique = findings.filter { seen.insert("\($0.line) \($0.kind.rawValue) \($0.message)").inserted }
    return unique.sorted { ($0.line, rank[$0.kind] ?? 0) < ($1.line, rank[$1.kind] ?? 0) }
  }

  /// Separates the mistakes that the author declares, and accuses declarations without a mistake.
  private static func withoutDeclared(
    _ findings: [Finding], _ statements: [AuditedStatement]
  ) -> (kept: [Finding], declared: [Finding]) {
    let isDeclared: (Finding) -> Bool = { $0.statement.map { statements[$0].isDeclaredWrong } ?? false }
    let wrong = Set(findings.filter(isDeclared).compactMap { $0.statement.map { statements[$0].formula } })
    var named: Set<Int> = []
    let unfounded = statements.enumerated().filter { _, statement in
      statement.isDeclaredWrong && !wrong.contains(statement.formula)
        && named.insert(statement.formula).inserted
    }
    let accusations = unfounded.map { index, statement in
      Finding(
        .declaredWrong, at: DocumentPlace(line: statement.line, column: statement.column), .noMistake,
        statement: index)
    }
    return (findings.filter { !isDeclared($0) }, accusations)
  }

  /// One finding for each kind of loss, at its first place.
  private static func losses(_ losses: [PlacedLoss]) -> [Finding] {
    var order: [RendererLoss] = []
    var places: [RendererLoss: [DocumentPlace]] = [:]
    for placed in losses {
      if places[placed.loss] == nil { order.append(placed.loss) }
      places[placed.loss, default: []].append(placed.place)
    }
    return order.compactMap { loss in
      guard let places = places[loss], let first = places.min() else { return nil }
      return Finding(loss.kind, at: first, .loss(loss, count: places.count))
    }
  }
}

extension AuditedDocument {
  /// Replaces the lines of the text by those of the file. Columns of the text mean nothing in the file.
  fileprivate mutating func renumber(_ lines: [Int]) {
    let inFile: (Int) -> Int = { $0 <= lines.count ? lines[$0 - 1] : lines.last ?? 1 }
    for index in statements.indices { statements[index].line = inFile(statements[index].line) }
    for index in unread.indices { unread[index].line = inFile(unread[index].line) }
    for index in findings.indices {
      findings[index].line = inFile(findings[index].line)
      findings[index].column = nil
    }
  }
}
