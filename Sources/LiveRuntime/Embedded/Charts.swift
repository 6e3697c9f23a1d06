#if hasFeature(Embedded)
  package import SVGCharts

  // A program that draws would be compiled together with all of SVGCharts. Behind a C function it is not: the chart
  // crosses as a pointer, and the library's own object code draws it.
  @_extern(c, "galley_chart") private func draw(_ chart: UnsafeRawPointer)

  extension Chart: LiveValue {
    package func writeValue() { withUnsafePointer(to: self) { draw(UnsafeRawPointer($0)) } }
  }
#endif
