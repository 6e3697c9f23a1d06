/// One channel of sound.
public struct Sound: Sendable, Equatable {
  /// The samples, from −1 to 1.
  public var samples: [Float]
  /// Samples per second.
  public var sampleRate: Int

  /// Creates a sound from its parts.
  public init(samples: [Float], sampleRate: Int) {
    self.samples = samples
    self.sampleRate = sampleRate
  }

  /// The length in seconds.
  public var seconds: Double { Double(samples.count) / Double(sampleRate) }
}
