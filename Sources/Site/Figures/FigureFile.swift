/// A figure as files of its own, beside the pages.
struct FigureFile: Equatable {
  /// `one-step-by-hand-fig-five-steps`
  var name: String
  /// The drawing, with its style sheet.
  var svg: String
  /// As CSV; empty when there is none.
  var data: String

  var svgPath: String { "figures/\(name).svg" }
  var dataPath: String { "figures/\(name).csv" }
  var jsonPath: String { "figures/\(name).json" }
}
