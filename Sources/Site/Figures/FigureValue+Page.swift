import Events
import GFM
import SVGCharts

extension FigureValue {
  /// Both drawings for the page, which carries the style sheet of all charts once.
  func page(language: String? = nil) -> String {
    wide.svg(includesStyle: false, language: language) + narrow.svg(includesStyle: false, language: language)
  }

  /// The figure described in the author's words.
  func described(as alternative: String) -> FigureValue {
    var figure = self
    figure.wide.description = escapeHTML(alternative)
    figure.narrow.description = escapeHTML(alternative)
    return figure
  }

  /// What the pages need to show charts: the colours of all marks, and one drawing of two for each width.
  static let styleSheet =
    Chart.styleSheet + """

      .svg-chart-narrow{display:none}
      @media (max-width:560px){.svg-chart-wide{display:none}.svg-chart-narrow{display:block}}

      """
}
