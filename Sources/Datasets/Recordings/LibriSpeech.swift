/// LibriSpeech: read sentences at 16 kHz in `subset/speaker/chapter/`.
///
/// Source: Panayotov, Chen, Povey & Khudanpur (2015), "LibriSpeech: an ASR corpus based on public domain audio books".
public struct LibriSpeech: Sendable {
  /// The utterances, sorted by subset, speaker, chapter and number.
  public let utterances: [Utterance]
  /// The source of the utterances.
  public var source: DataSource { .libriSpeech }

  private static let subsets = [
    "dev-clean", "dev-other", "test-clean", "test-other", "train-clean-100", "train-clean-360",
    "train-other-500",
  ]

  /// Reads the transcripts below `folder` or `GALLEY_DATA`, which is `LibriSpeech` or contains it. Sounds are read
  /// later, by `Utterance.sound()`.
  ///
  /// Throws `DatasetError` for a transcript without its sound, a sound without its transcript, or an unexpected name.
  public init(folder: String? = nil) throws(DatasetError) {
    let root = try Self.root(folder)
    var all: [Utterance] = []
    for subset in Self.subsets where DataFolder.exists(root + "/" + subset) {
      for speaker in DataFolder.names(in: root + "/" + subset) {
        for chapter in DataFolder.names(in: "\(root)/\(subset)/\(speaker)") {
          all += try Self.chapter(
            folder: "\(root)/\(subset)/\(speaker)/\(chapter)", subset: subset, speaker: speaker,
            chapter: chapter)
        }
      }
    }
    guard !all.isEmpty else { throw DatasetError(root, found: "no utterance", expected: "some") }
    utterances = all
  }

  private static func root(_ folder: String?) throws(DatasetError) -> String {
    let names = ["librispeech", "LibriSpeech", "librispeech/LibriSpeech", "librispeech-sample/LibriSpeech"]
    for subset in subsets {
      if let found = try? DataFolder.find(folder, names: names, marker: subset) { return found }
    }
    return try DataFolder.find(folder, names: names, marker: subsets[0])
  }

  private static func chapter(
    folder: String, subset: String, speaker: String, chapter: String
  ) throws(DatasetError) -> [Utterance] {
    guard let speakerNumber = Int(speaker), let chapterNumber = Int(chapter) else {
      throw DatasetError(
        folder, found: "'\(speaker)/\(chapter)'", expected: "the numbers of a speaker and a chapter",
        remedy: "move the folder away")
    }
    let file = "\(folder)/\(speaker)-\(chapter).trans.txt"
    let lines = try Transcript.lines(of: FileReading.bytes(of: file, atMost: 1 << 24), file: file)
    var sounds = Set(DataFolder.names(in: folder).filter { $0.hasSuffix(".flac") })
    var utterances: [Utterance] = []
    for line in lines {
      guard line.identifier.hasPrefix("\(speaker)-\(chapter)-") else {
        throw DatasetError(
          file, found: "the utterance '\(line.identifier)'", expected: "those of \(speaker)-\(chapter)")
      }
      guard sounds.remove(line.identifier + ".flac") != nil else {
        throw DatasetError(
          "\(folder)/\(line.identifier).flac", found: "nothing, or its words twice",
          expected: "one sound for each line of the transcript")
      }
      utterances.append(
        Utterance(
          identifier: line.identifier, subset: subset, speaker: speakerNumber, chapter: chapterNumber,
          text: line.text, file: "\(folder)/\(line.identifier).flac"))
    }
    if let extra = sounds.min() {
      throw DatasetError("\(folder)/\(extra)", found: "a sound without words", expected: "a line in \(file)")
    }
    return utterances
  }
}
