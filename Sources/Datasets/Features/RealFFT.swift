internal import CKissFFT

/// The power spectrum of real numbers, by kissfft: |Σₙ xₙ·e^(−2πikn/N)|² for k = 0 … N/2.
final class RealFFT {
  private let plan: kiss_fftr_cfg
  private let length: Int
  private var spectrum: [kiss_fft_cpx]

  /// Prepares an FFT of N = `length` numbers. The length must be even.
  init(length: Int) {
    precondition(length > 0 && length % 2 == 0, "an FFT of \(length) numbers: the length has to be even")
    guard let plan = kiss_fftr_alloc(Int32(length), 0, nil, nil) else { fatalError("no memory for an FFT") }
    self.plan = plan
    self.length = length
    spectrum = Array(repeating: kiss_fft_cpx(), count: length / 2 + 1)
  }

  deinit { kissfft_free_real_plan(plan) }

  /// Appends the N/2 + 1 numbers of the power spectrum to `power`.
  func appendPower(of frame: [Float], to power: inout [Float]) {
    precondition(frame.count == length)
    kiss_fftr(plan, frame, &spectrum)
    for bin in spectrum { power.append(bin.r * bin.r + bin.i * bin.i) }
  }
}
