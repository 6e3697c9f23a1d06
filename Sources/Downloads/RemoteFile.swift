/// A file to download.
package struct RemoteFile: Sendable, Equatable {
  /// The URL of the file.
  package var address: String
  /// The name of the local file.
  package var name: String
  /// The largest allowed size in bytes.
  package var limit: Int
  /// The SHA-256 of the file; nil when only its unpacked content has a digest.
  package var sha256: String?

  package init(address: String, name: String, limit: Int, sha256: String?) {
    self.address = address
    self.name = name
    self.limit = limit
    self.sha256 = sha256
  }
}
