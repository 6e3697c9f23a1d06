import ElementaryNumerics
import Testing

@testable import Datasets

@Suite("data made here")
struct DrawnTests {
  /// The part of the second half whose class is that of the nearest mean of the first half.
  private func accuracy(_ rows: [[Float]], _ labels: [Int]) -> Double {
    let half = rows.count / 2
    let width = rows[0].count
    var means = [[Float]](repeating: Array(repeating: 0, count: width), count: 10)
    for index in 0..<half {
      for i in 0..<width { means[labels[index]][i] += rows[index][i] / Float(half / 10) }
    }
    let right = (half..<rows.count).count { index in
      let distances = means.map { mean in
        zip(mean, rows[index]).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      return distances.indices.min { distances[$0] < distances[$1] } == labels[index]
    }
    return Double(right) / Double(rows.count - half)
  }

  @Test("the same seed draws the same bytes, another seed others, and a longer series extends a shorter one")
  func seeds() {
    let digits = DrawnDigits(count: 30, seed: 4).images
    #expect(digits == DrawnDigits(count: 30, seed: 4).images)
    #expect(digits != DrawnDigits(count: 30, seed: 5).images)
    #expect(DrawnDigits(count: 50, seed: 4).images.prefix(30) == digits)
    #expect(SpokenTones(count: 12, seed: 4).recordings == SpokenTones(count: 12, seed: 4).recordings)
    #expect(SpokenTones(count: 12, seed: 4).recordings != SpokenTones(count: 12, seed: 5).recordings)
    #expect(DrawnDigits(count: 0, seed: 1).images.count == 0)
  }

  @Test("drawn digits can be distinguished, but not too easily")
  func digits() {
    let images = DrawnDigits(count: 600, seed: 1).images
    let found = accuracy((0..<images.count).map { images.pixels(of: $0) }, images.labels)
    print("drawn digits, nearest mean: \(found)")
    #expect(found > 0.5 && found < 0.99)
    #expect(images.source.isSynthetic && images.source.text.contains("Licence"))
    for index in 0..<images.count {
      let ink = images.pixels(of: index).count { $0 > 0.5 }
      #expect((20...250).contains(ink), "picture \(index)")
    }
  }

  @Test("tones can be distinguished by their mel bands")
  func tones() throws {
    let recordings = SpokenTones(count: 240, seed: 1).recordings
    #expect(recordings.speakers.count == 6 && recordings.count == 240)
    let features = try SpeechFeatures(
      sampleRate: 8000, windowLength: 200, hop: 80, fftLength: 256, bandCount: 20)
    let rows = recordings.recordings.map { recording in
      let frames = features.logMel(of: recording.samples, floor: 1e-4)
      // Ten moments of each tone, so that all have the same length.
      return (0..<10).flatMap { frames[$0 * (frames.frameCount - 1) / 9] }
    }
    let found = accuracy(rows, recordings.labels)
    print("spoken tones, nearest mean: \(found)")
    #expect(found > 0.5)
    #expect(
      recordings.recordings.allSatisfy {
        $0.samples.allSatisfy { $0.magnitude <= 1 } && $0.samples.count > 1000
      })
  }

  @Test("a whole shift moves pixels, a quarter turn turns them clockwise, nothing changes nothing")
  func transforms() {
    let picture: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map { $0 / 10 }
    #expect(ImageTransform().applied(to: picture, rows: 3, columns: 3) == picture)
    let moved = ImageTransform(shift: (dx: 1, dy: 0)).applied(to: picture, rows: 3, columns: 3)
    #expect(moved == [0, 1, 2, 0, 4, 5, 0, 7, 8].map { $0 / 10 })
    let turned = ImageTransform(degrees: 90).applied(to: picture, rows: 3, columns: 3)
    for (found, expected) in zip(turned, [7, 4, 1, 8, 5, 2, 9, 6, 3] as [Float]) {
      #expect(abs(found - expected / 10) < 1e-6)
    }
    let half = ImageTransform(shift: (dx: 0.5, dy: 0)).applied(to: [0, 1, 0], rows: 1, columns: 3)
    #expect(half == [0, 0.5, 0.5])
  }

  @Test("augmentation is the same for the same seed and keeps labels")
  func augmentation() {
    let images = DrawnDigits(count: 10, seed: 1).images
    var (first, second) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
    let augmented = images.augmented(maximumShift: 2, maximumDegrees: 10, using: &first)
    #expect(augmented == images.augmented(maximumShift: 2, maximumDegrees: 10, using: &second))
    #expect(augmented.labels == images.labels && augmented.bytes != images.bytes)
    #expect(images.augmented(maximumShift: 0, maximumDegrees: 0, using: &first) == images)
  }
}
