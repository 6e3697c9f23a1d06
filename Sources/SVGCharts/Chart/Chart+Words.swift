extension Chart {
  /// The title; nil when the author set none.
  public var title: String? { options.title }

  /// The text alternative: the author's text, or else a few generated sentences about the data.
  public var accessibilityDescription: String { scene().description }

  /// The accessible name: the title, or else the labels of the axes, such as "loss against step".
  public var accessibilityLabel: String { ChartSummary(self, ChartData(self)).title }
}
