import Foundation
import Testing

@testable import Datasets

/// What librosa computed; see make_fixtures.py.
struct FeatureFixtures: Decodable {
  var samples: [Int]
  var power: [Float]
  var melSlaney: [Float], decibelsSlaney: [Float], mfccSlaney: [Float]
  var melHTK: [Float], decibelsHTK: [Float], mfccHTK: [Float]

  enum CodingKeys: String, CodingKey {
    case samples, power
    case melSlaney = "mel-slaney", decibelsSlaney = "decibels-slaney", mfccSlaney = "mfcc-slaney"
    case melHTK = "mel-htk", decibelsHTK = "decibels-htk", mfccHTK = "mfcc-htk"
  }

  static func read() throws -> FeatureFixtures {
    try JSONDecoder().decode(FeatureFixtures.self, from: Data(contentsOf: SampleFiles.url("features.json")))
  }

  var sound: [Float] { samples.map { Float($0) / 32768 } }
}

@Suite("speech features")
struct FeatureTests {
  /// The largest difference, relative to the value where it is not tiny beside the largest of all.
  private func error(_ found: [Float], _ expected: [Float], floor: Float = 1e-3) -> Float {
    guard found.count == expected.count else { return .infinity }
    let smallest = floor * (expected.map(\.magnitude).max() ?? 1)
    return zip(found, expected).map { abs($0 - $1) / max(abs($1), smallest) }.max() ?? .infinity
  }

  private func features(_ scale: MelScale) throws -> SpeechFeatures {
    try SpeechFeatures(
      sampleRate: 8000, windowLength: 200, hop: 80, fftLength: 256, bandCount: 20, scale: scale,
      equalArea: scale == .slaney)
  }

  @Test("power, mel bands, decibels and cepstra are librosa's to 1e-5")
  func agreesWithLibrosa() throws {
    let fixtures = try FeatureFixtures.read()
    let (slaney, htk) = (try features(.slaney), try features(.htk))
    let sound = fixtures.sound
    let errors = [
      "power": error(slaney.power(of: sound).values, fixtures.power),
      "mel, Slaney": error(slaney.mel(of: sound).values, fixtures.melSlaney, floor: 0),
      "decibels, Slaney": error(slaney.decibels(of: sound).values, fixtures.decibelsSlaney),
      "MFCC, Slaney": error(try slaney.mfcc(of: sound, count: 13).values, fixtures.mfccSlaney),
      "mel, HTK": error(htk.mel(of: sound).values, fixtures.melHTK, floor: 0),
      "decibels, HTK": error(htk.decibels(of: sound).values, fixtures.decibelsHTK),
      "MFCC, HTK": error(try htk.mfcc(of: sound, count: 13).values, fixtures.mfccHTK),
    ]
    for (name, error) in errors.sorted(by: { $0.key < $1.key }) {
      print("\(name): \(error)")
      #expect(error <= 1e-5, "\(name)")  // Float has 6e-8; sums of 129 squares lose some of it
    }
  }

  @Test("log-mel is the natural logarithm of the mel bands, with a floor")
  func logMel() throws {
    let features = try features(.slaney)
    let sound = try FeatureFixtures.read().sound
    #expect(features.logMel(of: sound).values == features.mel(of: sound).values.map { log(max($0, 1e-10)) })
    #expect(features.logMel(of: []).values == [Float](repeating: log(1e-10), count: 20))
  }

  @Test("the mel scales go back and forth", arguments: MelScale.allCases)
  func scales(_ scale: MelScale) {
    for hertz in stride(from: 0.0, through: 8000, by: 250) {
      #expect(abs(scale.hertz(scale.mels(hertz)) - hertz) <= 1e-9 * max(1, hertz))
    }
  }

  @Test("settings that cannot be are reported")
  func settings() {
    #expect { try SpeechFeatures(sampleRate: 8000, windowLength: 300, hop: 80, fftLength: 256, bandCount: 20) }
      throws: { "\($0)".contains("a window of 300 samples") }
    #expect(throws: FeatureError.fftLength(255)) {
      try SpeechFeatures(sampleRate: 8000, windowLength: 200, hop: 80, fftLength: 255, bandCount: 20)
    }
    #expect(throws: FeatureError.hop(0)) {
      try SpeechFeatures(sampleRate: 8000, windowLength: 200, hop: 0, fftLength: 256, bandCount: 20)
    }
    #expect(throws: FeatureError.coefficients(21, bands: 20)) {
      try self.features(.htk).mfcc(of: [0], count: 21)
    }
  }

  @Test("scaling brings columns to mean 0 and deviation 1; batches are padded and cut")
  func batches() {
    let frames = [
      FeatureFrames(frameCount: 3, width: 2, values: [1, 10, 2, 20, 3, 60]),
      FeatureFrames(frameCount: 1, width: 2, values: [6, 30]),
    ]
    let scaled = frames.map { FeatureScaling(fitting: frames).applied(to: $0) }.flatMap(\.values)
    for column in 0..<2 {
      let values = stride(from: column, to: 8, by: 2).map { scaled[$0] }
      #expect(abs(values.reduce(0, +)) < 1e-6)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 4 - 1) < 1e-6)
    }
    let batch = FeatureBatch(frames)
    #expect(batch.values == [1, 10, 2, 20, 3, 60, 6, 30, 0, 0, 0, 0] && batch.lengths == [3, 1])
    #expect(FeatureBatch(frames, length: 2).values == [1, 10, 2, 20, 6, 30, 0, 0])
  }
}
