public import Events

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An image for the page that a block has made: PNG, JPEG, GIF, WebP or SVG.
///
///     try Picture(contentsOf: "plot.png", alternative: "A line that rises.")
///
/// A block that ends with the `Data` of such a file shows the image, too.
public struct Picture: Sendable, Displayable {
  private let image: ImageValue

  /// Why there is no image.
  public enum Failure: Error, CustomStringConvertible {
    /// The bytes are not those of an image that browsers show.
    case unknownFormat(String)

    /// The reason in words.
    public var description: String {
      switch self {
      case .unknownFormat(let name): "\(name) is not a PNG, JPEG, GIF, WebP or SVG image"
      }
    }
  }

  /// Reads the image in the file at `path`, for example one that the block has written.
  ///
  /// - Parameters:
  ///   - path: The path of the file, from the folder that the block runs in.
  ///   - alternative: The image in words, for readers who cannot see it.
  public init(contentsOf path: String, alternative: String = "") throws {
    try self.init(Data(contentsOf: URL(fileURLWithPath: path)), alternative: alternative, name: "'\(path)'")
  }

  /// Makes an image from the bytes of its file.
  ///
  /// - Parameters:
  ///   - data: The bytes of a PNG, JPEG, GIF, WebP or SVG file.
  ///   - alternative: The image in words, for readers who cannot see it.
  public init(_ data: Data, alternative: String = "") throws {
    try self.init(data, alternative: alternative, name: "the data")
  }

  private init(_ data: Data, alternative: String, name: String) throws {
    guard var image = ImageValue(data) else { throw Failure.unknownFormat(name) }
    image.alternative = alternative
    self.image = image
  }

  /// The image with its text.
  public var displayedValue: Value { .image(image) }
}

extension ImageValue {
  /// The image in a file with these bytes; nil if they are no image that browsers show.
  init?(_ data: Data) {
    guard let format = Format(data) else { return nil }
    self.init(format: format, base64: data.base64EncodedString())
  }
}

extension ImageValue.Format {
  /// The format that the first bytes of a file say.
  fileprivate init?(_ data: Data) {
    let head = Array(data.prefix(1024))
    if head.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      self = .png
    } else if head.starts(with: [0xff, 0xd8, 0xff]) {
      self = .jpeg
    } else if head.starts(with: Array("GIF8".utf8)) {
      self = .gif
    } else if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      self = .webp
    } else if head.contains(Array("<svg".utf8)),
      head.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "<")
    {
      self = .svg
    } else {
      return nil
    }
  }
}
