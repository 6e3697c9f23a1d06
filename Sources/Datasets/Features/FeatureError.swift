/// Invalid settings of speech features, or frames that do not fit together.
public enum FeatureError: Error, Equatable, Sendable {
  /// The sample rate is not 1 to 1,000,000 samples per second.
  case rate(Int)
  /// The length of the FFT is odd or not 2 to 2²⁰.
  case fftLength(Int)
  /// The window is empty or longer than the FFT.
  case window(Int, fftLength: Int)
  /// The step from frame to frame is less than 1.
  case hop(Int)
  /// The number of mel bands is not 1 to 4096.
  case bands(Int)
  /// The lowest and the highest frequency are not in order, or not between 0 and half the sample rate.
  case range(Double, Double, half: Double)
  /// The number of cepstral coefficients is not 1 to the number of bands.
  case coefficients(Int, bands: Int)
  /// The number of values is not the number of frames times their width.
  case values(Int, frames: Int, width: Int)
  /// There is no frame.
  case noFrames
  /// The frames have different widths.
  case width(Int, expected: Int)
  /// The length of a batch in frames is less than 1.
  case length(Int)
}

extension FeatureError: CustomStringConvertible {
  /// The wrong setting and its allowed values.
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
