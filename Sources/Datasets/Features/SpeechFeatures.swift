import Foundation

/// Computes features of a sound: frames, window, spectrum, mel bands, logarithm, cosine transform.
///
/// The conventions are those of librosa. Frame t is centred on sample t·hop. The sound is padded with fftLength/2 zeros
/// on both sides, so there are 1 + n/hop frames. The window is the periodic Hann window
/// w(k) = ½ − ½·cos(2πk/windowLength), in the middle of fftLength zeros.
public struct SpeechFeatures: Sendable, Equatable {
  /// The number of samples from one frame to the next.
  public let hop: Int
  /// The number of samples in one spectrum.
  public let fftLength: Int
  /// Samples per second.
  public let sampleRate: Int
  private let window: [Float]
  private let bank: MelFilterBank

  /// Sizes are in samples, frequencies in hertz. The bands reach from `lowest` to `highest`, by default half the sample
  /// rate.
  ///
  /// Throws a `FeatureError` for settings that do not fit together.
  public init(
    sampleRate: Int, windowLength: Int, hop: Int, fftLength: Int, bandCount: Int, lowest: Double = 0,
    highest: Double? = nil, scale: MelScale = .slaney, equalArea: Bool = true
  ) throws(FeatureError) {
    guard sampleRate > 0, sampleRate <= 1_000_000 else { throw .rate(sampleRate) }
    guard fftLength > 0, fftLength % 2 == 0, fftLength <= 1 << 20 else { throw .fftLength(fftLength) }
    guard windowLength > 0, windowLength <= fftLength else {
      throw .window(windowLength, fftLength: fftLength)
    }
    guard hop > 0 else { throw .hop(hop) }
    guard bandCount > 0, bandCount <= 4096 else { throw .bands(bandCount) }
    let highest = highest ?? Double(sampleRate) / 2
    guard lowest >= 0, lowest < highest, highest <= Double(sampleRate) / 2 else {
      throw .range(lowest, highest, half: Double(sampleRate) / 2)
    }
    self.hop = hop
    self.fftLength = fftLength
    self.sampleRate = sampleRate
    var window = [Float](repeating: 0, count: fftLength)
    let start = (fftLength - windowLength) / 2
    for k in 0..<windowLength {
      window[start + k] = Float(0.5 - 0.5 * cos(2 * .pi * Double(k) / Double(windowLength)))
    }
    self.window = window
    bank = MelFilterBank(
      bandCount: bandCount, fftLength: fftLength, sampleRate: sampleRate, range: lowest...highest,
      scale: scale,
      equalArea: equalArea)
  }

  /// The power of each frequency: fftLength/2 + 1 numbers per frame.
  public func power(of samples: [Float]) -> FeatureFrames {
    let frameCount = 1 + samples.count / hop
    let fft = RealFFT(length: fftLength)
    var values: [Float] = []
    values.reserveCapacity(frameCount * bank.binCount)
    var frame = [Float](repeating: 0, count: fftLength)
    for index in 0..<frameCount {
      let start = index * hop - fftLength / 2
      for k in 0..<fftLength {
        let place = start + k
        frame[k] = place >= 0 && place < samples.count ? samples[place] * window[k] : 0
      }
      fft.appendPower(of: frame, to: &values)
    }
    return FeatureFrames(frameCount, bank.binCount, values)
  }

  /// The power in each mel band.
  public func mel(of samples: [Float]) -> FeatureFrames {
    let power = power(of: samples)
    var values: [Float] = []
    values.reserveCapacity(power.frameCount * bank.bandCount)
    for frame in 0..<power.frameCount {
      for band in 0..<bank.bandCount {
        var sum: Float = 0
        for bin in 0..<bank.binCount {
          sum += power.values[frame * bank.binCount + bin] * bank.weights[band * bank.binCount + bin]
        }
        values.append(sum)
      }
    }
    return FeatureFrames(power.frameCount, bank.bandCount, values)
  }

  /// ln(max(power, floor)) in each mel band.
  public func logMel(of samples: [Float], floor: Float = 1e-10) -> FeatureFrames {
    mel(of: samples).map { log(max($0, floor)) }
  }

  /// 10·log₁₀(max(power, 10⁻¹⁰)) in each mel band, at most `range` below the loudest value, as librosa's
  /// `power_to_db` with its defaults.
  public func decibels(of samples: [Float], range: Float = 80) -> FeatureFrames {
    let decibels = mel(of: samples).map { 10 * log10(max($0, 1e-10)) }
    let lowest = (decibels.values.max() ?? 0) - range
    return decibels.map { max($0, lowest) }
  }

  /// Mel-frequency cepstral coefficients: the first `count` cosines of the bands in decibels, as librosa's `mfcc`.
  public func mfcc(of samples: [Float], count: Int) throws(FeatureError) -> FeatureFrames {
    guard count > 0, count <= bank.bandCount else { throw .coefficients(count, bands: bank.bandCount) }
    return decibels(of: samples).cosineTransform(count)
  }
}

extension FeatureFrames {
  /// The first `count` numbers of the orthonormal DCT-II of each frame:
  ///
  ///     y_k = s_k·Σₙ xₙ·cos(πk(2n + 1)/2N),   s₀ = √(1/N), s_k = √(2/N)
  func cosineTransform(_ count: Int) -> FeatureFrames {
    var basis: [Float] = []
    for k in 0..<count {
      let scale = ((k == 0 ? 1.0 : 2.0) / Double(width)).squareRoot()
      for n in 0..<width {
        let angle = Double.pi * Double(k) * Double(2 * n + 1) / Double(2 * width)
        basis.append(Float(scale * cos(angle)))
      }
    }
    var result: [Float] = []
    for frame in 0..<frameCount {
      for k in 0..<count {
        var sum: Float = 0
        for n in 0..<width { sum += values[frame * width + n] * basis[k * width + n] }
        result.append(sum)
      }
    }
    return FeatureFrames(frameCount, count, result)
  }
}
