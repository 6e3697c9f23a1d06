import Foundation

/// A scale of pitch on which equal steps sound equally far apart.
public enum MelScale: Sendable, CaseIterable {
  /// m = 2595·log₁₀(1 + f/700). Source: O'Shaughnessy (1987); the HTK book.
  case htk
  /// Linear to 1 kHz, m = 3f/200, then logarithmic: m = 15 + 27·ln(f/1000)/ln 6.4.
  /// Source: Slaney (1998), Auditory Toolbox; the default of librosa.
  case slaney

  /// Converts a frequency in hertz to mels.
  public func mels(_ hertz: Double) -> Double {
    switch self {
    case .htk: 2595 * log10(1 + hertz / 700)
    case .slaney: hertz < 1000 ? hertz * 3 / 200 : 15 + 27 * log(hertz / 1000) / log(6.4)
    }
  }

  /// Converts mels to a frequency in hertz.
  public func hertz(_ mels: Double) -> Double {
    switch self {
    case .htk: 700 * (pow(10, mels / 2595) - 1)
    case .slaney: mels < 15 ? mels * 200 / 3 : 1000 * exp((mels - 15) * log(6.4) / 27)
    }
  }
}

/// Triangular filters that sum a spectrum into bands, evenly spaced in mels.
///
/// Band b has corners f_b < f_{b+1} < f_{b+2}:
///
///     w_b(f) = max(0, min((f − f_b)/(f_{b+1} − f_b), (f_{b+2} − f)/(f_{b+2} − f_{b+1})))
///
/// With `equalArea` each is multiplied by 2/(f_{b+2} − f_b), as librosa's `norm="slaney"` does.
struct MelFilterBank: Sendable, Equatable {
  let bandCount: Int
  let binCount: Int
  /// The weights of all bands, bandCount × binCount.
  let weights: [Float]

  init(
    bandCount: Int, fftLength: Int, sampleRate: Int, range: ClosedRange<Double>, scale: MelScale,
    equalArea: Bool
  ) {
    self.bandCount = bandCount
    binCount = fftLength / 2 + 1
    let (low, high) = (scale.mels(range.lowerBound), scale.mels(range.upperBound))
    let corners = (0..<bandCount + 2).map {
      scale.hertz(low + (high - low) * Double($0) / Double(bandCount + 1))
    }
    var weights: [Float] = []
    for band in 0..<bandCount {
      let (a, b, c) = (corners[band], corners[band + 1], corners[band + 2])
      let height = equalArea ? 2 / (c - a) : 1
      for bin in 0..<binCount {
        let f = Double(bin) * Double(sampleRate) / Double(fftLength)
        weights.append(Float(max(0, min((f - a) / (b - a), (c - f) / (c - b))) * height))
      }
    }
    self.weights = weights
  }
}
