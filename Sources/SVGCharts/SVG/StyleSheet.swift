/// The style sheet of a figure: colours as variables with defaults for light and dark pages.
///
/// A page restyles figures by setting `--chart-ink`, `--chart-muted`, `--chart-rule`, `--chart-paper`,
/// `--chart-1` … `--chart-8`, `--chart-s0` … `--chart-s31` (sequential), `--chart-d0` … `--chart-d31`
/// (diverging) and `--chart-font`. Variables of a page take precedence over the colour scheme of the system.
struct StyleSheet {
  /// The class of the outer element; every rule begins with it.
  static let className = "svg-chart"

  /// The names of a colour in style sheets.
  private struct Name {
    /// The last part of a class name.
    var short: String
    /// The last part of the variable of the page.
    var long: String
    var color: ChartColor
  }

  /// The style sheet with the colours of the page and of those ramps that a scene uses.
  static func text(_ ramps: Ramps) -> String { text(names(ramps)) }

  /// The style sheet for every figure.
  static var complete: String { text(.all) }

  /// The last part of a class name for a paint, nil for a fixed colour.
  static func shortName(_ color: ChartColor) -> String? {
    switch color {
    case .ink: "i"
    case .muted: "m"
    case .rule: "r"
    case .paper: "p"
    case .category(let number): String(Palette.index(number) + 1)
    case .sequential(let part): "s" + String(ColorRamp.step(part))
    case .diverging(let part): "d" + String(ColorRamp.step(part))
    case .rgb: nil
    }
  }

  /// The class of text: a category's colour is mixed with ink, so that letters reach a contrast of 4.5 : 1.
  static func textClass(_ color: ChartColor) -> String? {
    if case .category = color { return shortName(color).map { "t" + $0 } }
    return shortName(color).map { "f" + $0 }
  }

  /// The variables that a page sets so that figures follow its own mode: `--chart-ink:#1d1d1b;…`.
  static func pageVariables(_ palette: Palette) -> String {
    var css = ""
    for name in names(.all) {
      css += "--chart-" + name.long + ":" + palette.color(name.color).css + ";"
    }
    return css
  }

  private static func text(_ names: [Name]) -> String {
    var css =
      "." + className + "{" + variables(.light, names) + "max-width:100%;height:auto;overflow:visible;"
    css += "font-family:var(--chart-font,system-ui,-apple-system,\"Segoe UI\",Roboto,"
    css += "\"Noto Sans\",\"Liberation Sans\",sans-serif);font-variant-numeric:tabular-nums}"
    css += "@media (prefers-color-scheme:dark){." + className + "{" + variables(.dark, names) + "}}"
    // A standalone file has no page behind it, so it needs its own background.
    css += ":root." + className + "{background:var(--c-p);color-scheme:light dark}"
    for name in names.map({ $0.short }) {
      css += "." + className + " .f" + name + "{fill:var(--c-" + name + ")}"
      css += "." + className + " .s" + name + "{stroke:var(--c-" + name + ")}"
    }
    for number in 1...8 {
      css += "." + className + " .t" + String(number) + "{fill:color-mix(in oklab,var(--c-" + String(number)
      css += ") " + String(Int(Palette.textShare * 100)) + "%,var(--c-i))}"
    }
    css +=
      "." + className + " .halo{paint-order:stroke;stroke:var(--c-p);stroke-width:3px;stroke-linejoin:round}"
    return css
  }

  private static func names(_ ramps: Ramps) -> [Name] {
    var names = [
      Name(short: "i", long: "ink", color: .ink), Name(short: "m", long: "muted", color: .muted),
      Name(short: "r", long: "rule", color: .rule), Name(short: "p", long: "paper", color: .paper),
    ]
    for number in 1...8 {
      names.append(Name(short: String(number), long: String(number), color: .category(number)))
    }
    for step in 0..<ColorRamp.stepCount {
      let part = (Double(step) + 0.5) / Double(ColorRamp.stepCount)
      let number = String(step)
      if ramps.isSequential {
        names.append(Name(short: "s" + number, long: "s" + number, color: .sequential(part)))
      }
      if ramps.isDiverging {
        names.append(Name(short: "d" + number, long: "d" + number, color: .diverging(part)))
      }
    }
    return names
  }

  private static func variables(_ palette: Palette, _ names: [Name]) -> String {
    var css = ""
    for name in names {
      css += "--c-" + name.short + ":var(--chart-" + name.long + "," + palette.color(name.color).css + ");"
    }
    return css
  }
}

extension StyleSheet {
  /// The colour ramps that a drawing uses.
  struct Ramps: Sendable, Equatable {
    var isSequential = false
    var isDiverging = false

    static let all = Ramps(isSequential: true, isDiverging: true)

    init(isSequential: Bool = false, isDiverging: Bool = false) {
      self.isSequential = isSequential
      self.isDiverging = isDiverging
    }

    init(of scene: Scene) {
      for node in scene.nodes { note(node) }
    }

    private mutating func note(_ node: SceneNode) {
      switch node {
      case .group(let group): for child in group.children { note(child) }
      case .path(_, let paint, _), .rectangle(_, let paint, _, _):
        for color in [paint.fill, paint.stroke] {
          if case .sequential = color { isSequential = true }
          if case .diverging = color { isDiverging = true }
        }
      case .text, .pictures: break
      }
    }
  }
}
