/// An array of bytes in the format of the MNIST archives, plain or gzipped.
///
///     0, 0, 8 (unsigned bytes), dimensions d, then d sizes of 32 bits, big-endian, then the elements
///
/// Source: LeCun, Cortes & Burges, "The MNIST database of handwritten digits".
struct IDXFile {
  var sizes: [Int]
  var bytes: [UInt8]

  /// Reads the contents of a file, which must have the given number of dimensions and at most `limit` elements.
  init(_ input: [UInt8], file: String, dimensions: Int, limit: Int = 1 << 28) throws(DatasetError) {
    if GzipStream.isGzip(input) {
      var stream = try GzipStream(input, file: file)
      sizes = try Self.sizes(in: stream.read(4 + 4 * dimensions), file, dimensions)
      let count = try Self.count(of: sizes, file, limit)
      // One byte of deflate expands to at most 1032 bytes.
      guard count / 1032 <= input.count else { throw Self.short(file, "fewer", sizes) }
      bytes = try stream.read(count)
      guard bytes.count == count else { throw Self.short(file, "\(bytes.count)", sizes) }
      try stream.expectEnd(after: 4 + 4 * dimensions + count)
    } else {
      sizes = try Self.sizes(in: Array(input.prefix(4 + 4 * dimensions)), file, dimensions)
      let count = try Self.count(of: sizes, file, limit)
      bytes = Array(input.dropFirst(4 + 4 * dimensions))
      guard bytes.count == count else { throw Self.short(file, "\(bytes.count)", sizes) }
    }
  }

  private static func sizes(
    in header: [UInt8], _ file: String, _ dimensions: Int
  ) throws(DatasetError) -> [Int] {
    let expected: [UInt8] = [0, 0, 8, UInt8(dimensions)]
    guard header.count >= 4 else {
      throw DatasetError(file, found: "\(header.count) bytes", expected: "an IDX header")
    }
    guard Array(header.prefix(4)) == expected else {
      throw DatasetError(
        file, found: "the first bytes \(header.prefix(4).map { Int($0) })",
        expected:
          "\(expected.map { Int($0) }), bytes in \(dimensions) \(dimensions == 1 ? "dimension" : "dimensions")",
        remedy: "images and labels may have been mixed up; " + DatasetError.fetchAgain)
    }
    guard header.count == 4 + 4 * dimensions else {
      throw DatasetError(
        file, found: "a header of \(header.count) bytes", expected: "\(4 + 4 * dimensions)")
    }
    return (0..<dimensions).map { dimension in
      (0..<4).reduce(0) { $0 << 8 | Int(header[4 + 4 * dimension + $1]) }
    }
  }

  private static func count(of sizes: [Int], _ file: String, _ limit: Int) throws(DatasetError) -> Int {
    var count = 1
    for size in sizes {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows, product <= limit else {
        throw DatasetError(
          file, found: "sizes \(sizes)", expected: "at most \(limit) elements",
          remedy: "the header is damaged; " + DatasetError.fetchAgain)
      }
      count = product
    }
    return count
  }

  private static func short(_ file: String, _ found: String, _ sizes: [Int]) -> DatasetError {
    let expected = sizes.map(String.init).joined(separator: " × ")
    return DatasetError(file, found: "\(found) elements", expected: "\(expected) as its header says")
  }
}
