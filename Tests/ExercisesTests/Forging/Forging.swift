import Foundation
import Testing

/// An attempt to get points or secrets, or to outlive the run, without a right to it.
struct Forging: Sendable, CustomTestStringConvertible {
  /// The name of the attack.
  var name: String
  /// The code of the answer. It must define `half`, and may use `say`, `event`, `report` and `shell`.
  var code: String
  var testDescription: String { name }

  init(_ name: String, _ code: String) {
    self.name = name
    self.code = code
  }

  /// Gives the right values only if it has read a secret: `code` must define `found`.
  static func reading(_ name: String, _ code: String) -> Forging {
    Forging(
      name, code + "\nlet isFound = found()\nfunc half(_ x: Double) -> Double { isFound ? x / 2 : .nan }\n")
  }

  /// Does something before the checks, without knowing the right values.
  static func doing(_ name: String, _ code: String) -> Forging {
    Forging(name, "func half(_ x: Double) -> Double { .nan }\n" + code)
  }

  /// Does something at every call, without knowing the right values.
  static func calling(_ name: String, _ code: String) -> Forging {
    Forging(name, "func half(_ x: Double) -> Double {\n\(code)\nreturn .nan\n}\n")
  }

  /// An entry in the list that the compiler leaves for the linker.
  private static func autolinkEntry(_ option: String) -> String {
    let bytes = option.utf8.map { "\($0)" } + ["0"]
    let type = repeatElement("UInt8", count: bytes.count).joined(separator: ", ")
    return
      "@used @section(\".swift1_autolink_entries\") let entry: (\(type)) = (\(bytes.joined(separator: ", ")))"
  }

  /// The helper functions of every attack, with the places that the test has prepared.
  func source(_ places: Places) -> String {
    let tools = """
      import Foundation
      nonisolated(unsafe) let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
      let eventsPath = ProcessInfo.processInfo.environment["GALLEY_EVENTS"] ?? "none"
      func event(_ kind: String, _ number: Int, _ rest: String = "") -> String {
        "{\\"kind\\":\\"\\(kind)\\",\\"number\\":\\(number),\\"output\\":{\\"standardError\\":0,\\"standardOutput\\":0}\\(rest)}\\n"
      }
      func say(_ text: String) {
        let file = open(eventsPath, O_WRONLY | O_APPEND)
        _ = text.withCString { write(file, $0, strlen($0)) }
        close(file)
      }
      /// The number of the check that runs.
      var check: Int { text(eventsPath).components(separatedBy: "blockBegan").count - 3 }
      func report(_ value: String) -> Never {
        say(event("value", check, ",\\"value\\":" + value))
        say(event("attemptEnded", 0))
        _exit(86)
      }
      @discardableResult func shell(_ command: String) -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command + " 2>&1"]
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return "" }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
      }
      func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

      """
    return [
      "BOOK": places.book, "CANARY": places.canary, "SECRET": Places.secret, "SOCKET": places.socket,
      "MARK": "\(places.mark)", "PORT": "\(places.port)", "PARENT": "\(getpid())", "LIBRARY": places.library,
    ].reduce(tools + code) { $0.replacing("<\($1.key)>", with: $1.value) }
      .replacing(/\/\/AUTOLINK (.*)/) { Self.autolinkEntry(String($0.1)) }
  }
}
