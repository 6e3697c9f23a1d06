import Foundation

/// A Chromium without a window, controlled over the pipes of its DevTools protocol.
///
/// Pipes need no port and no WebSocket. A shell opens the two named pipes as the descriptors 3 and 4, which Chromium
/// expects.
final class Browser {
  private let process = Process()
  private let folder: URL
  private let commands: Int32
  private let answers: Int32
  private var received = Data()
  private var lastCommand = 0
  private var session = ""
  /// The errors of the page, and every request that left the machine.
  private(set) var complaints: [String] = []

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The path of Chromium; nil if it is not installed.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return folders.lazy.flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  init(width: Int = 1440, height: Int = 900) throws {
    guard let path = Self.path else { throw Failure(description: "there is no Chromium") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["commands", "answers"].map { folder.appending(path: $0).path }
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure(description: "no pipe can be made") }
    // Each pipe is opened for both directions, so that neither end waits for the other.
    (commands, answers) = (openedPipe(pipes[0]), openedPipe(pipes[1]))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec \"$0\" --headless --no-sandbox --disable-gpu --no-first-run --remote-debugging-pipe "
        + "--window-size=\(width),\(height) --user-data-dir=\"$1/profile\" 3<\"$1/commands\" 4>\"$1/answers\"",
      path, folder.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    let attached = try call("Target.attachToTarget", ["targetId": target, "flatten": true])
    session = attached["sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(commands)
    close(answers)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens a page and waits until it is loaded.
  func open(_ url: URL, fragment: String = "") throws {
    let isSamePage = try evaluate("location.href.split('#')[0]") == url.absoluteString
    try call("Page.navigate", ["url": url.absoluteString + fragment])
    if !isSamePage { try wait(for: "Page.loadEventFired") }
  }

  /// Allows pages to write to the clipboard and to read it, as after a reader's click.
  func allowClipboard() throws {
    let window = session
    session = ""
    defer { session = window }
    try call(
      "Browser.grantPermissions", ["permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]])
  }

  /// The value of a JavaScript expression as text, after its promises are resolved.
  @discardableResult
  func evaluate(_ script: String) throws -> String {
    let result = try call(
      "Runtime.evaluate",
      ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
    if let exception = result["exceptionDetails"] { throw Failure(description: "\(script): \(exception)") }
    let value = (result["result"] as? [String: Any])?["value"]
    return value.map { "\($0)" } ?? ""
  }

  /// Presses a key that writes `text`, or a key that only has a name.
  func press(_ key: String, text: String = "") throws {
    let number = [
      "Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38,
      "ArrowRight": 39,
      "ArrowDown": 40,
    ]
    for type in ["keyDown", "keyUp"] {
      var event: [String: Any] = ["type": type, "key": key, "code": key]
      if type == "keyDown", !text.isEmpty { event["text"] = text }
      event["windowsVirtualKeyCode"] = number[key]
      try call("Input.dispatchKeyEvent", event)
    }
  }

  /// Types into the element that has the focus.
  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// Moves the mouse, in CSS pixels of the window.
  func point(x: Double, y: Double) throws {
    try call("Input.dispatchMouseEvent", ["type": "mouseMoved", "x": x, "y": y])
  }

  /// Sends a command to Chromium and returns its answer.
  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastCommand += 1
    var message: [String: Any] = ["id": lastCommand, "method": method, "params": parameters]
    if !session.isEmpty { message["sessionId"] = session }
    let data = try JSONSerialization.data(withJSONObject: message) + [0]
    guard data.withUnsafeBytes({ write(commands, $0.baseAddress, $0.count) }) == data.count else {
      throw Failure(description: "Chromium does not listen")
    }
    while true {
      let answer = try next()
      guard answer["id"] as? Int == lastCommand else { continue }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func wait(for event: String) throws {
    while try next()["method"] as? String != event {}
  }

  /// The next message. Errors of the page are remembered on the way.
  private func next() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let line = received[received.startIndex..<end]
        received = Data(received[(end + 1)...])
        let message = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
        note(message)
        return message
      }
      var descriptor = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 30_000) > 0 else { throw Failure(description: "Chromium does not answer") }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers, &buffer, buffer.count)
      if count > 0 { received.append(contentsOf: buffer[..<count]) }
    }
  }

  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Runtime.exceptionThrown": complaints.append("exception: \(parameters)")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      if entry["level"] as? String == "error" { complaints.append("\(entry["text"] ?? "")") }
    case "Network.requestWillBeSent":
      let request = parameters["request"] as? [String: Any] ?? [:]
      let url = request["url"] as? String ?? ""
      if !url.hasPrefix("file:") && !url.hasPrefix("data:") && url != "about:blank" {
        complaints.append("request: \(url)")
      }
    default: break
    }
  }
}

/// The C library's `open`, which a method of the same name would hide.
private func openedPipe(_ path: String) -> Int32 { open(path, O_RDWR) }
