// Times one step of the rules in comparison with PyTorch and NumPy, on one thread, and with the time of moving the same
// bytes.
//
//     OptimizersBenchmark [--python INTERPRETER] [--quick]
//
// Without an interpreter, only this library is measured.

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

let turns = isQuick ? 1 : 5
let sizes = [(count: 1000, repeats: 501), (1_000_000, 51), (10_000_000, 15)]
print("Median microseconds per step, Float, one thread. ± is half the range of the middle 80 %.")
print("bound: the time of moving the same bytes at copy bandwidth, as a share of ours. ×: theirs ÷ ours.")
for (count, repeats) in sizes {
  let repeats = isQuick ? max(5, repeats / 10) : repeats
  let bandwidth = copyBandwidth(count: count, repeats: repeats)
  print("\n\(count) parameters; copy bandwidth \(String(format: "%.1f", bandwidth)) GB/s")
  for subject in Subject.all {
    // Alternate between the candidates, so that a busy moment of the machine affects all of them.
    var own: [Timing] = []
    var trusting: [Timing] = []
    var fused: [Timing] = []
    var others: [[[String: Double]]] = peers.map { _ in [] }
    for _ in 0..<turns {
      own.append(subject.measure(count: count, repeats: repeats, checked: true))
      trusting.append(subject.measure(count: count, repeats: repeats, checked: false))
      if subject.name == "RMSProp" { fused.append(fusedLoop(count: count, repeats: repeats)) }
      for (number, (_, peer)) in peers.enumerated() {
        others[number].append(try peer.measure(subject.name, count: count, repeats: repeats))
      }
    }
    let (step, unchecked) = (Timing(middleOf: own), Timing(middleOf: trusting))
    let bound = Double(subject.bytes * count) / bandwidth / 1e3
    print("  \(subject.name): \(summary(step, bound)); assuming finite \(summary(unchecked, bound))")
    if !fused.isEmpty { print("    a fused loop in C: \(summary(Timing(middleOf: fused), bound))") }
    for (number, (label, _)) in peers.enumerated() {
      let names = Set(others[number].flatMap(\.keys)).sorted()
      let medians = names.map { name in
        (name, median(others[number].compactMap { $0[name] }))
      }
      let list = medians.map { "\($0) \(text($1))" }.joined(separator: ", ")
      let torch = medians.filter { $0.0.hasPrefix("torch") }.map(\.1).min()
      let ratio =
        torch.map {
          String(
            format: " — best torch %.1f×, assuming finite %.1f×", $0 / step.median, $0 / unchecked.median)
        } ?? ""
      print("    \(label): \(list)\(ratio)")
    }
  }
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
