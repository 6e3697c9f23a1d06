import Foundation
import Testing

@testable import Datasets

@Suite("MNIST")
struct MNISTTests {
  private func load(_ images: [UInt8], _ labels: [UInt8]) throws -> LabelledImages {
    try LabelledImages(
      images: images, imagesFile: "images", labels: labels, labelsFile: "labels", source: .mnist)
  }

  private func message(_ images: [UInt8], _ labels: [UInt8] = SampleFiles.labels) -> String {
    do {
      _ = try load(images, labels)
      return "no error"
    } catch { return "\(error)" }
  }

  @Test("pictures and labels are the same with gzip and without")
  func reads() throws {
    let plain = try load(SampleFiles.images, SampleFiles.labels)
    let packed = try load(SampleFiles.gzip(SampleFiles.images), SampleFiles.gzip(SampleFiles.labels))
    #expect(plain == packed)
    #expect(plain.rows == 4 && plain.columns == 5 && plain.labels == [7, 0, 9])
    #expect(plain.pixels(of: 2)[19] == Float(236) / 255)
    #expect(plain.pixels.count == 60 && plain.selecting([2, 0]).labels == [9, 7])
    #expect(plain.split(at: 1).rest.labels == [0, 9])
  }

  @Test("every kind of damage is named")
  func errors() {
    let (images, labels) = (SampleFiles.images, SampleFiles.labels)
    #expect(message(labels).contains("images: error: found the first bytes [0, 0, 8, 1]"))
    #expect(message(images.dropLast()).contains("found 59 elements, expected 3 × 4 × 5 as its header says"))
    #expect(message(images + [0]).contains("found 61 elements"))
    #expect(message(SampleFiles.gzip(images + [0])).contains("more than 76 bytes"))
    #expect(message(SampleFiles.gzip(images) + [1, 2]).contains("2 bytes behind the archive"))
    #expect(message(SampleFiles.gzip(images).dropLast(9)).contains("ends in its middle"))
    #expect(message(images, SampleFiles.idx([2], [1, 2])).contains("found 2 labels, expected 3"))
    #expect(message(images, SampleFiles.idx([3], [1, 10, 2])).contains("the label 10 for picture 1"))
    #expect(message([]).contains("found 0 bytes"))
    let huge = SampleFiles.idx([1 << 30, 1 << 30, 1 << 30], [])
    #expect(message(huge).contains("at most 268435456 elements"))
    #expect(message(SampleFiles.gzip(SampleFiles.idx([1 << 20, 16, 16], []))).contains("fewer elements"))
    var damaged = SampleFiles.gzip(images)
    damaged[damaged.count - 6] ^= 1
    #expect(message(damaged).contains("damaged archive"))
  }

  @Test("the four archives are found in the folder or in 'mnist' below it")
  func folders() throws {
    try SampleFiles.inFolder { folder in
      for part in ["train", "t10k"] {
        try SampleFiles.write(
          SampleFiles.gzip(SampleFiles.images), folder + "/mnist/\(part)-images-idx3-ubyte.gz")
        try SampleFiles.write(SampleFiles.labels, folder + "/mnist/\(part)-labels-idx1-ubyte")
      }
      #expect(try MNIST(folder: folder).test.count == 3)
      #expect(try MNIST(folder: folder + "/mnist").training.count == 3)
      try FileManager.default.removeItem(atPath: folder + "/mnist/t10k-labels-idx1-ubyte")
      #expect { try MNIST(folder: folder) } throws: {
        "\($0)".contains("t10k-labels-idx1-ubyte.gz: error: found nothing")
      }
      #expect { try MNIST(folder: folder + "/elsewhere") } throws: {
        "\($0)".contains("galley data fetch mnist")
      }
    }
  }

  @Test(
    "the real archives have their published counts",
    .enabled(if: DataFolder.fromEnvironment != nil, "set GALLEY_DATA to a folder with mnist/"))
  func real() throws {
    let digits = try MNIST()
    #expect(digits.training.count == 60_000 && digits.test.count == 10_000)
    #expect(digits.training.labels.prefix(10) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(digits.training.countsPerClass == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    #expect(digits.test.countsPerClass == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
    let mean = digits.training.bytes.reduce(0) { $0 + Double($1) } / Double(digits.training.bytes.count) / 255
    #expect(abs(mean - 0.13066) < 5e-6)  // published to five digits
  }
}
