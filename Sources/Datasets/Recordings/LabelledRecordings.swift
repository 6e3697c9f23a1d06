/// A word that someone said, and which one.
public struct Recording: Sendable, Equatable {
  /// The samples, from −1 to 1.
  public var samples: [Float]
  /// Samples a second.
  public var sampleRate: Int
  /// The class: the digit that is said.
  public var label: Int
  /// Who says it.
  public var speaker: String
  /// The how manieth time, from 0.
  public var take: Int
}

/// Recordings, each with the number of its class.
public struct LabelledRecordings: Sendable, Equatable {
  /// The recordings.
  public let recordings: [Recording]
  /// How many classes there are; labels are 0 ..< classCount.
  public let classCount: Int
  /// Where they came from.
  public let source: DataSource

  init(_ recordings: [Recording], classCount: Int = 10, source: DataSource) {
    self.recordings = recordings
    self.classCount = classCount
    self.source = source
  }

  /// How many there are.
  public var count: Int { recordings.count }

  /// The class of each recording.
  public var labels: [Int] { recordings.map(\.label) }

  /// Everyone who speaks, sorted.
  public var speakers: [String] { Set(recordings.map(\.speaker)).sorted() }

  /// The rule of the Free Spoken Digit Dataset: takes 0 to 4 are the test set.
  ///
  /// Every speaker is in both parts, so a score on it says nothing about new speakers.
  public func officialSplit() -> (training: LabelledRecordings, test: LabelledRecordings) {
    (filter { $0.take >= 5 }, filter { $0.take < 5 })
  }

  /// All but one speaker, and that one.
  public func split(
    holdingOut speaker: String
  ) -> (training: LabelledRecordings, test: LabelledRecordings) {
    (filter { $0.speaker != speaker }, filter { $0.speaker == speaker })
  }

  /// Those that `isIncluded` holds for, in order.
  public func filter(_ isIncluded: (Recording) -> Bool) -> LabelledRecordings {
    LabelledRecordings(recordings.filter(isIncluded), classCount: classCount, source: source)
  }
}
