// Times the drawing of a line chart as SVG in comparison with matplotlib.
//
//     SVGChartsBenchmark [--python INTERPRETER]
//
// Without an interpreter, only this library is measured.

import Foundation
import SVGCharts

/// A random walk, the same in both languages.
func walk(_ count: Int) -> [Double] {
  var state: UInt64 = 1
  var position = 0.0
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    position += Double(state >> 33) / Double(1 << 31) - 0.5
    return position
  }
}

/// The median seconds of `repeats` runs.
func median(_ repeats: Int, _ body: () -> Void) -> Double {
  let times = (0..<repeats).map { _ in ContinuousClock().measure(body) / .seconds(1) }.sorted()
  return times[times.count / 2]
}

/// The seconds that matplotlib needs for the same chart, and the bytes that it writes.
func matplotlib(_ interpreter: String, count: Int, repeats: Int) throws -> (seconds: Double, bytes: Int)? {
  let script = Bundle.module.url(forResource: "matplotlib_line", withExtension: "py")
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [interpreter, script?.path ?? "", "\(count)", "\(repeats)"]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  let fields = text.split(whereSeparator: \.isWhitespace)
  guard fields.count == 2, let seconds = Double(fields[0]), let bytes = Int(fields[1]) else { return nil }
  return (seconds, bytes)
}

let arguments = CommandLine.arguments
let interpreter = arguments.firstIndex(of: "--python").flatMap { index in
  index + 1 < arguments.count ? arguments[index + 1] : nil
}
print("Median milliseconds for a line chart as SVG, its making included.")
for (count, repeats) in [(1_000, 51), (100_000, 21)] {
  let steps = (0..<count).map(Double.init)
  let values = walk(count)
  var bytes = 0
  let seconds = median(repeats) {
    let chart = Chart {
      LineMark(x: .value("step", steps), y: .value("loss", values))
    }
    bytes = chart.svg(idPrefix: "benchmark").utf8.count
  }
  var line = "\(count) points: \(String(format: "%.2f", seconds * 1e3)) ms, \(bytes / 1000) kB"
  if let interpreter, let peer = try matplotlib(interpreter, count: count, repeats: max(5, repeats / 4)) {
    line += String(
      format: "; matplotlib %.1f ms, %d kB: %.1f× faster", peer.seconds * 1e3, peer.bytes / 1000,
      peer.seconds / seconds)
  }
  print(line)
}
