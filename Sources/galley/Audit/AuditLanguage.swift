import ArgumentParser
import DocumentAudit
import Formulas

/// The language of the text of an audit.
enum AuditLanguage: String, ExpressibleByArgument, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The words that stand alone.
  enum Word {
    case error, warning, with, endOfFormula, declared
  }

  func word(_ word: Word) -> String {
    switch (word, self) {
    case (.error, .english): "error"
    case (.error, .chinese): "错误"
    case (.warning, .english): "warning"
    case (.warning, .chinese): "警告"
    case (.with, .english): "with {values}"
    case (.with, .chinese): "其中 {values}"
    case (.declared, .english): "wrong, as the author says"
    case (.declared, .chinese): "不成立，作者已经说明"
    case (.endOfFormula, .english): "the end of the formula"
    case (.endOfFormula, .chinese): "公式的结尾"
    }
  }

  /// A verdict in words.
  func word(_ verdict: Verdict.Kind) -> String {
    switch (verdict, self) {
    case (_, .english): verdict.rawValue
    case (.holds, .chinese): "成立"
    case (.fails, .chinese): "不成立"
    case (.definition, .chinese): "定义"
    case (.undetermined, .chinese): "无法判定"
    case (.unreadable, .chinese): "无法读取"
    }
  }

  // MARK: Counts

  func documents(_ count: Int) -> String {
    self == .english ? "\(count) documents" : "\(count) 个文档"
  }

  /// The number of statements by verdict and of findings by severity.
  func counts(of documents: [AuditedDocument], path: String) -> String {
    let count = { (verdict: Verdict.Kind) in documents.map { $0.count(verdict) }.reduce(0, +) }
    let numbers = Verdict.Kind.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }
    let all = numbers.map(\.1).reduce(0, +)
    let findings = documents.flatMap(\.findings)
    let errors = findings.count(where: \.kind.isError)
    let isDecided = count(.holds) + count(.fails) > 0
    let parts = numbers.map { "\($0.1) \(word($0.0))" }
    switch self {
    case .english:
      let list = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
      let text =
        "\(path): \(all) statement\(all == 1 ? "" : "s")\(list), \(errors) error\(errors == 1 ? "" : "s"), "
        + "\(findings.count - errors) warning\(findings.count - errors == 1 ? "" : "s")"
      return isDecided ? text : text + "; no statement was decided"
    case .chinese:
      let list = parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
      let text = "\(path)：\(all) 条陈述\(list)，\(errors) 个错误，\(findings.count - errors) 个警告"
      return isDecided ? text : text + "；没有一条得到判定"
    }
  }

  func unread(_ count: Int, tokens: String, hasCommand: Bool) -> String {
    switch self {
    case .english:
      "\(count) formula\(count == 1 ? "" : "s") not read, because of: \(tokens)"
        + (hasCommand ? "; '--macros FILE' can define commands" : "")
    case .chinese: "\(count) 个公式未能读取，原因：\(tokens)" + (hasCommand ? "；可用 '--macros FILE' 定义命令" : "")
    }
  }

  /// The numbers of things that were not looked into; nil when there are none.
  func passedOver(_ passed: PassedOver) -> String? {
    let isEnglish = self == .english
    let counts = [
      (passed.codeBlocks, isEnglish ? ("block of code", "blocks of code") : ("个代码块", "个代码块")),
      (
        passed.terms,
        isEnglish ? ("formula that states nothing", "formulas that state nothing") : ("个不含陈述的公式", "个不含陈述的公式")
      ),
      (passed.skipped, isEnglish ? ("skipped formula", "skipped formulas") : ("个跳过的公式", "个跳过的公式")),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1.0 : $0.1.1)" }
    if parts.isEmpty { return nil }
    return isEnglish ? "passed over: " + parts.joined(separator: ", ") : "未检查：" + parts.joined(separator: "，")
  }

  // MARK: Sentences

  func text(of finding: Finding) -> String {
    self == .english ? finding.message : AuditChinese.text(of: finding.detail)
  }

  func text(of reason: StatementReason) -> String {
    self == .english ? reason.message : AuditChinese.text(of: reason)
  }
}
