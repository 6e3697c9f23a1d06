import Foundation
import Testing

@testable import Datasets

@Suite("sounds")
struct SoundTests {
  private func message(_ bytes: [UInt8], limit: Int = SoundFile.largestSampleCount) -> String {
    do {
      _ = try SoundFile.decode(bytes, file: "sound", atMost: limit)
      return "no error"
    } catch { return "\(error)" }
  }

  @Test("WAV and FLAC give the samples that were written")
  func decodes() throws {
    let expected = try FeatureFixtures.read().samples.map { Float($0) / 32768 }
    for file in [SampleFiles.wav, SampleFiles.flac] {
      let sound = try SoundFile.decode(file, file: "tone")
      #expect(sound.samples == expected && sound.sampleRate == 8000)
    }
    #expect(try SoundFile.decode(SampleFiles.wav, file: "tone").seconds == 0.15)
  }

  @Test("a WAV file that ends early, is too long, or has no samples is reported")
  func wav() {
    let wav = SampleFiles.wav
    #expect(message(wav.dropLast(10)).contains("found 2434 bytes, expected 2444"))
    #expect(message(wav + [0]).contains("found 2445 bytes"))
    #expect(message(wav, limit: 1000).contains("1200 samples in the header, expected at most 1000"))
    var stereo = wav
    stereo[22] = 2
    stereo[32] = 4
    #expect(message(stereo).contains("2 channels"))
    var renamed = wav
    renamed[36] = 0x58
    #expect(message(renamed).contains("no chunk 'data'"))
    #expect(message(Array("OggS and so on".utf8)).contains("expected a WAV or FLAC file"))
    #expect(message([]).contains("expected a WAV or FLAC file"))
    #expect(message(Array(wav.prefix(20))).contains("found 20 bytes"))
  }

  @Test("a FLAC file that is truncated, has a flipped bit, or claims too much is reported")
  func flac() {
    let flac = SampleFiles.flac
    #expect(message(Array(flac.prefix(flac.count / 2))).contains("expected 1200"))
    var turned = flac
    turned[flac.count - 400] ^= 4
    #expect(message(turned).contains("error: found"))
    var other = flac
    other[30] ^= 1
    #expect(message(other).contains("MD5"))
    var endless = flac
    endless[21] |= 0x0f
    #expect(message(endless).contains("expected at most"))
  }

  @Test("recordings are split by take and by speaker, and wrong names are reported")
  func spokenDigits() throws {
    try SampleFiles.inFolder { folder in
      for name in ["7_theo_0", "7_theo_5", "0_lucas_12"] {
        try SampleFiles.write(SampleFiles.wav, folder + "/fsdd/recordings/\(name).wav")
      }
      let recordings = try SpokenDigits(folder: folder).recordings
      #expect(recordings.labels == [0, 7, 7] && recordings.speakers == ["lucas", "theo"])
      #expect(recordings.officialSplit().test.count == 1 && recordings.officialSplit().training.count == 2)
      #expect(recordings.split(holdingOut: "theo").training.labels == [0])
      #expect { try SpokenDigitName("12_theo_1.wav", file: "f") } throws: { "\($0)".contains("the label 12") }
      #expect { try SpokenDigitName("theo_1.wav", file: "f") } throws: {
        "\($0)".contains("digit_speaker_take.wav")
      }
      try SampleFiles.write(SampleFiles.wav.dropLast(), folder + "/fsdd/recordings/1_theo_1.wav")
      #expect { try SpokenDigits(folder: folder) } throws: {
        "\($0)".contains("1_theo_1.wav: error: found 2443")
      }
    }
  }

  @Test("LibriSpeech's layout is read, with or without a final newline")
  func libriSpeech() throws {
    try SampleFiles.inFolder { folder in
      let chapter = folder + "/LibriSpeech/test-clean/12/34"
      try SampleFiles.write(SampleFiles.flac, chapter + "/12-34-0000.flac")
      for end in ["", "\n"] {
        try SampleFiles.write(Array(("12-34-0000 IT'S ONE" + end).utf8), chapter + "/12-34.trans.txt")
        let utterance = try #require(try LibriSpeech(folder: folder).utterances.first)
        #expect(utterance.text == "IT'S ONE" && utterance.speaker == 12 && utterance.subset == "test-clean")
        #expect(try utterance.sound().samples.count == 1200)
      }
      try SampleFiles.write(Array("12-34-0000 ONE\n12-34-0001 TWO".utf8), chapter + "/12-34.trans.txt")
      #expect { try LibriSpeech(folder: folder) } throws: {
        "\($0)".contains("12-34-0001.flac: error: found nothing")
      }
      try SampleFiles.write(Array("12-34-0000 lower".utf8), chapter + "/12-34.trans.txt")
      #expect { try LibriSpeech(folder: folder) } throws: { "\($0)".contains("in line 1") }
    }
  }

  @Test(
    "the real recordings have their published counts",
    .enabled(if: DataFolder.fromEnvironment != nil, "set GALLEY_DATA to a folder with fsdd/"))
  func real() throws {
    let recordings = try SpokenDigits().recordings
    #expect(recordings.count == 3000 && recordings.speakers.count == 6)
    #expect(recordings.officialSplit().test.count == 300)
    let sentences = try LibriSpeech().utterances
    for sentence in sentences.prefix(5) { #expect(try sentence.sound().sampleRate == 16000) }
    print("LibriSpeech: \(sentences.count) sentences")
  }
}
