/// Numbers for each moment of a sound: one row a frame.
public struct FeatureFrames: Sendable, Equatable {
  /// How many frames there are.
  public let frameCount: Int
  /// How many numbers a frame has.
  public let width: Int
  /// All of them, frame by frame: frameCount × width.
  public internal(set) var values: [Float]

  /// Frames made of their numbers; other than frameCount × width of them are an error.
  public init(frameCount: Int, width: Int, values: [Float]) throws(FeatureError) {
    // Broken before 'else' it reads better than as the formatter would break it, inside the product.
    // swift-format-ignore
    guard frameCount >= 0, width > 0, width.multipliedReportingOverflow(by: frameCount) == (values.count, false)
    else { throw .values(values.count, frames: frameCount, width: width) }
    self.init(frameCount, width, values)
  }

  /// The numbers have been counted.
  init(_ frameCount: Int, _ width: Int, _ values: [Float]) {
    self.frameCount = frameCount
    self.width = width
    self.values = values
  }

  /// One frame.
  public subscript(frame: Int) -> ArraySlice<Float> { values[frame * width..<(frame + 1) * width] }

  /// Each value put through `transform`.
  func map(_ transform: (Float) -> Float) -> FeatureFrames {
    FeatureFrames(frameCount, width, values.map(transform))
  }
}

extension FeatureFrames {
  /// How many numbers the frames of all these sounds have.
  fileprivate static func commonWidth(of sounds: [FeatureFrames]) throws(FeatureError) -> Int {
    guard let first = sounds.first else { throw .noFrames }
    for sound in sounds where sound.width != first.width { throw .width(sound.width, expected: first.width) }
    return first.width
  }
}

/// Brings each column to mean 0 and standard deviation 1: x′ = (x − μ) / σ.
public struct FeatureScaling: Sendable, Equatable {
  /// μ of each column.
  public let means: [Float]
  /// σ of each column, at least 10⁻⁶.
  public let deviations: [Float]

  /// Measured over all frames of the training set; none at all, or frames of different widths, are an error.
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

  /// The frames, scaled; frames of another width are an error.
  public func applied(to frames: FeatureFrames) throws(FeatureError) -> FeatureFrames {
    guard frames.width == means.count else { throw .width(frames.width, expected: means.count) }
    var scaled = frames
    for i in scaled.values.indices {
      scaled.values[i] = (scaled.values[i] - means[i % frames.width]) / deviations[i % frames.width]
    }
    return scaled
  }
}

/// Sounds of different length in one array, zeros behind the shorter ones.
public struct FeatureBatch: Sendable, Equatable {
  /// batch × time × width.
  public let values: [Float]
  /// How many frames of each are its own.
  public let lengths: [Int]
  /// How many frames each has with the zeros.
  public let time: Int
  /// How many numbers a frame has.
  public let width: Int

  /// Sounds whose frames have the same width; what lies beyond `length` frames (by default the longest) is cut.
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
