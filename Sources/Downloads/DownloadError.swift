/// Why a download did not become a file.
package enum DownloadError: Error, Equatable, Sendable {
  /// No data set has that name.
  case unknownName(String, known: [String])
  /// There is no curl.
  case noCurl
  /// curl ended with this code and message.
  case transfer(address: String, code: Int32, message: String)
  /// More bytes than the file may have.
  case tooLarge(address: String, limit: Int)
  /// The content has another digest than the published one.
  case wrongDigest(file: String, found: String, expected: String)
  /// An archive that cannot be unpacked.
  case unpacking(file: String, message: String)
  /// A file or folder that cannot be written.
  case writing(path: String, message: String)
}

extension DownloadError: CustomStringConvertible {
  /// What happened, and what to do.
  package var description: String {
    switch self {
    case .unknownName(let name, let known):
      "there is no data set '\(name)'; there are \(known.joined(separator: ", "))"
    case .noCurl: "there is no 'curl' on the PATH; sudo apt-get install curl (macOS has it)"
    case .transfer(let address, let code, let message):
      "\(address): error: \(message.isEmpty ? "curl ended with code \(code)" : message); "
        + "the same command goes on where this one stopped"
    case .tooLarge(let address, let limit):
      "\(address): error: more than the \(limit) bytes expected; it was not kept. Try another mirror or later"
    case .wrongDigest(let file, let found, let expected):
      "\(file): error: SHA-256 \(found), expected \(expected); it was not kept. Fetch it again"
    case .unpacking(let file, let message):
      "\(file): error: cannot be unpacked (\(message)); it was not kept. Fetch it again"
    case .writing(let path, let message):
      "\(path): error: cannot be written (\(message)); see to room and permissions"
    }
  }
}
