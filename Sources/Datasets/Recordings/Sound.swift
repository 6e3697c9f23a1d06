/// One channel of sound.
public struct Sound: Sendable, Equatable {
  /// The samples, from −1 to 1.
  public var samples: [Float]
  /// Samples a second.
  public var sampleRate: Int

  /// A sound made of its parts.
  public init(samples: [Float], sampleRate: Int) {
    self.samples = samples
    self.sampleRate = sampleRate
  }

  /// How long it is.
  public var seconds: Double { Double(samples.count) / Double(sampleRate) }
}
