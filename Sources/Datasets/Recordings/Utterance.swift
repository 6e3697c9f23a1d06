/// A sentence of LibriSpeech: who reads it, what is read, and where the sound lies.
public struct Utterance: Sendable, Equatable {
  /// The name: `1089-134686-0000`.
  public var identifier: String
  /// The part of the corpus: `test-clean`.
  public var subset: String
  /// The number of the reader.
  public var speaker: Int
  /// The number of the chapter of a book.
  public var chapter: Int
  /// The words, in capitals, with no punctuation but the apostrophe.
  public var text: String
  /// The FLAC file.
  public var file: String

  /// Reads the sound; it is not kept.
  public func sound() throws(DatasetError) -> Sound { try SoundFile.read(file) }
}
