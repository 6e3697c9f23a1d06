/// A file to download.
package struct RemoteFile: Sendable, Equatable {
  /// Where it is.
  package var address: String
  /// What it is called here.
  package var name: String
  /// The largest size that it may have, in bytes.
  package var limit: Int
  /// Its SHA-256, or nil when only what is unpacked from it has one.
  package var sha256: String?

  /// A file made of its parts.
  package init(address: String, name: String, limit: Int, sha256: String?) {
    self.address = address
    self.name = name
    self.limit = limit
    self.sha256 = sha256
  }
}
