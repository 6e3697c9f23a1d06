extension SVGWriter {
  /// Writes pictures as the mask of a rectangle in ink, so that they follow the page's colours.
  mutating func write(_ pictures: [ScenePicture]) {
    let id = prefix + "-mask-" + String(maskCount)
    maskCount += 1
    let right = pictures.map { $0.frame.maxX }.max() ?? 0
    let bottom = pictures.map { $0.frame.maxY }.max() ?? 0
    xml.open("mask")
    xml.attribute("id", id)
    xml.attribute("maskUnits", "userSpaceOnUse")
    xml.attribute("x", 0)
    xml.attribute("y", 0)
    xml.attribute("width", right)
    xml.attribute("height", bottom)
    for picture in pictures {
      xml.open("image")
      xml.attribute("x", picture.frame.x)
      xml.attribute("y", picture.frame.y)
      xml.attribute("width", picture.frame.width)
      xml.attribute("height", picture.frame.height)
      xml.attribute("preserveAspectRatio", "none")
      xml.attribute("image-rendering", "optimizeSpeed")
      xml.attribute("style", "image-rendering:pixelated")
      xml.attribute("href", "data:image/png;base64," + Base64.text(PNGEncoder.encode(picture.image)))
      xml.close()
      xml.newline()
    }
    xml.close()
    xml.newline()
    xml.open("rect")
    write(ScenePaint(fill: .ink))
    xml.attribute("width", right)
    xml.attribute("height", bottom)
    xml.attribute("mask", "url(#" + id + ")")
    xml.close()
    xml.newline()
  }
}
