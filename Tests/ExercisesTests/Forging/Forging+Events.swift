extension Forging {
  /// Forged events on the event channel.
  static let events: [Forging] = [
    .calling(
      "a list that claims elements which it does not have", #"report("{\"elements\":[],\"count\":5}")"#),
    .calling(
      "a list that claims fewer elements than it has", #"report("{\"elements\":[null],\"count\":0}")"#),
    .calling("a list with a negative count", #"report("{\"elements\":[],\"count\":-5}")"#),
    .calling(
      "a list that is just too long to be written",
      #"report("{\"elements\":[" + Array(repeating: "null", count: 10_000).joined(separator: ",") + "],\"count\":10001}")"#
    ),
    .calling(
      "code in a whole number", #"report("{\"integer\":\"0.5; func abs(_ x: Double) -> Double { 0 }\"}")"#),
    .calling("code in a number", #"report("{\"number\":\"0.5; }\",\"exactly\":\"0.5\"}")"#),
    .calling("two numbers in one", #"report("{\"number\":\"1.5\",\"exactly\":\"9\"}")"#),
    .calling("digits of another script", #"report("{\"integer\":\"١\"}")"#),
    .calling("no value at all", #"say(event("attemptEnded", 0)); _exit(86)"#),
    .calling("nothing for a value", #"report("null")"#),
    .calling("nothing and another key", #"report("{\"void\":true,\"number\":\"1.5\"}")"#),
    .calling(
      "a second value behind the first", #"say(event("value", check, ",\"value\":null")); report("null")"#),
    .calling(
      "more lists within lists than a stack has room for", #"report(String(repeating: "[", count: 500_000))"#),
    .calling("four million bytes of blanks", #"report(String(repeating: " ", count: 4_000_000) + "null")"#),
    .calling(
      "a heartbeat that begins its block anew",
      #"while true { say(event("blockBegan", 1)); usleep(200_000) }"#),
    .calling(
      "a heartbeat outside of blocks",
      #"say(event("attemptEnded", 0)); say(event("blockEnded", 1)); while true { say(event("progress", 0, ",\"message\":\"m\"")); usleep(100_000) }"#
    ),
    .calling(
      "output of a negative length",
      #"say(event("attemptEnded", 0).replacingOccurrences(of: ":0", with: ":-9")); _exit(86)"#),
    .calling("a signal that is none", #"say(event("attemptTrapped", Int.max)); _exit(86)"#),
    .doing(
      "the whole report, written before the first check",
      """
      for block in 0...3 {
        if block > 0 { say(event("blockBegan", block)); say(event("value", block - 1, ",\\"value\\":null")); say(event("attemptEnded", 0)) }
        say(event("blockEnded", block))
      }
      say(event("finished", 0)); _exit(0)
      """),
    .doing(
      "a thread that speaks while checks run",
      #"Thread.detachNewThread { while true { say(event("value", 0, ",\"value\":{\"elements\":[],\"count\":5}")); usleep(500) } }"#
    ),
    .doing(
      "what is said is changed at the exit",
      """
      atexit {
        let lines = text(eventsPath).split(separator: "\\n").map {
          $0.contains("\\"value\\"") ? "{\\"kind\\":\\"value\\",\\"number\\":0,\\"output\\":{\\"standardError\\":0,\\"standardOutput\\":0},\\"value\\":{\\"elements\\":[],\\"count\\":5}}" : String($0)
        }
        truncate(eventsPath, 0); say(lines.joined(separator: "\\n") + "\\n")
      }
      """),
    .doing("a pipe in place of the events", "unlink(eventsPath); mkfifo(eventsPath, 0o666)"),
    .doing(
      "an endless device in place of the events", "unlink(eventsPath); symlink(\"/dev/zero\", eventsPath)"),
    .doing(
      "links in place of what is read when all is over",
      """
      let folder = (eventsPath as NSString).deletingLastPathComponent
      for name in ["output.txt", "errors.txt", "backtrace.txt", "kept", "work"] {
        rename(folder + "/" + name, folder + "/old-" + name)
        symlink("/dev/zero", folder + "/" + name)
      }
      fatalError()
      """),
    .calling(
      "handlers of signals that report",
      """
      for number: Int32 in [SIGTERM, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGXCPU] {
        signal(number) { _ in report("{\\"elements\\":[],\\"count\\":5}") }
      }
      fatalError()
      """),
    .calling(
      "a copy that goes on when the check has ended",
      "if fork() == 0 { sleep(1); while true { say(event(\"finished\", 0)) } }"),
    .calling("an exit code that is the supervisor's", "_exit(143)"),
  ]
}
