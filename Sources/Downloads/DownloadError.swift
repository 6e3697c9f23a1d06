/// The reason why a download failed.
package enum DownloadError: Error, Equatable, Sendable {
  /// No data set has that name.
  case unknownName(String, known: [String])
  /// The PATH has no `curl` command.
  case noCurl
  /// curl ended with this code and message.
  case transfer(address: String, code: Int32, message: String)
  /// The server sent more bytes than the file may have.
  case tooLarge(address: String, limit: Int)
  /// The digest of the content differs from the published one.
  case wrongDigest(file: String, found: String, expected: String)
  /// An archive cannot be unpacked.
  case unpacking(file: String, message: String)
  /// A file or folder cannot be written.
  case writing(path: String, message: String)
}

extension DownloadError: CustomStringConvertible {
  /// The problem and how to fix it.
  package var description: String {
    switch self {
    case .unknownName(let name, let known):
      "there is no data set '\(name)'; there are \(known.joined(separator: ", "))"
    case .noCurl: "there is no 'curl' on the PATH; install it with 'sudo apt-get install curl' (macOS has it)"
    case .transfer(let address, let code, let message):
      "\(address): error: \(message.isEmpty ? "curl ended with code \(code)" : message); "
        + "run the same command again to continue"
    case .tooLarge(let address, let limit):
      "\(address): error: the file is larger than the expected \(limit) bytes; it was deleted; try again later"
    case .wrongDigest(let file, let found, let expected):
      "\(file): error: SHA-256 \(found), expected \(expected); the file was deleted; run the command again"
    case .unpacking(let file, let message):
      "\(file): error: cannot be unpacked (\(message)); the file was deleted; run the command again"
    case .writing(let path, let message):
      "\(path): error: cannot be written (\(message)); check the free space and the permissions"
    }
  }
}
