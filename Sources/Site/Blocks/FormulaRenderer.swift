import Book
import Checks
import GFM

/// Shows a displayed formula with the results of its checks.
struct FormulaRenderer {
  let block: Block
  let report: FormulaReport?
  /// The equation number; nil when the formula has no label that references can use.
  let number: String?
  /// The checks of the whole page.
  let checks: [CheckResult]
  let typesetter: FormulaTypesetter
  let words: Words
  let rendition: Rendition

  /// The formula as a whole, or row by row with verdicts when the author asks for them or a step fails.
  func html() throws(FormulaTypesetter.FormulaError) -> String {
    let id = block.options.label.map(rendition.id) ?? ""
    let formula =
      isJudged
      ? try derivation()
      : scrolling(try typesetter.html(block.code, isDisplayed: true), label: words[.aFormula])
    let name = number.map { "<span class=\"equation-number\">(\($0))</span>" } ?? ""
    return
      "<div class=\"formula\(name.isEmpty ? "" : " numbered")\"\(id)>\(formula)\(name)\(notes().joined())</div>"
  }

  /// Whether the page shows verdicts beside the rows.
  private var isJudged: Bool {
    guard let report, !report.rows.isEmpty else { return false }
    return block.options.audit.isRequested || report.steps.contains { $0.verdict == .fails }
  }

  private func derivation() throws(FormulaTypesetter.FormulaError) -> String {
    var rows: [String] = []
    for (number, cells) in (report?.rows ?? []).enumerated() {
      let steps = report?.steps.filter { $0.row == number } ?? []
      let isWrong = steps.contains { $0.verdict == .fails }
      let left = cells.count > 1 ? try inline(cells[0]) : ""
      let right = try inline(cells.dropFirst(cells.count > 1 ? 1 : 0).joined(separator: " "))
      rows.append(
        """
        <div class="row\(isWrong ? " wrong" : "")"><div class="left">\(left)</div>\
        <div class="right">\(isWrong ? "<s>\(right)</s>" : right)\
        <span class="verdicts">\(steps.map(verdict).joined(separator: " "))</span></div></div>
        """)
    }
    return scrolling(
      "<div class=\"derivation\">\(rows.joined(separator: "\n"))</div>", label: words[.aDerivation])
  }

  private func inline(_ latex: String) throws(FormulaTypesetter.FormulaError) -> String {
    latex.isEmpty ? "" : try typesetter.html("\\displaystyle {}" + latex, isDisplayed: false)
  }

  private func scrolling(_ html: String, label: String) -> String {
    "<div class=\"scrolling\" tabindex=\"0\" role=\"group\" aria-label=\"\(escapeHTML(label))\">\(html)</div>"
  }

  private func verdict(_ step: FormulaStep) -> String {
    let check = checks.first { $0.block == block.id && $0.step?.number == step.number }
    let mark = check.map { Mark.html($0, words, rendition) } ?? ""
    switch step.verdict {
    case .holds: return mark
    case .definition: return ""
    case .fails:
      let value =
        step.leftValue.isEmpty ? "" : "<ins>\(escapeHTML(step.leftValue.replacing("-", with: "−")))</ins>"
      return "<span class=\"does-not-hold\">\(escapeHTML(words[.doesNotHold]))</span> \(value) \(mark)"
    case .undetermined, .unreadable:
      return "<span class=\"undecided\">\(escapeHTML(words[.notDecided]))</span> \(mark)"
    }
  }

  /// Notes below the formula: its comparison, bound code, undecided steps and failures.
  private func notes() -> [String] {
    var notes: [String] = []
    let own = checks.filter { $0.block == block.id }
    if let other = block.options.audit.equivalentTo {
      notes += own.filter { $0.verdict == .passed }.map { comparison(with: other, $0) }
    } else if !isJudged, !own.isEmpty {
      notes.append(
        "<p class=\"declared\">\(escapeHTML(words[.judgedAsPrinted])) \(own.map { Mark.html($0, words, rendition) }.joined())</p>"
      )
    }
    if let label = block.options.label {
      let bound = checks.filter { $0.kind == .bound && $0.subject == label }
      if !bound.isEmpty {
        notes.append(
          "<p class=\"declared\">\(escapeHTML(words[.boundToCode])) \(bound.map { Mark.html($0, words, rendition) }.joined())</p>"
        )
      }
    }
    let undecided = report?.undecidedSteps.count ?? 0
    if !isJudged, undecided > 0 {
      notes.append("<p class=\"declared\">\(escapeHTML(words.text(.stepsNotDecided, count: undecided)))</p>")
    }
    notes += own.compactMap { check in
      check.reason.map { words.failure($0, line: check.line, mark: "") }
    }
    return notes
  }
}

extension FormulaRenderer {
  /// The result of comparing the formula with another formula of the chapter.
  private func comparison(with other: String, _ check: CheckResult) -> String {
    let link = rendition.link(escapeHTML(words[.theReference]), to: .here(other))
    let mark = Mark.html(check, words, rendition)
    guard block.options.audit.differs else {
      return "<p class=\"declared\">\(words.html(.agreesWith, ["reference": link])) \(mark)</p>"
    }
    var size = ""
    if case .formulasDiffer(_, let percent, _, _) = check.finding {
      size = words.html(.upToApart, ["percent": percent])
    }
    let name = "<span class=\"does-not-hold\">\(escapeHTML(words[.anotherRule]))</span>"
    let sentence = words.html(.anotherRuleThan, ["anotherRule": name, "reference": link])
    return "<p class=\"declared\">\(sentence)\(size) \(mark)</p>"
  }
}
