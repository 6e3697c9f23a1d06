import Events
import GFM
import SVGCharts

extension FigureValue {
  /// The wide and the narrow drawing, without styles: each page links the style sheet of all charts.
  func page(language: String? = nil) -> String {
    wide.svg(includesStyle: false, language: language) + narrow.svg(includesStyle: false, language: language)
  }

  /// The figure with the author's text alternative.
  func described(as alternative: String) -> FigureValue {
    var figure = self
    figure.wide.description = escapeHTML(alternative)
    figure.narrow.description = escapeHTML(alternative)
    return figure
  }

  /// The style sheet of charts. It shows the wide or the narrow drawing, depending on the width of the page.
  static let styleSheet =
    Chart.styleSheet + """

      .svg-chart-narrow{display:none}
      @media (max-width:560px){.svg-chart-wide{display:none}.svg-chart-narrow{display:block}}

      """
}
