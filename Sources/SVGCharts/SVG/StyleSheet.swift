/// The style sheet that every figure carries: colours as variables with defaults for light and dark pages.
///
/// A page restyles figures by setting `--chart-ink`, `--chart-muted`, `--chart-rule`, `--chart-paper`,
/// `--chart-1` … `--chart-8` and `--chart-font`. Variables of a page win over the colour scheme of the system.
enum StyleSheet {
  /// The class of the outer element; every rule begins with it.
  static let className = "svg-chart"

  static let text: String = {
    var css = ".svg-chart{" + variables(.light) + "max-width:100%;height:auto;overflow:visible;"
    css += "font-family:var(--chart-font,system-ui,-apple-system,\"Segoe UI\",Roboto,"
    css += "\"Noto Sans\",\"Liberation Sans\",sans-serif);"
    css += "font-variant-numeric:tabular-nums}"
    css += "@media (prefers-color-scheme:dark){.svg-chart{" + variables(.dark) + "}}"
    for name in names.map(\.short) {
      css += ".svg-chart .f" + name + "{fill:var(--c-" + name + ")}"
      css += ".svg-chart .s" + name + "{stroke:var(--c-" + name + ")}"
    }
    css += ".svg-chart .halo{paint-order:stroke;stroke:var(--c-p);stroke-width:3px;stroke-linejoin:round}"
    return css
  }()

  /// The last part of a class name for a paint, nil for a fixed colour.
  static func shortName(_ color: ChartColor) -> String? {
    switch color {
    case .ink: "i"
    case .muted: "m"
    case .rule: "r"
    case .paper: "p"
    case .category(let number): String(Palette.index(number) + 1)
    case .rgb: nil
    }
  }

  private static let names: [(short: String, long: String, color: ChartColor)] =
    [("i", "ink", .ink), ("m", "muted", .muted), ("r", "rule", .rule), ("p", "paper", .paper)]
    + (1...8).map { (String($0), String($0), .category($0)) }

  private static func variables(_ palette: Palette) -> String {
    var css = ""
    for name in names {
      css += "--c-" + name.short + ":var(--chart-" + name.long + "," + palette.color(name.color).css + ");"
    }
    return css
  }
}
