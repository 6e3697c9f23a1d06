/// A figure as files of its own, beside the pages.
struct FigureFile: Equatable {
  /// `one-step-by-hand-fig-five-steps`
  var name: String
  var svg: String
  /// As CSV; empty when there is none.
  var data: String

  var svgPath: String { "figures/\(name).svg" }
  var dataPath: String { "figures/\(name).csv" }

  /// The figure out of a page, where it stands twice, for wide and for narrow columns: the wide one stands alone.
  init?(name: String, pageSVG: String, data: String) {
    guard let start = pageSVG.firstRange(of: "<svg"), let end = pageSVG.firstRange(of: "</svg>") else {
      return nil
    }
    self.name = name
    svg = pageSVG[start.lowerBound..<end.upperBound] + "\n"
    self.data = data
  }
}
