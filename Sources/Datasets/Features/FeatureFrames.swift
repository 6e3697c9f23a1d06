/// The features of a sound, with one row of numbers for each frame.
public struct FeatureFrames: Sendable, Equatable {
  /// The number of frames.
  public let frameCount: Int
  /// The number of values in a frame.
  public let width: Int
  /// All values, frame by frame: frameCount × width.
  public internal(set) var values: [Float]

  /// Creates frames from their values. Throws an error unless there are frameCount × width values.
  public init(frameCount: Int, width: Int, values: [Float]) throws(FeatureError) {
    // The formatter would break the line inside the product, which is harder to read.
    // swift-format-ignore
    guard frameCount >= 0, width > 0, width.multipliedReportingOverflow(by: frameCount) == (values.count, false)
    else { throw .values(values.count, frames: frameCount, width: width) }
    self.init(frameCount, width, values)
  }

  /// Creates frames without counting the values.
  init(_ frameCount: Int, _ width: Int, _ values: [Float]) {
    self.frameCount = frameCount
    self.width = width
    self.values = values
  }

  /// The values of one frame.
  public subscript(frame: Int) -> ArraySlice<Float> { values[frame * width..<(frame + 1) * width] }

  /// Applies `transform` to each value.
  func map(_ transform: (Float) -> Float) -> FeatureFrames {
    FeatureFrames(frameCount, width, values.map(transform))
  }
}

extension FeatureFrames {
  /// The width that all sounds share. Throws an error if there are no sounds or if their widths differ.
  fileprivate static func commonWidth(of sounds: [FeatureFrames]) throws(FeatureError) -> Int {
    guard let first = sounds.first else { throw .noFrames }
    for sound in sounds where sound.width != first.width { throw .width(sound.width, expected: first.width) }
    return first.width
  }
}

/// Scales each column to mean 0 and standard deviation 1: x′ = (x − μ) / σ.
public struct FeatureScaling: Sendable, Equatable {
  /// μ of each column.
  public let means: [Float]
  /// σ of each column, at least 10⁻⁶.
  public let deviations: [Float]

  /// Measures all frames of the training set. Throws an error if there are no frames or if their widths differ.
  public init(fitting frames: [FeatureFrames]) throws(FeatureError) {
    let width = try FeatureFrames.commonWidth(of: frames)
    let count = Double(frames.reduce(0) { $0 + $1.frameCount })
    guard count > 0 else { throw .noFrames }
    var sums = [Double](repeating: 0, count: width)
    for frame in frames { for (i, value) in frame.values.enumerated() { sums[i % width] += Double(value) } }
    let centres = sums.map { $0 / count }
    var squares = [Double](repeating: 0, count: width)
    for frame in frames {
      for (i, value) in frame.values.enumerated() {
        let difference = Double(value) - centres[i % width]
        squares[i % width] += difference * difference
      }
    }
    means = centres.map { Float($0) }
    deviations = squares.map { Float(max(($0 / count).squareRoot(), 1e-6)) }
  }

  /// Scales `frames`. Throws an error if they have another width.
  public func applied(to frames: FeatureFrames) throws(FeatureError) -> FeatureFrames {
    guard frames.width == means.count else { throw .width(frames.width, expected: means.count) }
    var scaled = frames
    for i in scaled.values.indices {
      scaled.values[i] = (scaled.values[i] - means[i % frames.width]) / deviations[i % frames.width]
    }
    return scaled
  }
}

/// Sounds of different lengths in one array. The shorter ones are padded with zeros.
public struct FeatureBatch: Sendable, Equatable {
  /// batch × time × width.
  public let values: [Float]
  /// The number of frames of each sound, without padding.
  public let lengths: [Int]
  /// The number of frames of each sound, with padding.
  public let time: Int
  /// The number of values in a frame.
  public let width: Int

  /// Creates a batch of sounds with the same width. Longer sounds are cut to `length` frames, by default the length of
  /// the longest sound. Throws an error if there are no sounds, if their widths differ, or if the length is not
  /// positive.
  public init(_ frames: [FeatureFrames], length: Int? = nil) throws(FeatureError) {
    let width = try FeatureFrames.commonWidth(of: frames)
    let time = length ?? frames.map(\.frameCount).max() ?? 0
    guard time > 0 else { throw .length(time) }
    var values: [Float] = []
    values.reserveCapacity(frames.count * time * width)
    for frame in frames {
      let own = frame.values.prefix(time * width)
      values += own
      values += repeatElement(0, count: time * width - own.count)
    }
    self.values = values
    self.time = time
    self.width = width
    lengths = frames.map { min($0.frameCount, time) }
  }
}
