// Times an epoch of training in comparison with PyTorch on the CPU: same model, batch, data and threads (two).
//
//     NetworksBenchmark [--python INTERPRETER] [--quick] [--mnist FOLDER [--epochs N]]
//
// The data are random images, because the time does not depend on them. With --mnist, the two models are trained on the
// four unpacked IDX files of a folder instead, and their accuracy is printed.

import Foundation
import NeuralNetworks
import Optimizers

func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  return arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

if let folder = option("--mnist") {
  try reportAccuracy(
    folder: folder, epochs: Int(option("--epochs") ?? "10") ?? 10, seed: UInt64(option("--seed") ?? "1") ?? 1,
    only: option("--only"))
  exit(0)
}

let isQuick = CommandLine.arguments.contains("--quick")
let count = isQuick ? 3200 : 16_000
let peak = productPeak(repeats: isQuick ? 3 : 9)
print(
  "Seconds for an epoch, batches of 32, Float, two threads; medians, fastest … slowest.")
print(String(format: "Matrix products of 1024 × 1024 run at %.0f GFLOP/s on two threads.", peak))
for subject in Subject.all where option("--only").map({ $0 == subject.name }) ?? true {
  let count = count / subject.share
  let own = try subject.measure(count: count, repeats: isQuick ? 3 : 7)
  let share = subject.operations(count: count) / own.median / 1e9 / peak
  print(
    "\(subject.name), \(count) examples: \(own.text), \(Int((100 * share).rounded())) % of the peak, "
      + String(format: "%.0f MB at most", peakMegabytes()))
  guard let python = option("--python") else { continue }
  if let other = try PyTorchPeer.measure(
    python: python, model: subject.name, count: count, repeats: isQuick ? 3 : 7)
  {
    print(
      "  PyTorch: \(other.timing.text), \(Int(other.megabytes)) MB at most — "
        + String(format: "%.2f×", other.timing.median / own.median))
  } else {
    print("  PyTorch: no answer from \(python)")
  }
}
