extension Chart {
  /// The title, when the author gave one.
  public var title: String? { options.title }

  /// The text alternative: what the author wrote, or what the data do in a few sentences.
  public var accessibilityDescription: String { scene().description }

  /// The accessible name: the title, or what is shown against what.
  public var accessibilityLabel: String { ChartSummary(self, ChartData(self)).title }
}
