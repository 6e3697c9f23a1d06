import Book
import SVGCharts

/// A chart's drawing in its two forms: for a page, which carries the style sheet of all charts once, and alone.
struct FigureDrawing {
  /// For the page, wide and narrow, without style sheets.
  let page: String
  /// The wide drawing with its own style sheet.
  let alone: String

  /// Takes a chart's drawing apart as the notebook records it: rules, the wide drawing, the narrow one.
  init(_ svg: String) {
    var plain = ""
    var rest = svg.startIndex
    while let rules = svg.firstRange(ofBytes: "<style>", from: rest),
      let end = svg.firstRange(ofBytes: "</style>", from: rules.upperBound)
    {
      plain += svg[rest..<rules.lowerBound]
      rest = end.upperBound
    }
    page = plain + svg[rest...]
    guard let start = svg.firstRange(ofBytes: "<svg"), let end = svg.firstRange(ofBytes: "</svg>") else {
      alone = ""
      return
    }
    alone = svg[start.lowerBound..<end.upperBound] + "\n"
  }

  /// What the pages need to show charts: the colours of all marks, and one drawing of two for each width.
  static let styleSheet =
    Chart.styleSheet + """

      .svg-chart-narrow{display:none}
      @media (max-width:560px){.svg-chart-wide{display:none}.svg-chart-narrow{display:block}}

      """
}
