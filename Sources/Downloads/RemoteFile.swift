/// A file to download.
public struct RemoteFile: Sendable, Equatable {
  /// Where it is.
  public var address: String
  /// What it is called here.
  public var name: String
  /// The largest size that it may have, in bytes.
  public var limit: Int
  /// Its SHA-256, or nil when only what is unpacked from it has one.
  public var sha256: String?

  /// A file made of its parts.
  public init(address: String, name: String, limit: Int, sha256: String?) {
    self.address = address
    self.name = name
    self.limit = limit
    self.sha256 = sha256
  }
}
