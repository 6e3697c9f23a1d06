/// Settings of speech features that cannot be, or frames that do not fit.
public enum FeatureError: Error, Equatable, Sendable {
  /// The number of samples a second.
  case rate(Int)
  /// The length of the FFT.
  case fftLength(Int)
  /// The length of the window.
  case window(Int, fftLength: Int)
  /// The step from frame to frame.
  case hop(Int)
  /// The number of bands.
  case bands(Int)
  /// The lowest and the highest frequency.
  case range(Double, Double, half: Double)
  /// The number of cepstral coefficients.
  case coefficients(Int, bands: Int)
  /// How many values were given for so many frames.
  case values(Int, frames: Int, width: Int)
  /// There is no frame.
  case noFrames
  /// How many numbers a frame has.
  case width(Int, expected: Int)
  /// How many frames a sound may have.
  case length(Int)
}

extension FeatureError: CustomStringConvertible {
  /// What is wrong, and what is possible.
  public var description: String {
    switch self {
    case .rate(let rate): "a rate of \(rate) samples a second; it has to be 1 to 1000000"
    case .fftLength(let length): "an FFT of \(length) samples; its length has to be even, from 2 to 1048576"
    case .window(let length, let fft):
      "a window of \(length) samples; it has to be 1 to \(fft), the length of the FFT"
    case .hop(let hop): "a hop of \(hop) samples; it has to be at least 1"
    case .bands(let count): "\(count) mel bands; there have to be 1 to 4096"
    case .range(let low, let high, let half):
      "bands from \(low) to \(high) Hz; they have to lie between 0 and \(half) Hz, the lower end first"
    case .coefficients(let count, let bands):
      "\(count) coefficients; there have to be 1 to \(bands), the number of bands"
    case .values(let count, let frames, let width):
      "\(count) values for \(frames) frames of \(width); there has to be one for each number of each frame"
    case .noFrames: "no frames; there has to be at least one sound with one frame"
    case .width(let width, let expected):
      "a frame of \(width) numbers among frames of \(expected); all have to have as many"
    case .length(let length): "a length of \(length) frames; it has to be at least 1"
    }
  }
}
