import Foundation

/// Finds the message that Swift prints when a program traps.
enum TrapMessage {
  /// The text after the last `Fatal error:`, or the last failed precondition or assertion; nil if there is none.
  static func find(in standardError: String) -> String? {
    // The message is short and at the end, so long output before it is not searched.
    let end = String(decoding: standardError.utf8.suffix(64 << 10), as: UTF8.self)
    for line in end.split(separator: "\n").reversed().map({ $0.prefix(4096) }) {
      if let match = line.firstMatch(of: /(?:^|: )Fatal error(?:: (.*))?$/) {
        return match.1.map(String.init) ?? "fatal error"
      }
      if let match = line.firstMatch(of: /(?:^|: )(Precondition failed.*|Assertion failed.*)$/) {
        return String(match.1)
      }
    }
    return nil
  }
}

/// The usual name of a signal, for messages.
func signalName(_ signal: Int) -> String {
  switch Int32(signal) {
  case SIGILL, SIGTRAP: "trap"
  case SIGSEGV, SIGBUS: "bad memory access, perhaps an endless recursion"
  case SIGFPE: "arithmetic exception"
  case SIGABRT: "abort"
  case SIGKILL: "killed"
  default: "signal \(signal)"
  }
}
