/// Pictures in rows.
struct ImageSheet: Sendable {
  var images: [PixelImage]
  var columns: Int
  var labels: [String]

  var rows: Int { (images.count + columns - 1) / max(1, columns) }
}
