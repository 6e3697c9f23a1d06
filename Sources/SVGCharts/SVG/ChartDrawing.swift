/// An SVG document in separate parts, so that a page can rearrange them.
package struct ChartDrawing: Sendable, Equatable {
  /// The outer element's beginning and the title.
  package var opening: String
  /// The id of the element with the description.
  package var descriptionID: String
  /// The description, as XML.
  package var description: String
  /// The colour ramps of its marks.
  var ramps: StyleSheet.Ramps
  /// The marks, and the outer element's end.
  package var content: String

  /// The rules for a drawing that stands alone.
  package var styleSheet: String { StyleSheet.text(ramps) }

  func text(includesStyle: Bool) -> String {
    let style = includesStyle ? "<style>" + styleSheet + "</style>\n" : ""
    return opening + "<desc id=\"" + descriptionID + "\">" + description + "</desc>\n" + style + content
  }
}
