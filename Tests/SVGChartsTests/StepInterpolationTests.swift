import SVGCharts
import Testing

@Test("the command after a dot in a path is drawn, and not read as an argument of the dot")
func dotThenLine() {
  let chart = Chart {
    LineMark(x: .value("x", [1, 2, 3]), y: .value("y", [1.0, 1, 3])).interpolationMethod(.stepStart)
  }
  let path = chart.svg(idPrefix: "a")
  #expect(!path.contains(/h0[ 0-9\-]/))
}
