extension LiveControl {
  /// The forms of an item of `live`, for messages.
  static let allowed =
    "'name = 0...1', which 'log', 'step 0.1', 'play', 'click x' or 'click y' may follow, 'name = a | b', "
    + "'name = true | false' or 'name = drag -2...2 by -1...1', separated by semicolons"

  /// The controls of an option; nil when one of them is malformed or a name is given twice.
  static func list(_ text: String) -> [LiveControl]? {
    let items = text.split(separator: ";").map(\.trimmingSpaces).filter { !$0.isEmpty }
    let controls = items.compactMap(LiveControl.init)
    guard !controls.isEmpty, controls.count == items.count, controls.count <= 24,
      Set(controls.map(\.name)).count == controls.count
    else { return nil }
    return controls
  }

  /// `rate "learning rate" = 0.001...1 log`
  private init?(_ item: String) {
    guard let match = item.wholeMatch(of: /([A-Za-z_][A-Za-z0-9_]*)\s*(?:"([^"]+)")?\s*=\s*(.+)/),
      let kind = Kind(String(match.3))
    else { return nil }
    self.init(name: String(match.1), title: match.2.map(String.init), kind: kind)
  }
}

extension LiveControl.Kind {
  fileprivate init?(_ text: String) {
    if text.contains("|") {
      let words = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmingSpaces)
      if Set(words) == ["true", "false"] {
        self = .toggle
        return
      }
      guard words.allSatisfy({ !$0.isEmpty }), Set(words).count == words.count else { return nil }
      self = .choice(words)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    if words.first == "drag" {
      guard words.count == 4, words[2] == "by", let x = LiveRange([words[1]]), let y = LiveRange([words[3]])
      else { return nil }
      self = .point(x: x, y: y)
      return
    }
    guard let range = LiveRange(words[...]) else { return nil }
    self = .range(range)
  }
}

extension LiveRange {
  /// `0.001...1 log`, the bounds first.
  fileprivate init?(_ words: ArraySlice<String>) {
    guard let bounds = words.first?.wholeMatch(of: /(.+?)\.\.\.(.+)/),
      let lower = Double(bounds.1), let upper = Double(bounds.2), lower.isFinite, upper.isFinite,
      lower < upper
    else { return nil }
    self.init(lower: lower, upper: upper)
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "log": isLogarithmic = true
      case "play": plays = true
      case "step":
        guard let step = rest.popFirst().flatMap(Double.init), step > 0, step <= upper - lower else {
          return nil
        }
        self.step = step
      case "click":
        guard let axis = rest.popFirst().flatMap(Axis.init) else { return nil }
        self.axis = axis
      default: return nil
      }
    }
    if isLogarithmic, lower <= 0 || step != nil { return nil }
  }
}
