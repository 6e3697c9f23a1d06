/// Writes a scene as SVG.
struct SVGWriter {
  var xml = XMLBuffer()
  let prefix: String
  var maskCount = 0

  /// `idPrefix` begins every id, so that figures can share a page.
  static func drawing(_ scene: Scene, idPrefix: String, className: String = "") -> ChartDrawing {
    var writer = SVGWriter(idPrefix: idPrefix)
    return writer.write(scene, className: className)
  }

  private init(idPrefix: String) {
    let allowed = idPrefix.unicodeScalars.filter {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    prefix = String(String.UnicodeScalarView(allowed))
  }

  private mutating func write(_ scene: Scene, className: String) -> ChartDrawing {
    xml.open("svg")
    xml.attribute("xmlns", "http://www.w3.org/2000/svg")
    xml.attribute("class", StyleSheet.className + (className.isEmpty ? "" : " " + className))
    xml.attribute("viewBox", "0 0 " + SVGNumber.text(scene.width) + " " + SVGNumber.text(scene.height))
    xml.attribute("width", scene.width)
    xml.attribute("height", scene.height)
    xml.attribute("font-family", "system-ui, sans-serif")
    xml.attribute("role", "img")
    xml.attribute("aria-labelledby", prefix + "-title " + prefix + "-desc")
    xml.newline()
    xml.open("title")
    xml.attribute("id", prefix + "-title")
    xml.content(scene.title)
    xml.close()
    xml.newline()
    var drawing = ChartDrawing(
      opening: xml.takeText(), descriptionID: prefix + "-desc",
      description: XMLBuffer.escaped(scene.description), ramps: StyleSheet.Ramps(of: scene), content: "")
    writeClips(scene.clips)
    for node in scene.nodes { write(node) }
    xml.close()
    xml.newline()
    drawing.content = xml.takeText()
    return drawing
  }

  private mutating func writeClips(_ clips: [Rectangle]) {
    guard !clips.isEmpty else { return }
    xml.open("defs")
    for (number, clip) in clips.enumerated() {
      xml.open("clipPath")
      xml.attribute("id", prefix + "-clip-" + String(number))
      write(.rectangle(clip, ScenePaint()))
      xml.close()
    }
    xml.close()
    xml.newline()
  }

  private mutating func write(_ node: SceneNode) {
    switch node {
    case .group(let group): write(group)
    case .path(let path, let paint, let title):
      xml.open("path")
      write(paint)
      xml.attribute("d", path)
      close(title)
    case .rectangle(let rectangle, let paint, let cornerRadius, let title):
      xml.open("rect")
      write(paint)
      xml.attribute("x", rectangle.x)
      xml.attribute("y", rectangle.y)
      xml.attribute("width", max(0, rectangle.width))
      xml.attribute("height", max(0, rectangle.height))
      if cornerRadius > 0 { xml.attribute("rx", cornerRadius) }
      close(title)
    case .text(let text): write(text)
    case .pictures(let pictures): write(pictures)
    }
  }

  private mutating func close(_ title: String?) {
    if let title {
      xml.open("title")
      xml.content(title)
      xml.close()
    }
    xml.close()
    xml.newline()
  }

  private mutating func write(_ group: SceneGroup) {
    guard !group.children.isEmpty else { return }
    xml.open("g")
    xml.attribute("class", group.role)
    for attribute in group.data { xml.dataAttribute(attribute.name, attribute.value) }
    if let clip = group.clip { xml.attribute("clip-path", "url(#" + prefix + "-clip-" + String(clip) + ")") }
    if group.offset != Point(x: 0, y: 0) {
      let (x, y) = (SVGNumber.text(group.offset.x), SVGNumber.text(group.offset.y))
      xml.attribute("transform", "translate(" + x + "," + y + ")")
    }
    xml.newline()
    for child in group.children { write(child) }
    xml.close()
    xml.newline()
  }

  /// Writes a fixed colour for viewers without CSS variables, and a class for viewers with them.
  mutating func write(_ paint: ScenePaint) {
    var classes = ""
    if let fill = paint.fill {
      xml.attribute("fill", Palette.light.color(fill).css)
      if let name = StyleSheet.shortName(fill) { classes += "f" + name }
    } else if paint.isHollow {
      xml.attribute("fill", "none")
    }
    if let stroke = paint.stroke {
      xml.attribute("stroke", Palette.light.color(stroke).css)
      if let name = StyleSheet.shortName(stroke) { classes += (classes.isEmpty ? "" : " ") + "s" + name }
    }
    if !classes.isEmpty { xml.attribute("class", classes) }
    if let width = paint.strokeWidth { xml.attribute("stroke-width", width) }
    if !paint.dash.isEmpty {
      xml.attribute("stroke-dasharray", paint.dash.map(SVGNumber.text).joined(separator: " "))
    }
    if paint.isEvenOdd { xml.attribute("fill-rule", "evenodd") }
    if paint.hasRoundEnds {
      xml.attribute("stroke-linecap", "round")
      xml.attribute("stroke-linejoin", "round")
    }
    if let opacity = paint.opacity, opacity < 1 { xml.attribute("opacity", opacity) }
  }
}
