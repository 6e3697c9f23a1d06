/// A recording of one spoken word, with its label.
public struct Recording: Sendable, Equatable {
  /// The samples, from −1 to 1.
  public var samples: [Float]
  /// Samples per second.
  public var sampleRate: Int
  /// The class: the spoken digit.
  public var label: Int
  /// The name of the speaker.
  public var speaker: String
  /// The number of the recording among all of this word by this speaker, from 0.
  public var take: Int
}

/// Recordings, each with the number of its class.
public struct LabelledRecordings: Sendable, Equatable {
  /// The recordings.
  public let recordings: [Recording]
  /// The number of classes. Labels are 0 ..< classCount.
  public let classCount: Int
  /// The source of the recordings.
  public let source: DataSource

  init(_ recordings: [Recording], classCount: Int = 10, source: DataSource) {
    self.recordings = recordings
    self.classCount = classCount
    self.source = source
  }

  /// The number of recordings.
  public var count: Int { recordings.count }

  /// The class of each recording.
  public var labels: [Int] { recordings.map(\.label) }

  /// The names of all speakers, sorted.
  public var speakers: [String] { Set(recordings.map(\.speaker)).sorted() }

  /// Splits by the rule of the Free Spoken Digit Dataset: takes 0 to 4 are the test set.
  ///
  /// Every speaker is in both parts, so a score on it says nothing about new speakers.
  public func officialSplit() -> (training: LabelledRecordings, test: LabelledRecordings) {
    (filter { $0.take >= 5 }, filter { $0.take < 5 })
  }

  /// Splits off one speaker: `test` has the recordings of that speaker, and `training` has all others.
  public func split(
    holdingOut speaker: String
  ) -> (training: LabelledRecordings, test: LabelledRecordings) {
    (filter { $0.speaker != speaker }, filter { $0.speaker == speaker })
  }

  /// The recordings for which `isIncluded` returns true, in order.
  public func filter(_ isIncluded: (Recording) -> Bool) -> LabelledRecordings {
    LabelledRecordings(recordings.filter(isIncluded), classCount: classCount, source: source)
  }
}
