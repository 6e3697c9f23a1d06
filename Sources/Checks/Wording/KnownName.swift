/// Names of this program's modules that beginners use before they import the module.
enum KnownName {
  private static let modules: [String: [String]] = [
    "SVGCharts": [
      "Chart", "LineMark", "PointMark", "BarMark", "AreaMark", "RuleMark", "RectangleMark", "TextMark",
      "LinePlot",
      "HeatMap", "HistogramMark", "BoxMark", "ContourPlot", "ImageGrid", "ConfusionMatrix", "ErrorBarMark",
      "ForEach",
      "TrajectoryMark", "VectorFieldPlot",
    ],
    "Optimizers": ["RMSProp", "SGD", "Adam", "AdaGrad", "AdamW", "CosineDecay"],
    "Experiments": ["Experiment", "Search", "Sample", "decades"],
    "NeuralNetworks": ["Sequential", "Trainer", "Dense", "Convolution2D", "LSTM", "CrossEntropy"],
    "Datasets": ["MNIST", "SpokenDigits", "LibriSpeech", "DrawnDigits", "SpokenTones", "SpeechFeatures"],
    "Foundation": [
      "Date", "URL", "Data", "Decimal", "UUID", "FileManager", "JSONEncoder", "Measurement", "sqrt", "exp",
    ],
  ]

  /// How to make the name known that a compiler's message calls unknown; nil if no module is known to have it.
  static func fix(_ message: String) -> String? {
    guard let match = message.firstMatch(of: /cannot find (?:type )?'(\w+)' in scope/),
      let module = modules.first(where: { $0.value.contains(String(match.1)) })?.key
    else { return nil }
    return module == "Foundation"
      ? "write 'import Foundation' in the block" : "add '\(module)' to 'modules:' in book.yml"
  }
}
