/// The positions of the pictures of a sheet.
struct ImageSheetLayout {
  let sheet: ImageSheet
  let side: Double
  let gap: Double
  let rowHeight: Double

  init(_ sheet: ImageSheet, width: Double) {
    self.sheet = sheet
    gap = 8
    let columns = Double(max(1, sheet.columns))
    side = max(4, min(112, (width - gap * (columns - 1)) / columns))
    let aspect = sheet.images.map { Double($0.height) / Double($0.width) }.max() ?? 1
    rowHeight = side * aspect + (sheet.labels.isEmpty ? gap : 22)
  }

  var height: Double { rowHeight * Double(sheet.rows) }

  func frame(_ index: Int) -> Rectangle {
    let image = sheet.images[index]
    return Rectangle(
      x: Double(index % sheet.columns) * (side + gap), y: Double(index / sheet.columns) * rowHeight,
      width: side,
      height: side * Double(image.height) / Double(image.width))
  }
}
