/// Puts a chart into words, for readers who do not see it.
struct ChartSummary {
  let chart: Chart
  let data: ChartData

  init(_ chart: Chart, _ data: ChartData) {
    self.chart = chart
    self.data = data
  }

  /// The accessible name: the title, or what is shown against what.
  var title: String {
    if let title = chart.options.title, !title.isEmpty { return title }
    let (x, y) = labels
    if data.series.allSatisfy({ $0.x.isEmpty && $0.y.isEmpty }) { return "Empty chart" }
    if y.isEmpty { return x.isEmpty ? "Chart" : "Chart of " + x }
    return x.isEmpty ? "Chart of " + y : y + " against " + x
  }

  /// What the data do, what cannot be shown, and what was left out.
  func text(verticesDrawn: Int) -> String {
    var sentences: [String] = []
    let described = data.series.filter { $0.shape.takesAutomaticColor && !$0.y.isEmpty }
    for series in described.prefix(8) {
      if let sentence = sentence(series) { sentences.append(sentence) }
    }
    if described.count > 8 {
      sentences.append("and " + NumberText.count(described.count - 8) + " more series.")
    }
    if described.isEmpty { sentences.append("No data.") }
    sentences += scaleSentences + missingSentences
    let rows = data.series.reduce(0) { $0 + max($1.x.count, $1.y.count) }
    if verticesDrawn > 0, rows > 500, verticesDrawn < rows * 9 / 10 {
      sentences.append(
        "Drawn with " + NumberText.count(verticesDrawn) + " of " + NumberText.count(rows)
          + " points; the others make no visible difference.")
    }
    return sentences.joined(separator: " ")
  }

  private var labels: (x: String, y: String) {
    (
      chart.options.x.label ?? data.axisLabel { $0.xLabel },
      chart.options.y.label ?? data.axisLabel { $0.yLabel }
    )
  }

  /// "RMSProp: loss falls from 4.0 at step 0 to 1.2e-6 at step 400."
  private func sentence(_ series: DataSeries) -> String? {
    let rows = zip(series.x, series.y).filter { $0.0.isFinite && $0.1.isFinite }
    guard let first = rows.first, let last = rows.last else { return nil }
    let names = [series.facet ?? "", series.name == series.yLabel ? "" : series.name].filter { !$0.isEmpty }
    let prefix = names.isEmpty ? "" : names.joined(separator: ", ") + ": "
    let fraction = rows.contains { $0.1 != $0.1.rounded() }
    let y: (Double) -> String = { value in
      data.yCategories.map { name($0, value) } ?? NumberText.prose(value, fraction: fraction)
    }
    let at: (Double) -> String = { value in
      (series.xLabel.isEmpty ? "" : series.xLabel + " ")
        + (data.xCategories.map { name($0, value) } ?? NumberText.prose(value))
    }
    let label = series.yLabel.isEmpty ? "the value" : series.yLabel
    guard rows.count > 1 else { return prefix + label + " is " + y(first.1) + " at " + at(first.0) + "." }
    let isOrdered = zip(rows, rows.dropFirst()).allSatisfy { $0.0 <= $1.0 }
    let low = rows.min { $0.1 < $1.1 } ?? first
    let high = rows.max { $0.1 < $1.1 } ?? first
    if low.1 == high.1 {
      return prefix + label + " stays at " + y(low.1) + " from " + at(first.0) + " to " + at(last.0) + "."
    }
    guard isOrdered, series.shape == .line || series.shape == .area else {
      return prefix + NumberText.count(rows.count) + " points, " + label + " from " + y(low.1) + " (at "
        + at(low.0) + ") to " + y(high.1) + " (at " + at(high.0) + ")."
    }
    let verb = last.1 < first.1 ? " falls" : last.1 > first.1 ? " rises" : " goes"
    var text =
      prefix + label + verb + " from " + y(first.1) + " at " + at(first.0) + " to " + y(last.1)
      + " at " + at(last.0)
    let room = (high.1 - low.1) * 0.02
    if low.1 < min(first.1, last.1) - room { text += ", lowest " + y(low.1) + " at " + at(low.0) }
    if high.1 > max(first.1, last.1) + room { text += ", highest " + y(high.1) + " at " + at(high.0) }
    return text + "."
  }

  private func name(_ names: CategoryIndex, _ index: Double) -> String {
    names.names.indices.contains(Int(index)) ? names.names[Int(index)] : ""
  }

  private var scaleSentences: [String] {
    var sentences: [String] = []
    if chart.options.x.type == .log && data.xCategories == nil { sentences.append("Logarithmic x axis.") }
    if chart.options.y.type == .log && data.yCategories == nil { sentences.append("Logarithmic y axis.") }
    return sentences
  }

  private var missingSentences: [String] {
    var missing = 0
    var notPositive = 0
    for series in data.series {
      for (values, type) in [
        (series.x, chart.options.x.type), (series.xEnd, chart.options.x.type),
        (series.y, chart.options.y.type), (series.yEnd, chart.options.y.type),
      ] {
        missing += values.count { !$0.isFinite }
        if type == .log { notPositive += values.count { $0.isFinite && $0 <= 0 } }
      }
    }
    var sentences: [String] = []
    if missing > 0 {
      sentences.append(
        missing == 1
          ? "1 value is not finite and leaves a gap."
          : NumberText.count(missing) + " values are not finite and leave gaps.")
    }
    if notPositive > 0 {
      sentences.append(
        notPositive == 1
          ? "1 value is not positive and has no place on the logarithmic axis."
          : NumberText.count(notPositive)
            + " values are not positive and have no place on the logarithmic axis.")
    }
    if data.hasUnequalColumns {
      sentences.append("Columns of different length: the values at the end are left out.")
    }
    return sentences
  }
}

extension Chart {
  /// The text alternative: what the author wrote, or what the data do in a few sentences.
  public var accessibilityDescription: String { scene().description }

  /// The accessible name: the title, or what is shown against what.
  public var accessibilityLabel: String { scene().title }
}
