extension SVGWriter {
  /// A line of text.
  mutating func write(_ text: SceneText) {
    let isStrong = text.role == .title || text.role == .label
    let color = text.color ?? (isStrong ? .ink : .muted)
    xml.open("text")
    var classes = StyleSheet.textClass(color) ?? ""
    if text.hasHalo { classes += classes.isEmpty ? "halo" : " halo" }
    xml.attribute("class", classes)
    xml.attribute("fill", Palette.light.textColor(color).css)
    xml.attribute("x", text.position.x)
    xml.attribute("y", text.position.y)
    xml.attribute("font-size", Typography.size(text.role))
    if text.role == .title { xml.attribute("font-weight", "600") }
    if text.anchor != .start { xml.attribute("text-anchor", text.anchor.rawValue) }
    if text.rotation != 0 {
      xml.attribute(
        "transform",
        "rotate(" + SVGNumber.text(text.rotation) + " " + SVGNumber.text(text.position.x) + " "
          + SVGNumber.text(text.position.y) + ")")
    }
    xml.content(text.text)
    xml.close()
    xml.newline()
  }
}
