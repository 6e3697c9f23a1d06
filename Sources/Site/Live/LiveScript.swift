internal import CZlib
import Foundation

/// A module of live figures as a script, which pages can load from a disk, too: base64 of the compressed bytes.
enum LiveScript {
  /// The file's place in the site.
  static func path(of slug: String) -> String { "assets/live/\(slug).js" }

  /// The script for the module `code` of a page.
  static func text(_ code: Data) -> String {
    "self.galleyLiveModule('\(compressed(code).base64EncodedString())');\n"
  }

  /// zlib's format, which browsers call `deflate`.
  static func compressed(_ data: Data) -> Data {
    var length = compressBound(uLong(data.count))
    var bytes = [UInt8](repeating: 0, count: Int(length))
    let status = data.withUnsafeBytes { source in
      compress2(
        &bytes, &length, source.bindMemory(to: UInt8.self).baseAddress, uLong(data.count), Z_BEST_COMPRESSION)
    }
    precondition(status == Z_OK, "zlib refuses nothing that fits into its own bound")
    return Data(bytes.prefix(Int(length)))
  }
}
