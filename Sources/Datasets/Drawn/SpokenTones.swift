import ElementaryNumerics
import Foundation

/// Words made of gliding tones at 8 kHz. They replace spoken digits on a machine without data.
///
/// Each digit is a sequence of sounds. A sound has two formants, and breath for a consonant. With the phase φⱼ of each
/// formant and φ₀ of the voice, a sample is
///
///     x = g·(½ + ½·cos φ₀)·(sin φ₁ + 0.6·sin φ₂) + breath + noise
///
/// where formants glide from sound to sound. Pitch and formants depend on one of six voices; tempo, loudness, noise
/// and small changes of everything are drawn for each word.
public struct SpokenTones: Sendable {
  /// The words. Word i has the digit i % 10, the voice i / 10 % 6 and the take i / 60.
  public let recordings: LabelledRecordings

  /// Makes `count` words. The same seed always gives the same series, so a longer series begins with the shorter one.
  public init(count: Int, seed: UInt64) {
    precondition(count >= 0, "there cannot be \(count) recordings")
    var generator = SplitMix64(seed: seed)
    let words = (0..<count).map { index in
      Recording(
        samples: Self.word(index % 10, voice: index / 10 % 6, &generator), sampleRate: 8000,
        label: index % 10,
        speaker: "voice-\(index / 10 % 6 + 1)", take: index / 60)
    }
    recordings = LabelledRecordings(words, source: .spokenTones)
  }

  /// The first and the second formant in hertz, and the amount of breath from 0 to 1.
  private typealias Part = (low: Double, high: Double, breath: Double)

  private static let vowels: [Character: Part] = [
    "i": (300, 2300, 0), "e": (500, 1900, 0), "a": (750, 1250, 0), "o": (480, 900, 0), "u": (320, 700, 0),
    "n": (250, 1400, 0.05), "s": (600, 3000, 0.9), "f": (500, 1600, 0.7), "r": (400, 1100, 0.1),
  ]
  private static let words = [
    "siro", "uan", "suu", "fri", "for", "faif", "sis", "seen", "eis", "nain",
  ]

  private static func word(_ digit: Int, voice: Int, _ generator: inout SplitMix64) -> [Float] {
    let parts = words[digit].compactMap { vowels[$0] }
    let pitch = 95 * pow(1.17, Double(voice)) * (1 + generator.spread(0.08))
    let tract = (0.9 + 0.04 * Double(voice)) * (1 + generator.spread(0.04))
    let tempo = 1 + generator.spread(0.25)
    let loudness = 0.25 * pow(2, generator.spread(1))
    let noise = 0.004 * pow(4, generator.spread(1))
    let count = Int(8000 * (0.12 + 0.09 * Double(parts.count)) * tempo)
    var phases = (voice: 0.0, low: 0.0, high: 0.0)
    return (0..<count).map { index in
      let time = Double(index) / Double(count)
      let place = time * Double(parts.count - 1)
      let part = parts[Int(place)]
      let next = parts[min(Int(place) + 1, parts.count - 1)]
      // The first third stays on this sound, the second third glides, and the last third stays on the next sound.
      let glide = min(max((place - place.rounded(.down) - 1 / 3) * 3, 0), 1)
      func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * glide }
      phases.voice += 2 * .pi * pitch * (1.1 - 0.2 * time) / 8000
      phases.low += 2 * .pi * mix(part.low, next.low) * tract / 8000
      phases.high += 2 * .pi * mix(part.high, next.high) * tract / 8000
      let breath = mix(part.breath, next.breath)
      let tone = (0.5 + 0.5 * cos(phases.voice)) * (sin(phases.low) + 0.6 * sin(phases.high))
      let air = generator.spread(1) * breath * sin(phases.high)
      let envelope = min(1, min(time, 1 - time) * 12)
      let sample = loudness * envelope * (tone * (1 - 0.8 * breath) + air) + generator.spread(noise)
      return Float((min(max(sample, -1), 1) * 32767).rounded() / 32768)
    }
  }
}
