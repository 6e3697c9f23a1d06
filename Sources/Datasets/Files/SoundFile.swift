internal import CSndFile

/// Reads WAV and FLAC files of one channel with libsndfile.
///
/// libsndfile ignores many errors: it shortens a WAV file that ends early, and returns the readable part of a damaged
/// FLAC file. This reader also checks the sizes in a WAV header, the number of samples, and the MD5 in a FLAC header.
/// Formats: RIFF/WAVE; RFC 9639.
public enum SoundFile {
  /// The longest sound that is read: 2²⁴ samples, 17 minutes at 16 kHz.
  public static let largestSampleCount = 1 << 24

  /// Reads the sound in the file at `path`. Throws `DatasetError` if the file is missing, damaged or too long.
  public static func read(_ path: String) throws(DatasetError) -> Sound {
    try decode(FileReading.bytes(of: path, atMost: 1 << 28), file: path)
  }

  /// Decodes the contents of a file with at most `limit` samples. `file` is its name in errors.
  public static func decode(
    _ bytes: [UInt8], file: String, atMost limit: Int = largestSampleCount
  ) throws(DatasetError) -> Sound {
    let kind = SoundFileKind(bytes)
    switch kind {
    case .wav: try WAVHeader.check(bytes, file: file)
    case .flac: break
    case nil:
      throw DatasetError(
        file, found: "the first bytes \(bytes.prefix(4).map { Int($0) })", expected: "a WAV or FLAC file")
    }
    let decoded = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(DatasetError) in try decode(buffer, file: file, kind: kind, limit: limit) }
    }
    let (samples, rate, bits) = try decoded.get()
    if kind == .flac { try FLACDigest.check(samples, bits: bits, header: bytes, file: file) }
    let shift = Float(1) / 2_147_483_648
    return Sound(samples: samples.map { Float($0) * shift }, sampleRate: rate)
  }

  /// The samples as 32-bit integers that are scaled to use the highest bits, the sample rate, and the bits per sample
  /// in the file.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, kind: SoundFileKind?, limit: Int
  ) throws(DatasetError) -> (samples: [Int32], rate: Int, bits: Int) {
    var memory = MemoryFile(bytes)
    return try withUnsafeMutablePointer(to: &memory) { pointer throws(DatasetError) in
      var callbacks = MemoryFile.callbacks
      var info = SF_INFO()
      guard let handle = sf_open_virtual(&callbacks, Int32(SFM_READ), &info, pointer) else {
        let reason = String(cString: sf_strerror(nil))
        throw DatasetError(file, found: "a damaged header (\(reason))", expected: "a sound WAV or FLAC file")
      }
      defer { sf_close(handle) }
      let bits = try check(info, file: file, limit: limit)
      let samples = try samples(of: handle, frames: Int(info.frames), file: file, limit: limit)
      return (samples, Int(info.samplerate), bits)
    }
  }

  private static func check(_ info: SF_INFO, file: String, limit: Int) throws(DatasetError) -> Int {
    let widths = [SF_FORMAT_PCM_U8: 8, SF_FORMAT_PCM_S8: 8, SF_FORMAT_PCM_16: 16, SF_FORMAT_PCM_24: 24]
    guard let bits = widths[Int(info.format) & SF_FORMAT_SUBMASK] else {
      throw DatasetError(
        file, found: "samples of format \(Int(info.format) & SF_FORMAT_SUBMASK)",
        expected: "PCM of 8, 16 or 24 bits",
        remedy: "convert it")
    }
    guard info.channels == 1 else {
      throw DatasetError(
        file, found: "\(info.channels) channels", expected: "one", remedy: "mix them into one")
    }
    guard info.samplerate > 0, info.samplerate <= 384_000 else {
      throw DatasetError(file, found: "\(info.samplerate) samples a second", expected: "1 to 384000")
    }
    guard info.frames >= 0, info.frames <= limit else {
      throw DatasetError(
        file, found: "\(info.frames) samples in the header", expected: "at most \(limit)", remedy: "cut it")
    }
    return bits
  }

  private static func samples(
    of handle: OpaquePointer, frames: Int, file: String, limit: Int
  ) throws(DatasetError) -> [Int32] {
    var samples: [Int32] = []
    var piece = [Int32](repeating: 0, count: 4096)
    while samples.count <= frames {
      let count = Int(sf_readf_int(handle, &piece, Int64(piece.count)))
      guard count > 0 else { break }
      samples += piece.prefix(count)
    }
    let reason = sf_error(handle) == 0 ? "" : " (\(String(cString: sf_strerror(handle))))"
    guard samples.count == frames, reason.isEmpty else {
      throw DatasetError(
        file, found: "\(samples.count) samples that can be read\(reason)",
        expected: "\(frames) as its header says")
    }
    return samples
  }
}

/// The supported formats.
enum SoundFileKind {
  case wav, flac

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("fLaC".utf8)) {
      self = .flac
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WAVE".utf8)) {
      self = .wav
    } else {
      return nil
    }
  }
}
