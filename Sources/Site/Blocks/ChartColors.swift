import SVGCharts

/// The colours of charts under the page's choice of light or dark.
enum ChartColors {
  static let styleSheet = ":root{\(declarations)}\n"

  /// The CSS variables of the colours, each with its light and dark value: `--name:light-dark(#111111,#eeeeee)`.
  private static var declarations: String {
    let dark = Dictionary(pairs(of: .dark)) { first, _ in first }
    return pairs(of: .light).map { name, light in
      "\(name):" + (dark[name].map { $0 == light ? light : "light-dark(\(light),\($0))" } ?? light)
    }.joined(separator: ";")
  }

  private static func pairs(of palette: Palette) -> [(String, String)] {
    palette.cssVariables.split(separator: ";").compactMap { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }
}
