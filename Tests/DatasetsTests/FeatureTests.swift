import Foundation
import Testing

@testable import Datasets

/// Values that librosa computed; see make_fixtures.py.
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
  /// The largest difference of two lists, and the largest one relative to a value that is not tiny.
  private func errors(_ found: [Float], _ expected: [Float]) -> (absolute: Float, relative: Float) {
    guard found.count == expected.count else { return (.infinity, .infinity) }
    let smallest = 1e-3 * (expected.map(\.magnitude).max() ?? 1)
    let pairs = zip(found, expected)
    return (
      pairs.map { abs($0 - $1) }.max() ?? .infinity,
      pairs.map { abs($0 - $1) / max(abs($1), smallest) }.max() ?? .infinity
    )
  }

  private func features(_ scale: MelScale) throws -> SpeechFeatures {
    try SpeechFeatures(
      sampleRate: 8000, windowLength: 200, hop: 80, fftLength: 256, bandCount: 20, scale: scale,
      equalArea: scale == .slaney)
  }

  @Test("power and mel bands are librosa's to 1e-5, relative")
  func powers() throws {
    let fixtures = try FeatureFixtures.read()
    let sound = fixtures.sound
    // Float has 6e-8; a transform of 256 numbers and squaring lose some of it.
    #expect(errors(try features(.slaney).power(of: sound).values, fixtures.power).relative <= 1e-5)
    #expect(errors(try features(.slaney).mel(of: sound).values, fixtures.melSlaney).relative <= 1e-5)
    #expect(errors(try features(.htk).mel(of: sound).values, fixtures.melHTK).relative <= 1e-5)
  }

  @Test("decibels and cepstra are librosa's", arguments: MelScale.allCases)
  func logarithms(_ scale: MelScale) throws {
    let fixtures = try FeatureFixtures.read()
    let (decibels, cepstra) =
      scale == .slaney
      ? (fixtures.decibelsSlaney, fixtures.mfccSlaney) : (fixtures.decibelsHTK, fixtures.mfccHTK)
    let features = try features(scale)
    // A logarithm passes through zero, so the absolute error is the one to bound: at 80 dB Float steps by 8e-6,
    // and 1e-6 of the power is 4e-6 dB. A cepstrum sums twenty of them, and is as large as 200.
    #expect(errors(features.decibels(of: fixtures.sound).values, decibels).absolute <= 2e-5)
    let found = errors(try features.mfcc(of: fixtures.sound, count: 13).values, cepstra)
    #expect(found.absolute <= 1e-4 && found.relative <= 1e-4)
  }

  @Test("log-mel is the natural logarithm of the mel bands, with a floor")
  func logMel() throws {
    let features = try features(.slaney)
    let sound = try FeatureFixtures.read().sound
    #expect(features.logMel(of: sound).values == features.mel(of: sound).values.map { log(max($0, 1e-10)) })
    #expect(features.logMel(of: []).values == [Float](repeating: log(1e-10), count: 20))
  }

  @Test("the mel scales are inverted by their inverses", arguments: MelScale.allCases)
  func scales(_ scale: MelScale) {
    for hertz in stride(from: 0.0, through: 8000, by: 250) {
      #expect(abs(scale.hertz(scale.mels(hertz)) - hertz) <= 1e-9 * max(1, hertz))
    }
  }

  @Test("impossible settings are reported")
  func settings() {
    #expect {
      try SpeechFeatures(sampleRate: 8000, windowLength: 300, hop: 80, fftLength: 256, bandCount: 20)
    } throws: { "\($0)".contains("a window of 300 samples") }
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
  func batches() throws {
    let frames = try [
      FeatureFrames(frameCount: 3, width: 2, values: [1, 10, 2, 20, 3, 60]),
      FeatureFrames(frameCount: 1, width: 2, values: [6, 30]),
    ]
    let scaling = try FeatureScaling(fitting: frames)
    let scaled = try frames.flatMap { try scaling.applied(to: $0).values }
    for column in 0..<2 {
      let values = stride(from: column, to: 8, by: 2).map { scaled[$0] }
      #expect(abs(values.reduce(0, +)) < 1e-6)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 4 - 1) < 1e-6)
    }
    let batch = try FeatureBatch(frames)
    #expect(batch.values == [1, 10, 2, 20, 3, 60, 6, 30, 0, 0, 0, 0] && batch.lengths == [3, 1])
    #expect(try FeatureBatch(frames, length: 2).values == [1, 10, 2, 20, 6, 30, 0, 0])
  }

  @Test("frames that do not fit together are an error, not a trap")
  func misfits() throws {
    let pairs = try FeatureFrames(frameCount: 1, width: 2, values: [1, 2])
    let triple = try FeatureFrames(frameCount: 1, width: 3, values: [1, 2, 3])
    let nothing = try FeatureFrames(frameCount: 0, width: 2, values: [])
    #expect(throws: FeatureError.values(5, frames: 2, width: 3)) {
      try FeatureFrames(frameCount: 2, width: 3, values: [1, 2, 3, 4, 5])
    }
    #expect(throws: FeatureError.values(0, frames: .max, width: 2)) {
      try FeatureFrames(frameCount: .max, width: 2, values: [])
    }
    #expect(throws: FeatureError.noFrames) { try FeatureScaling(fitting: []) }
    #expect(throws: FeatureError.noFrames) { try FeatureScaling(fitting: [nothing]) }
    #expect(throws: FeatureError.width(3, expected: 2)) { try FeatureScaling(fitting: [pairs, triple]) }
    #expect(throws: FeatureError.width(3, expected: 2)) {
      try FeatureScaling(fitting: [pairs]).applied(to: triple)
    }
    #expect(throws: FeatureError.noFrames) { try FeatureBatch([]) }
    #expect(throws: FeatureError.width(2, expected: 3)) { try FeatureBatch([triple, pairs]) }
    #expect(throws: FeatureError.length(0)) { try FeatureBatch([pairs], length: 0) }
    #expect(throws: FeatureError.length(-1)) { try FeatureBatch([pairs], length: -1) }
  }
}
