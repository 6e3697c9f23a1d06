/// Describes a chart for readers who cannot see it.
struct ChartSummary {
  let chart: Chart
  let data: ChartData

  init(_ chart: Chart, _ data: ChartData) {
    self.chart = chart
    self.data = data
  }

  /// The accessible name: the title, or else the labels of the axes, such as "loss against step".
  var title: String {
    if let title = chart.options.title, !title.isEmpty { return title }
    if !chart.panels.isEmpty {
      let titles = chart.panels.map { ChartSummary($0, ChartData($0)).title }
      return titles.joined(separator: "; ")
    }
    if data.series.allSatisfy({ $0.rowCount == 0 }) { return "Empty chart" }
    if data.series.allSatisfy({ $0.shape == .images }) { return "Pictures" }
    let x = chart.options.x.label ?? data.axisLabel(.horizontal)
    let y = chart.options.y.label ?? data.axisLabel(.vertical)
    if y.isEmpty { return x.isEmpty ? "Chart" : "Chart of " + x }
    return x.isEmpty ? "Chart of " + y : y + " against " + x
  }

  /// Sentences about the data, the values that cannot be shown, and the rows that were left out.
  func text(verticesDrawn: Int, isSampled: Bool) -> String {
    let described = data.series.filter {
      $0.shape.isDescribed && $0.rowCount > 0 && !$0.isDetail
        && !($0.shape == .rectangle && $0.values.isEmpty)
    }
    var sentences = described.prefix(8).map { SeriesSummary(series: $0, data: data).sentence }
    if described.count > 8 {
      sentences.append("And " + NumberText.count(described.count - 8) + " more series.")
    }
    sentences += pictureSentences
    if sentences.isEmpty { sentences.append(data.series.contains { $0.rowCount > 0 } ? "" : "No data.") }
    sentences +=
      ruleSentences + scaleSentences + missingSentences + simplificationSentences(verticesDrawn, isSampled)
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Sentences about contours, vectors and pictures.
  private var pictureSentences: [String] {
    var sentences: [String] = []
    let levels = data.series.compactMap { series -> ContourLevel? in
      if case .contour(let level) = series.payload { level } else { nil }
    }
    if let first = levels.first {
      let values = first.levels
      let range =
        values.count > 1
        ? " at " + NumberText.count(values.count) + " levels from " + NumberText.prose(values[0]) + " to "
          + NumberText.prose(values[values.count - 1]) : ""
      sentences.append("Contours of " + first.label + range + ".")
    }
    for series in data.series {
      switch series.payload {
      case .images(let sheet):
        let count =
          NumberText.count(sheet.images.count) + (sheet.images.count == 1 ? " picture" : " pictures")
        let labels = sheet.labels.prefix(40).joined(separator: ", ")
        sentences.append(count + (labels.isEmpty ? "." : ": " + labels + "."))
      default: break
      }
      if series.shape == .vectors {
        sentences.append(NumberText.count(series.rowCount) + " arrows show direction and relative size.")
      }
    }
    return sentences
  }

  private var ruleSentences: [String] {
    data.series.compactMap { series in
      guard let annotation = series.style.annotation else { return nil }
      let place =
        series.shape == .rule
        ? (series.y.first.map { " at " + series.yLabel + " " + NumberText.prose($0) }
          ?? series.x.first.map { " at " + series.xLabel + " " + NumberText.prose($0) } ?? "") : ""
      return "Marked" + place + ": " + annotation.text + "."
    }
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
        (series.values, chart.options.colorOptions.type), (series.deltaX, nil), (series.deltaY, nil),
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
      let count = notPositive == 1 ? "1 value is" : NumberText.count(notPositive) + " values are"
      sentences.append(count + " not positive and cannot be shown on the logarithmic scale.")
    }
    if data.hasUnequalColumns {
      sentences.append("Columns of different length: the values at the end are left out.")
    }
    return sentences
  }

  private func simplificationSentences(_ verticesDrawn: Int, _ isSampled: Bool) -> [String] {
    let lines = data.series.filter { $0.shape.isConnected || $0.shape == .point }
    let rows = lines.reduce(0) { $0 + $1.rowCount }
    var sentences: [String] = []
    if isSampled {
      sentences.append("A sample of " + NumberText.count(rows) + " points is drawn.")
    } else if rows > 500, verticesDrawn > 0, verticesDrawn < rows * 9 / 10 {
      sentences.append(
        "Drawn with " + NumberText.count(verticesDrawn) + " of " + NumberText.count(rows)
          + " points; the others would make no visible difference.")
    }
    let limits: [(shape: MarkShape, limit: Int, name: String)] = [
      (.rule, 5000, "rules"), (.errorBar, 1200, "error bars"), (.arrow, 500, "arrows"),
      (.vectors, 2500, "arrows"), (.text, 500, "texts"), (.box, 500, "boxes"),
    ]
    for (shape, limit, name) in limits {
      let most = data.series.filter { $0.shape == shape }.map { $0.rowCount }.max() ?? 0
      if most > limit {
        sentences.append("A sample of the " + NumberText.count(most) + " " + name + " is drawn.")
      }
    }
    let cells = data.series.filter { $0.shape == .rectangle }.map { $0.rowCount }.max() ?? 0
    if cells > 6000 { sentences.append("A sample of the " + NumberText.count(cells) + " cells is drawn.") }
    return sentences
  }
}
