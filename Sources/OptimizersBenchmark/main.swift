// Times one step of the rules side by side with PyTorch and NumPy, on one thread, and against the time that
// moving the same bytes takes.
//
//     OptimizersBenchmark [--python INTERPRETER] [--quick]
//
// Without an interpreter only this library is measured.

import Foundation

func text(_ microseconds: Double?) -> String {
  guard let microseconds else { return "–" }
  if microseconds < 10 { return String(format: "%.2f", microseconds) }
  return String(format: microseconds < 1000 ? "%.1f" : "%.0f", microseconds)
}

func summary(_ timing: Timing, _ bound: Double) -> String {
  let spread = (timing.high - timing.low) / 2
  return "\(text(timing.median)) ± \(text(spread)) (bound \(Int((100 * bound / timing.median).rounded())) %)"
}

let arguments = CommandLine.arguments
let isQuick = arguments.contains("--quick")
var peers: [(label: String, peer: PythonPeer)] = []
if let option = arguments.firstIndex(of: "--python"), option + 1 < arguments.count {
  let interpreter = arguments[option + 1]
  peers = [
    ("default allocator", try PythonPeer(interpreter: interpreter, tuned: false)),
    ("tuned allocator", try PythonPeer(interpreter: interpreter, tuned: true)),
  ]
}

let sizes = [(count: 1000, repeats: 2001), (1_000_000, 201), (10_000_000, 41)]
print("Median microseconds per step, Float, one thread. ± is half the range of the middle 80 %.")
print("bound: the time of moving the same bytes at copy bandwidth, as a share of ours. ×: theirs ÷ ours.")
for (count, repeats) in sizes {
  let repeats = isQuick ? max(5, repeats / 10) : repeats
  let bandwidth = copyBandwidth(count: count, repeats: repeats)
  print("\n\(count) parameters; copy bandwidth \(String(format: "%.1f", bandwidth)) GB/s")
  for subject in Subject.all {
    let own = subject.measure(count: count, repeats: repeats, checked: true)
    let trusting = subject.measure(count: count, repeats: repeats, checked: false)
    let bound = Double(subject.bytes * count) / bandwidth / 1e3
    print("  \(subject.name): \(summary(own, bound)); assuming finite \(summary(trusting, bound))")
    for (label, peer) in peers {
      let others = try peer.measure(subject.name, count: count, repeats: repeats)
      let list = others.sorted { $0.key < $1.key }.map { "\($0.key) \(text($0.value))" }
      let torch = others.filter { $0.key.hasPrefix("torch") }.values.min()
      let ratio =
        torch.map {
          String(format: " — best torch %.1f×, assuming finite %.1f×", $0 / own.median, $0 / trusting.median)
        } ?? ""
      print("    \(label): \(list.joined(separator: ", "))\(ratio)")
    }
  }
}
