#if hasFeature(Embedded)
  // Compiled together with SVGCharts, for a live figure. A program that draws calls this C function instead of being
  // compiled together with all of the library: the chart crosses as a pointer.

  @_extern(c, "galley_chart_number") private func nextNumber() -> Int32
  @_extern(c, "galley_chart_drawings") private func wantedDrawings() -> Int32
  @_extern(c, "galley_write") private func write(_ bytes: UnsafePointer<UInt8>, _ count: UInt)
  @_extern(c, "galley_quote") private func quote(_ bytes: UnsafePointer<UInt8>, _ count: UInt)

  @_cdecl("galley_chart")
  package func _galleyDraw(_ chart: UnsafeRawPointer) {
    let chart = chart.assumingMemoryBound(to: Chart.self).pointee
    let prefix = "chart-" + String(nextNumber())
    let wanted = wantedDrawings()
    write("{\"title\":")
    quote(chart.accessibilityLabel)
    if wanted & 1 != 0 { write(",\"wide\":", chart.wideDrawing(idPrefix: prefix)) }
    if wanted & 2 != 0 { write(",\"narrow\":", chart.narrowDrawing(idPrefix: prefix)) }
    write("}")
  }

  private func write(_ name: StaticString, _ drawing: ChartDrawing) {
    write(name)
    write("[")
    quote(drawing.opening)
    write(",")
    quote(drawing.descriptionID)
    write(",")
    quote(drawing.description)
    write(",")
    quote(drawing.content)
    write("]")
  }

  private func write(_ text: StaticString) { write(text.utf8Start, UInt(text.utf8CodeUnitCount)) }

  private func quote(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let start = bytes.baseAddress { quote(start, UInt(bytes.count)) } else { write("\"\"") }
    }
  }
#endif
