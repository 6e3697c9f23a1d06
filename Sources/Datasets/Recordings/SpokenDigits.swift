/// The Free Spoken Digit Dataset: 3,000 recordings of the digits by six speakers at 8 kHz.
///
/// Files are named `digit_speaker_take.wav`. Source: https://github.com/Jakobovski/free-spoken-digit-dataset
public struct SpokenDigits: Sendable {
  /// The recordings, in the order digit, speaker, take.
  public let recordings: LabelledRecordings

  /// Reads `recordings/*.wav` from `folder`, its subfolder `fsdd`, or `GALLEY_DATA`.
  ///
  /// Throws `DatasetError` for a missing folder, a damaged file, or a file name in another form.
  public init(folder: String? = nil) throws(DatasetError) {
    let folder = try DataFolder.find(folder, names: ["fsdd"], marker: "recordings") + "/recordings"
    var all: [Recording] = []
    for name in DataFolder.names(in: folder) where name.hasSuffix(".wav") {
      let path = folder + "/" + name
      let label = try SpokenDigitName(name, file: path)
      let sound = try SoundFile.read(path)
      guard sound.sampleRate == 8000 else {
        throw DatasetError(path, found: "\(sound.sampleRate) samples a second", expected: "8000")
      }
      all.append(
        Recording(
          samples: sound.samples, sampleRate: sound.sampleRate, label: label.digit, speaker: label.speaker,
          take: label.take))
    }
    guard !all.isEmpty else { throw DatasetError(folder, found: "no WAV file", expected: "3000") }
    all.sort { ($0.label, $0.speaker, $0.take) < ($1.label, $1.speaker, $1.take) }
    recordings = LabelledRecordings(all, source: .spokenDigits)
  }
}

/// The parts of a file name such as `7_jackson_32.wav`.
struct SpokenDigitName: Equatable {
  var digit: Int
  var speaker: String
  var take: Int

  init(_ name: String, file: String) throws(DatasetError) {
    let parts = name.dropLast(4).split(separator: "_", omittingEmptySubsequences: false)
    guard name.hasSuffix(".wav"), parts.count == 3, let digit = Int(parts[0]), let take = Int(parts[2]),
      take >= 0, !parts[1].isEmpty
    else {
      throw DatasetError(
        file, found: "the name '\(name)'", expected: "digit_speaker_take.wav", remedy: "move the file away")
    }
    guard (0...9).contains(digit) else {
      throw DatasetError(
        file, found: "the label \(digit) in its name", expected: "0 to 9", remedy: "rename or move it")
    }
    self.digit = digit
    speaker = String(parts[1])
    self.take = take
  }
}
