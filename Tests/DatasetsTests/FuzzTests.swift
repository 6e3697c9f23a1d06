import ElementaryNumerics
import Foundation
import Testing

@testable import Datasets

/// 2,000 damaged files for each loader; `GALLEY_FUZZ_CASES` asks for more.
@Suite("damaged files")
struct FuzzTests {
  static let cases = ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 2000

  /// Calls `read` with damaged files. It must return a value for which `isSound` holds, or throw a `DatasetError`.
  private func fuzz<Value>(
    _ name: String, _ file: [UInt8], seed: UInt64, _ read: ([UInt8]) throws -> Value, isSound: (Value) -> Bool
  ) throws {
    #expect(throws: Never.self) { try read(file) }
    var mutations = Mutations(generator: SplitMix64(seed: seed))
    var refused = 0
    for index in 0..<Self.cases {
      let damaged = mutations.damaged(file, other: index % 2 == 0 ? file : SampleFiles.images)
      do {
        let value = try read(damaged)
        #expect(isSound(value), "\(name), case \(index)")
      } catch let error as DatasetError {
        refused += 1
        #expect(error.description.contains("expected"))
      }
    }
    #expect(refused > Self.cases / 10)
    if Self.cases > 2000 { print("\(name): \(Self.cases) damaged files, \(refused) refused") }
  }

  @Test("a damaged IDX file is refused or read within its sizes")
  func idx() throws {
    try fuzz("IDX", SampleFiles.images, seed: 1) {
      try IDXFile($0, file: "images", dimensions: 3)
    } isSound: {
      $0.bytes.count == $0.sizes.reduce(1, *) && $0.bytes.count < 4096
    }
  }

  @Test("a damaged gzip file is refused or read within its sizes")
  func gzip() throws {
    try fuzz("gzip", SampleFiles.gzip(SampleFiles.images), seed: 2) {
      try IDXFile($0, file: "images.gz", dimensions: 3)
    } isSound: {
      $0.bytes.count == $0.sizes.reduce(1, *) && $0.bytes.count < 4096
    }
  }

  @Test("damaged labels are refused or lie between 0 and 9")
  func labels() throws {
    try fuzz("labels", SampleFiles.labels, seed: 3) {
      try LabelledImages(
        images: SampleFiles.images, imagesFile: "images", labels: $0, labelsFile: "labels", source: .mnist)
    } isSound: {
      $0.labels.allSatisfy { (0...9).contains($0) } && $0.count == 3
    }
  }

  @Test("a damaged WAV file is refused or gives samples from −1 to 1")
  func wav() throws {
    try fuzz("WAV", SampleFiles.wav, seed: 4) {
      try SoundFile.decode($0, file: "tone.wav")
    } isSound: {
      $0.samples.count <= 4096 && $0.samples.allSatisfy { $0.magnitude <= 1 }
    }
  }

  @Test("a damaged FLAC file is refused or gives what was encoded")
  func flac() throws {
    try fuzz("FLAC", SampleFiles.flac, seed: 5) {
      try SoundFile.decode($0, file: "tone.flac")
    } isSound: {
      $0.samples.count <= 1 << 20 && $0.samples.allSatisfy { $0.magnitude <= 1 }
    }
  }

  @Test("a damaged transcript is refused or has capitals only")
  func transcript() throws {
    let text = "12-34-0000 IT'S A LINE\n12-34-0001 AND ANOTHER"
    try fuzz("transcript", Array(text.utf8), seed: 6) {
      try Transcript.lines(of: $0, file: "trans.txt")
    } isSound: {
      $0.allSatisfy { $0.text == $0.text.uppercased() }
    }
  }
}
