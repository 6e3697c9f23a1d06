/// The source of a data set, in words for the page that shows it.
public struct DataSource: Sendable, Equatable {
  /// The name of the data set.
  public var name: String
  /// The people who made the data set.
  public var credit: String
  /// The licence of the data set.
  public var licence: String
  /// Whether a program generated the data. Results on such data say nothing about real data.
  public var isSynthetic: Bool

  /// Creates a source from its parts.
  public init(name: String, credit: String, licence: String, isSynthetic: Bool) {
    self.name = name
    self.credit = credit
    self.licence = licence
    self.isSynthetic = isSynthetic
  }

  /// One sentence: name, credit and licence.
  public var text: String { "\(name): \(credit). Licence: \(licence)." }

  /// The MNIST database.
  public static let mnist = DataSource(
    name: "The MNIST database of handwritten digits",
    credit: "Y. LeCun, C. Cortes and C. J. C. Burges, after NIST", licence: "CC BY-SA 3.0",
    isSynthetic: false)
  /// The Free Spoken Digit Dataset.
  public static let spokenDigits = DataSource(
    name: "Free Spoken Digit Dataset", credit: "Z. Jackson and contributors", licence: "CC BY-SA 4.0",
    isSynthetic: false)
  /// LibriSpeech.
  public static let libriSpeech = DataSource(
    name: "LibriSpeech (OpenSLR SLR12)", credit: "V. Panayotov, G. Chen, D. Povey and S. Khudanpur, 2015",
    licence: "CC BY 4.0", isSynthetic: false)
  /// Digits drawn from strokes.
  public static let drawnDigits = DataSource(
    name: "Drawn digits", credit: "drawn from strokes by a seeded program, no one's handwriting",
    licence: "MIT", isSynthetic: true)
  /// Digits made of tones.
  public static let spokenTones = DataSource(
    name: "Spoken tones", credit: "synthesised by a seeded program, no one's voice", licence: "MIT",
    isSynthetic: true)
}
