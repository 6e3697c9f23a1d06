/// A figure that the site also publishes as files: SVG, CSV and JSON.
struct FigureFile: Equatable {
  /// `one-step-by-hand-fig-five-steps`
  var name: String
  /// The label of the block; nil for a further figure of a block.
  var label: String?
  /// The drawing, with its style sheet.
  var svg: String
  /// The data as CSV; empty when the figure has no data.
  var data: String

  var svgPath: String { "figures/\(name).svg" }
  var dataPath: String { "figures/\(name).csv" }
  var jsonPath: String { "figures/\(name).json" }
}
