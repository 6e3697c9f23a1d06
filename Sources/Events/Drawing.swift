/// An SVG document in pieces, so that a page can describe it in its own words and carry the style sheet once.
public struct Drawing: Sendable, Equatable, Codable {
  /// The outer element's beginning and the title.
  public var opening: String
  /// The id of the element with the description.
  public var descriptionID: String
  /// The description, as XML.
  public var description: String
  /// The rules for a drawing that stands alone.
  public var styleSheet: String
  /// The marks, and the outer element's end.
  public var content: String

  /// A drawing made of its pieces.
  public init(
    opening: String, descriptionID: String, description: String, styleSheet: String, content: String
  ) {
    self.opening = opening
    self.descriptionID = descriptionID
    self.description = description
    self.styleSheet = styleSheet
    self.content = content
  }

  /// The document.
  ///
  /// - Parameter language: That of the description, where it is another than the page's.
  public func svg(includesStyle: Bool, language: String? = nil) -> String {
    let attribute = language.map { " lang=\"\($0)\"" } ?? ""
    let style = includesStyle ? "<style>\(styleSheet)</style>\n" : ""
    return "\(opening)<desc\(attribute) id=\"\(descriptionID)\">\(description)</desc>\n\(style)\(content)"
  }
}
