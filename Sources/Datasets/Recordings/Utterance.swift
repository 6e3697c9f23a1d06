/// A sentence of LibriSpeech, with its reader, its words and its sound file.
public struct Utterance: Sendable, Equatable {
  /// The name: `1089-134686-0000`.
  public var identifier: String
  /// The part of the corpus: `test-clean`.
  public var subset: String
  /// The number of the reader.
  public var speaker: Int
  /// The number of the chapter that is read.
  public var chapter: Int
  /// The words, in capitals, with no punctuation but the apostrophe.
  public var text: String
  /// The path of the FLAC file.
  public var file: String

  /// Reads the sound from its file on every call. Throws `DatasetError` if the file is missing or damaged.
  public func sound() throws(DatasetError) -> Sound { try SoundFile.read(file) }
}
