/// An SVG document in pieces, so that a page can replace the description and include the style sheet only once.
public struct Drawing: Sendable, Equatable, Codable {
  /// The start tag of the outer element, and the title.
  public var opening: String
  /// The id of the element with the description.
  public var descriptionID: String
  /// The description, as XML.
  public var description: String
  /// The rules for a drawing that stands alone.
  public var styleSheet: String
  /// The marks, and the end tag of the outer element.
  public var content: String

  /// Creates a drawing from its pieces, which must form one SVG document.
  public init(
    opening: String, descriptionID: String, description: String, styleSheet: String, content: String
  ) {
    self.opening = opening
    self.descriptionID = descriptionID
    self.description = description
    self.styleSheet = styleSheet
    self.content = content
  }

  /// The whole document.
  ///
  /// - Parameter language: The language of the description, if it differs from the page's.
  public func svg(includesStyle: Bool, language: String? = nil) -> String {
    let attribute = language.map { " lang=\"\($0)\"" } ?? ""
    let style = includesStyle ? "<style>\(styleSheet)</style>\n" : ""
    return "\(opening)<desc\(attribute) id=\"\(descriptionID)\">\(description)</desc>\n\(style)\(content)"
  }
}
