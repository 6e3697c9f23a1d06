/// The MNIST database: 60,000 and 10,000 handwritten digits of 28 × 28 pixels.
///
/// Source: LeCun, Bottou, Bengio & Haffner (1998), "Gradient-based learning applied to document recognition".
public struct MNIST: Sendable {
  /// The training set.
  public let training: LabelledImages
  /// The test set.
  public let test: LabelledImages

  /// Reads the four IDX archives, with or without `.gz`, from `folder`, its subfolder `mnist`, or `GALLEY_DATA`.
  ///
  /// Throws `DatasetError` for a file that is missing, damaged or does not fit the others.
  public init(folder: String? = nil) throws(DatasetError) {
    let marker = "train-images-idx3-ubyte"
    let found: String
    if let plain = try? DataFolder.find(folder, names: ["mnist"], marker: marker) {
      found = plain
    } else {
      found = try DataFolder.find(folder, names: ["mnist"], marker: marker + ".gz")
    }
    training = try Self.read(found, "train")
    test = try Self.read(found, "t10k")
  }

  private static func read(_ folder: String, _ part: String) throws(DatasetError) -> LabelledImages {
    let images = archive(folder + "/\(part)-images-idx3-ubyte")
    let labels = archive(folder + "/\(part)-labels-idx1-ubyte")
    return try LabelledImages(
      images: FileReading.bytes(of: images, atMost: 1 << 28), imagesFile: images,
      labels: FileReading.bytes(of: labels, atMost: 1 << 26), labelsFile: labels, source: .mnist)
  }

  private static func archive(_ path: String) -> String {
    DataFolder.exists(path) ? path : path + ".gz"
  }
}

extension LabelledImages {
  /// Reads the pictures and labels in a pair of IDX files, plain or gzipped. Throws `DatasetError` for a damaged file,
  /// for different numbers of pictures and labels, and for labels outside of 0 … 9.
  public init(
    images: [UInt8], imagesFile: String, labels: [UInt8], labelsFile: String, source: DataSource
  ) throws(DatasetError) {
    let pictures = try IDXFile(images, file: imagesFile, dimensions: 3)
    let names = try IDXFile(labels, file: labelsFile, dimensions: 1)
    guard pictures.sizes[1] > 0, pictures.sizes[2] > 0 else {
      throw DatasetError(
        imagesFile, found: "pictures of \(pictures.sizes[1]) × \(pictures.sizes[2])",
        expected: "at least one pixel")
    }
    guard pictures.sizes[0] == names.sizes[0] else {
      throw DatasetError(
        labelsFile, found: "\(names.sizes[0]) labels",
        expected: "\(pictures.sizes[0]), as many as there are pictures in \(imagesFile)")
    }
    if let index = names.bytes.firstIndex(where: { $0 > 9 }) {
      throw DatasetError(
        labelsFile, found: "the label \(names.bytes[index]) for picture \(index)",
        expected: "labels from 0 to 9")
    }
    self.init(
      rows: pictures.sizes[1], columns: pictures.sizes[2], bytes: pictures.bytes,
      labels: names.bytes.map { Int($0) }, source: source)
  }
}
