/// Grey pictures of one size, each with the number of its class.
public struct LabelledImages: Sendable, Equatable {
  /// The number of rows of each picture.
  public let rows: Int
  /// The number of columns of each picture.
  public let columns: Int
  /// The number of classes. Labels are 0 ..< classCount.
  public let classCount: Int
  /// All pixels, count × rows × columns, row by row; 0 is paper, 255 is ink.
  public let bytes: [UInt8]
  /// The class of each picture.
  public let labels: [Int]
  /// The source of the pictures.
  public let source: DataSource

  /// Creates a collection from inputs that must fit together.
  init(rows: Int, columns: Int, classCount: Int = 10, bytes: [UInt8], labels: [Int], source: DataSource) {
    precondition(bytes.count == labels.count * rows * columns)
    self.rows = rows
    self.columns = columns
    self.classCount = classCount
    self.bytes = bytes
    self.labels = labels
    self.source = source
  }

  /// The number of pictures.
  public var count: Int { labels.count }

  /// The number of pixels of one picture.
  public var pixelsPerImage: Int { rows * columns }

  /// All pixels as numbers from 0 to 1: byte / 255.
  ///
  /// Each call computes a new array, in time and memory proportional to the number of pixels. Store the result.
  public var pixels: [Float] { bytes.map { Float($0) / 255 } }

  /// The pixels of one picture, from 0 to 1.
  public func pixels(of index: Int) -> [Float] {
    bytes[index * pixelsPerImage..<(index + 1) * pixelsPerImage].map { Float($0) / 255 }
  }

  /// The pictures at `indices`, in this order.
  public func selecting(_ indices: some Sequence<Int>) -> LabelledImages {
    var chosen: [UInt8] = []
    var names: [Int] = []
    for index in indices {
      chosen += bytes[index * pixelsPerImage..<(index + 1) * pixelsPerImage]
      names.append(labels[index])
    }
    return with(bytes: chosen, labels: names)
  }

  /// The first `count` pictures, or all if there are fewer.
  public func prefix(_ count: Int) -> LabelledImages { selecting(0..<min(max(count, 0), self.count)) }

  /// The first `index` pictures, and the rest.
  public func split(at index: Int) -> (first: LabelledImages, rest: LabelledImages) {
    let index = min(max(index, 0), count)
    return (selecting(0..<index), selecting(index..<count))
  }

  /// How many pictures each class has.
  public var countsPerClass: [Int] {
    labels.reduce(into: [Int](repeating: 0, count: classCount)) { $0[$1] += 1 }
  }

  func with(bytes: [UInt8], labels: [Int]) -> LabelledImages {
    LabelledImages(
      rows: rows, columns: columns, classCount: classCount, bytes: bytes, labels: labels, source: source)
  }
}
