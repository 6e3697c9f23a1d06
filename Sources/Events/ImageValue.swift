/// An image that a chapter has made, as the bytes of its file.
public struct ImageValue: Sendable, Equatable, Codable {
  /// The format of the file.
  public var format: Format
  /// The bytes of the file in base64.
  public var base64: String
  /// The image in words, for readers who cannot see it; empty when it has none.
  public var alternative: String

  /// A format that browsers show.
  public enum Format: String, Sendable, Codable, CaseIterable {
    case png
    case jpeg
    case gif
    case webp
    case svg

    /// The media type of a file in this format.
    public var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
  }

  /// Creates an image from the bytes of its file in base64.
  public init(format: Format, base64: String, alternative: String = "") {
    self.format = format
    self.base64 = base64
    self.alternative = alternative
  }

  /// The address of the image, which holds the image itself.
  public var address: String { "data:\(format.mediaType);base64,\(base64)" }

  /// Whether `base64` has only the characters of base64, so that it can stand in an attribute.
  var isSound: Bool {
    base64.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
        true
      default: false
      }
    }
  }
}
