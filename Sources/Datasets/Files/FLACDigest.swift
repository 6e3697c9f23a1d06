internal import CNettle

/// The MD5 of the samples that a FLAC file carries in its header.
enum FLACDigest {
  /// Compares the MD5 with the decoded samples. An MD5 of zeros means that the encoder left it out.
  ///
  /// The samples are digested as little-endian integers with the fewest bytes that hold their bits (RFC 9639, 8.2).
  static func check(_ samples: [Int32], bits: Int, header: [UInt8], file: String) throws(DatasetError) {
    // The digest comes after "fLaC", the header of the first block, and 18 bytes of sizes and counts.
    guard header.count >= 42 else {
      throw DatasetError(file, found: "a short header", expected: "a FLAC file")
    }
    let stored = Array(header[26..<42])
    guard stored.contains(where: { $0 != 0 }) else { return }
    var context = md5_ctx()
    nettle_md5_init(&context)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * (bits / 8))
    for sample in samples {
      let value = sample >> (32 - Int32(bits))
      for byte in 0..<bits / 8 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * Int32(byte)))) }
    }
    nettle_md5_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: 16)
    nettle_md5_digest(&context, 16, &digest)
    guard digest == stored else {
      throw DatasetError(
        file, found: "samples that do not give the MD5 in the header", expected: "those that were encoded")
    }
  }
}
