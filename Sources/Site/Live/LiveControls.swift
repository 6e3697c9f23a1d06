import Book
import Checks
import GFM
import Plan

/// The controls of a live block. They are on the page from the start, so that nothing moves when the script comes.
struct LiveControls {
  let live: LivePlan
  /// The verdict on the block.
  let check: CheckResult?
  /// A name that no other live block of the page has.
  let name: String
  let words: Words
  let rendition: Rendition

  /// The controls, and the sentence that stands in their place where they cannot work.
  func html() -> String {
    var number = 0
    var rows: [String] = []
    for setting in live.settings {
      rows.append(html(setting, number: number))
      number += setting.value.numbers.count
    }
    let mark = check.map { check -> String in
      guard case .liveAgrees(let settings, _) = check.finding else {
        return Mark.html(check, words, rendition)
      }
      return
        "<span>\(escapeHTML(words.text(.liveCompared, count: settings)))</span> \(Mark.html(check, words, rendition))"
    }
    return """
      <div class="live-controls" role="group" aria-label="\(escapeHTML(words[.liveControls]))">
      \(rows.joined(separator: "\n"))
      <p class="live-foot"><button type="button" class="live-reset" disabled>\(escapeHTML(words[.liveReset]))</button>\
      <span class="live-mark">\(mark ?? "")</span></p>
      </div>
      <p class="live-still">\(escapeHTML(words[.liveCouldMove]))</p>
      """
  }

  private func html(_ setting: LiveSetting, number: Int) -> String {
    let name = setting.control.title.map(escapeHTML) ?? "<code>\(escapeHTML(setting.control.name))</code>"
    let data = "data-setting=\"\(number)\" data-name=\"\(escapeHTML(setting.control.name))\""
    switch (setting.control.kind, setting.value) {
    case (.range(let range), let value):
      let slider = LiveSlider(range, value: value.numbers[0], isWhole: value.isWhole)
      let play =
        range.plays
        ? "<button type=\"button\" class=\"live-play\" aria-pressed=\"false\"><span class=\"unseen\">"
          + "\(escapeHTML(words.text(.livePlay, ["name": setting.control.name])))</span></button>" : ""
      return row(name, slider.html(data, axis: range.axis), play)
    case (.point(let x, let y), .point(let atX, let atY)):
      return zip(["x", "y"], [(x, atX), (y, atY)]).enumerated().map { place, axis in
        let data =
          "data-setting=\"\(number + place)\" data-name=\"\(escapeHTML(setting.control.name)).\(axis.0)\""
        let slider = LiveSlider(axis.1.0, value: axis.1.1, isWhole: false)
        return row(
          "\(name) <i>\(axis.0)</i>", slider.html(data, axis: axis.0 == "x" ? .x : .y, isPoint: true), "")
      }.joined(separator: "\n")
    case (.toggle, let value):
      let checked = value.numbers[0] == 0 ? "" : " checked"
      return "<label class=\"live-row live-toggle\"><span class=\"live-name\">\(name)</span>"
        + "<input type=\"checkbox\" \(data) data-default=\"\(Int(value.numbers[0]))\"\(checked)></label>"
    case (.choice(let texts), let value):
      let chosen = Int(value.numbers[0])
      let options = texts.enumerated().map { place, text in
        "<label><input type=\"radio\" name=\"\(name)-\(number)\" value=\"\(place)\""
          + "\(place == chosen ? " checked" : "")><span>\(escapeHTML(text))</span></label>"
      }
      return "<fieldset class=\"live-row live-choice\" \(data) data-default=\"\(chosen)\">"
        + "<legend class=\"live-name\">\(name)</legend><span class=\"live-options\">\(options.joined())</span></fieldset>"
    default: return ""
    }
  }

  private func row(_ name: String, _ slider: String, _ play: String) -> String {
    "<div class=\"live-row\"><label><span class=\"live-name\">\(name)</span>\(slider)</label>\(play)</div>"
  }
}

extension LiveSetting.Value {
  fileprivate var isWhole: Bool {
    if case .whole = self { true } else { false }
  }
}

/// A slider over the values of a range: its places are whole numbers, which the page's script turns into values in the
/// same way as ``LiveRange/value(at:)``.
struct LiveSlider {
  let range: LiveRange
  let value: Double
  let isWhole: Bool
  /// The number of the last place.
  let last: Int

  init(_ range: LiveRange, value: Double, isWhole: Bool) {
    self.range = range
    self.value = value
    self.isWhole = isWhole
    let step = range.step ?? (isWhole && range.upper - range.lower <= 400 ? 1 : nil)
    last = step.map { max(1, Int(((range.upper - range.lower) / $0).rounded())) } ?? 240
  }

  /// The place whose value is nearest to the author's.
  private var place: Int {
    (0...last).min { left, right in distance(left) < distance(right) } ?? 0
  }

  private func distance(_ place: Int) -> Double {
    (range.value(at: Double(place) / Double(last)) - value).magnitude
  }

  /// A value as the script writes it.
  private static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))".replacing("-", with: "−") }
    return "\(value)".replacing("e-0", with: "e-").replacing("-", with: "−")
  }

  /// The slider and its value in figures.
  func html(_ data: String, axis: LiveRange.Axis?, isPoint: Bool = false) -> String {
    let text = Self.text(value)
    let kind =
      " data-lower=\"\(range.lower)\" data-upper=\"\(range.upper)\" data-default=\"\(value)\""
      + (range.isLogarithmic ? " data-log" : "") + (range.step.map { " data-step=\"\($0)\"" } ?? "")
      + (isWhole ? " data-whole" : "") + (axis.map { " data-axis=\"\($0.rawValue)\"" } ?? "")
      + (isPoint ? " data-point" : "")
    return "<input type=\"range\" min=\"0\" max=\"\(last)\" value=\"\(place)\" aria-valuetext=\"\(text)\" "
      + "\(data)\(kind)><span class=\"live-figure\">\(text)</span>"
  }
}
