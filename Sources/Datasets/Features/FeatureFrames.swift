/// Numbers for each moment of a sound: one row a frame.
public struct FeatureFrames: Sendable, Equatable {
  /// How many frames there are.
  public let frameCount: Int
  /// How many numbers a frame has.
  public let width: Int
  /// All of them, frame by frame: frameCount × width.
  public var values: [Float]

  /// Frames made of their numbers, of which there have to be frameCount × width.
  public init(frameCount: Int, width: Int, values: [Float]) {
    precondition(
      values.count == frameCount * width, "\(values.count) values are not \(frameCount) × \(width)")
    self.frameCount = frameCount
    self.width = width
    self.values = values
  }

  /// One frame.
  public subscript(frame: Int) -> ArraySlice<Float> { values[frame * width..<(frame + 1) * width] }

  /// Each value put through `transform`.
  func map(_ transform: (Float) -> Float) -> FeatureFrames {
    FeatureFrames(frameCount: frameCount, width: width, values: values.map(transform))
  }
}

/// Brings each column to mean 0 and standard deviation 1: x′ = (x − μ) / σ.
public struct FeatureScaling: Sendable, Equatable {
  /// μ of each column.
  public let means: [Float]
  /// σ of each column, at least 10⁻⁶.
  public let deviations: [Float]

  /// Measured over all frames of the training set; all need the same width.
  public init(fitting frames: [FeatureFrames]) {
    let width = frames.first?.width ?? 0
    precondition(frames.allSatisfy { $0.width == width }, "the frames differ in width")
    let count = Double(max(1, frames.reduce(0) { $0 + $1.frameCount }))
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

  /// The frames, scaled.
  public func applied(to frames: FeatureFrames) -> FeatureFrames {
    precondition(frames.width == means.count, "frames of width \(frames.width), scaling for \(means.count)")
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

  /// Frames of the same width; those beyond `length` (by default the longest) are cut.
  public init(_ frames: [FeatureFrames], length: Int? = nil) {
    let (time, width) = (length ?? frames.map(\.frameCount).max() ?? 0, frames.first?.width ?? 0)
    precondition(frames.allSatisfy { $0.width == width }, "the frames differ in width")
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
