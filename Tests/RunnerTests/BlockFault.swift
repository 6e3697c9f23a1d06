import Testing

/// A fault of a block, with the required outcome. Every fault ends by itself.
struct BlockFault: Sendable, CustomTestStringConvertible {
  var name: String
  var options = ""
  var code: String
  var outcome: String
  /// The line of code that the message must name; nil if it cannot be known.
  var line: Int? = 1
  var testDescription: String { name }
}

extension BlockFault {
  static let all: [BlockFault] = [
    BlockFault(
      name: "endless computation", options: "//| cpu: 0.3", code: "var a = 1\nwhile a != 0 { a &+= 2 }",
      outcome: "exceeded(processorTime, 0.3)", line: 2),
    BlockFault(
      name: "endless sleep", options: "//| timeout: 0.3", code: "import Foundation\nsleep(100)",
      outcome: "timedOut(0.3)", line: 2),
    BlockFault(
      name: "a block that stops itself", options: "//| timeout: 0.3",
      code: "import Foundation\nkill(getpid(), SIGSTOP)", outcome: "timedOut(0.3)", line: 2),
    BlockFault(
      name: "waiting for input", code: "let line = readLine()\nprecondition(line != nil, \"no input\")",
      outcome: "trapped(Precondition failed: no input)", line: 2),
    BlockFault(
      name: "endless progress inside a block", options: "//| timeout: 0.3",
      code: "import Foundation\nwhile true { _galleyReach(0); usleep(1000) }", outcome: "timedOut(0.3)",
      line: 2),
    BlockFault(
      name: "memory without end", options: "//| memory: 100",
      code: "var all: [[Int]] = []\nwhile true { all.append(Array(repeating: all.count, count: 9999)) }",
      outcome: "exceeded(memory, 100.0)", line: 2),
    BlockFault(
      name: "memory of other threads without end, after the first has ended", options: "//| memory: 100",
      code: """
        import Foundation
        Thread.detachNewThread { var all: [[Int]] = []; while true { all.append(Array(repeating: 1, count: 9999)) } }
        pthread_exit(nil)
        """, outcome: "exceeded(memory, 100.0)", line: nil),
    BlockFault(
      name: "a fork bomb", options: "//| processes: 20",
      code: """
        import Foundation
        let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        for _ in 0..<9 { _ = fork() }; sleep(20)
        """, outcome: "exceeded(processes, 20.0)", line: 3),
    BlockFault(
      name: "a fork bomb that never sleeps", options: "//| processes: 20",
      code: """
        import Foundation
        let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
        while true { if fork() == 0 { alarm(5) } }
        """, outcome: "exceeded(processes, 20.0)", line: 3),
    BlockFault(
      name: "threads without end",
      code: "import Foundation\nfor _ in 0..<3000 { Thread.detachNewThread { sleep(20) } }\nsleep(20)",
      outcome: "exceeded(threads, 1024.0)", line: nil),
    BlockFault(
      name: "open files without end", options: "//| files: 50",
      code: "import Foundation\nfor _ in 0..<60 { _ = open(\"/dev/null\", O_RDONLY) }\nsleep(20)",
      outcome: "exceeded(files, 50.0)", line: 3),
    BlockFault(
      name: "more open files than the system gives", options: "//| files: 50",
      code: """
        import Foundation
        for _ in 0..<200 { if open("/dev/null", O_RDONLY) < 0 { fatalError(String(cString: strerror(errno))) } }
        """, outcome: "exceeded(files, 50.0)", line: 2),
    BlockFault(
      name: "a flood on stdout", code: "while true { print(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\") }",
      outcome: "wroteTooMuch"),
    BlockFault(
      name: "a flood on stderr",
      code: "import Foundation\nwhile true { FileHandle.standardError.write(Data(count: 100_000)) }",
      outcome: "wroteTooMuch", line: 2),
    BlockFault(
      name: "a file without end",
      code: """
        import Foundation
        let file = fopen("big", "w")
        let bytes = [UInt8](repeating: 0, count: 1 << 20)
        while true { fwrite(bytes, 1, bytes.count, file) }
        """, outcome: "wroteTooMuch", line: 4),
    BlockFault(name: "exit with success", code: "import Foundation\nexit(0)", outcome: "exited(0)", line: 2),
    BlockFault(
      name: "exit without clean-up", code: "import Foundation\n_exit(7)", outcome: "exited(7)", line: 2),
    BlockFault(name: "quick_exit", code: "import Foundation\nquick_exit(0)", outcome: "exited(0)", line: 2),
    BlockFault(name: "abort", code: "import Foundation\nabort()", outcome: "trapped(abort)", line: 2),
    BlockFault(
      name: "SIGKILL", code: "import Foundation\nkill(getpid(), SIGKILL)", outcome: "killed(9)", line: 2),
    BlockFault(
      name: "SIGTERM", code: "import Foundation\nkill(getpid(), SIGTERM)", outcome: "killed(15)", line: 2),
    BlockFault(name: "SIGPIPE", code: "import Foundation\nraise(SIGPIPE)", outcome: "killed(13)", line: 2),
    BlockFault(
      name: "SIGALRM", code: "import Foundation\nalarm(1)\nsleep(9)", outcome: "killed(14)", line: 3),
    BlockFault(
      name: "a bad pointer", code: "let p = UnsafeMutablePointer<Int>(bitPattern: 8)!\np.pointee = 1",
      outcome: "trapped", line: 2),
    BlockFault(name: "a thrown error", code: "struct E: Error {}\nthrow E()", outcome: "threw", line: 2),
    BlockFault(
      name: "a failed cast", code: "let a: Any = 1\nprint(a as! String)", outcome: "trapped", line: 2),
    BlockFault(
      name: "a negative count", code: "let n = -1\nprint([Int](repeating: 0, count: n))", outcome: "trapped",
      line: 2),
    BlockFault(
      name: "unowned memory", code: "final class C {}\nunowned var c = C()\nprint(c)", outcome: "trapped",
      line: 3),
    BlockFault(
      name: "an endless recursion", code: "func f(_ n: Int) -> Int { n + f(n + 1) }\nprint(f(0))",
      outcome: "trapped", line: 1),
    BlockFault(
      name: "a forged end of the run", code: "import Foundation\nimport Notebook\n_galleyFinish()\nexit(0)",
      outcome: "lost", line: nil),
    BlockFault(
      name: "rubbish among the events",
      code: """
        import Foundation
        let path = ProcessInfo.processInfo.environment["GALLEY_EVENTS"]!
        let file = fopen(path, "a")
        fputs("rubbish\\n", file)
        fclose(file)
        """, outcome: "lost", line: nil),
    BlockFault(
      name: "events that are cut off",
      code: """
        import Foundation
        truncate(ProcessInfo.processInfo.environment["GALLEY_EVENTS"]!, 10)
        """, outcome: "lost", line: nil),
    BlockFault(
      name: "another program in its place",
      code:
        "import Foundation\nlet none: [UnsafeMutablePointer<CChar>?] = [strdup(\"true\"), nil]\nexecv(\"/bin/true\", none)",
      outcome: "exited(0)", line: 3),
    BlockFault(
      name: "an overflow", code: "let most = [Int.max, 1]\nprint(most.reduce(0, +))", outcome: "trapped",
      line: 2),
    BlockFault(
      name: "a division by zero", code: "let zero = [Int]().count\nprint(1 / zero)", outcome: "trapped",
      line: 2),
    BlockFault(
      name: "an index out of range", code: "let a = [1]\nprint(a[a.count])",
      outcome: "trapped(Index out of range", line: 2),
    BlockFault(
      name: "a value that is missing", code: "let n = Int(\"x\")\nprint(n!)",
      outcome: "trapped(Unexpectedly found nil",
      line: 2),
    BlockFault(
      name: "a lock that is taken twice", options: "//| timeout: 0.3",
      code: "import Foundation\nlet lock = NSLock()\nlock.lock()\nlock.lock()", outcome: "timedOut(0.3)",
      line: 4),
    BlockFault(
      name: "a block that ignores requests to end", options: "//| timeout: 0.3",
      code: "import Foundation\nsignal(SIGTERM, SIG_IGN)\nwhile true { sleep(1) }", outcome: "timedOut(0.3)",
      line: 3),
    BlockFault(
      name: "a block that ignores its limit of processor time", options: "//| cpu: 0.3",
      code: "import Foundation\nsignal(SIGXCPU, SIG_IGN)\nvar a = 1\nwhile a != 0 { a &+= 2 }",
      outcome: "exceeded(processorTime, 0.3)", line: 4),
    BlockFault(
      name: "SIGSEGV from outside", code: "import Foundation\nkill(getpid(), SIGSEGV)",
      outcome: "trapped(Bad pointer", line: nil),
    BlockFault(name: "SIGHUP", code: "import Foundation\nraise(SIGHUP)", outcome: "killed(1)", line: 2),
    BlockFault(name: "SIGINT", code: "import Foundation\nraise(SIGINT)", outcome: "killed(2)", line: 2),
    BlockFault(
      name: "SIGQUIT", code: "import Foundation\nraise(SIGQUIT)", outcome: "trapped(Terminated", line: nil),
    BlockFault(name: "SIGUSR1", code: "import Foundation\nraise(SIGUSR1)", outcome: "killed(10)", line: 2),
    BlockFault(
      name: "a block that kills its whole group", code: "import Foundation\nkill(0, SIGKILL)",
      outcome: "killed(9)",
      line: 2),
    BlockFault(
      name: "a crash on another thread",
      code: "import Foundation\nThread { fatalError(\"there\") }.start()\nsleep(20)",
      outcome: "trapped(there", line: 2),
    BlockFault(
      name: "a block that removes its own folder",
      code: """
        import Foundation
        try FileManager.default.removeItem(atPath: FileManager.default.currentDirectoryPath)
        fatalError("gone")
        """, outcome: "trapped(gone", line: 3),
    BlockFault(
      name: "memory taken at once", options: "//| memory: 100",
      code: """
        import Foundation
        func take() {
          let bytes = UnsafeMutableRawPointer.allocate(byteCount: 400 << 20, alignment: 8)
          memset(bytes, 1, 400 << 20)
          sleep(20)
        }
        take()
        """, outcome: "exceeded(memory, 100.0)", line: 7),
    BlockFault(
      name: "shared memory whose pages are given back", options: "//| memory: 100",
      code: """
        import Foundation
        for _ in 0..<10 {
          let part = mmap(nil, 64 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)!
          for page in 0..<16384 {
            part.storeBytes(of: 1, toByteOffset: page << 12, as: UInt8.self)
            if page % 4096 == 4095 { madvise(part, 64 << 20, MADV_DONTNEED) }
          }
          usleep(100_000)
        }
        sleep(20)
        """, outcome: "exceeded(memory, 100.0)", line: nil),
    BlockFault(
      name: "threads that never end", options: "//| timeout: 0.5",
      code: "import Foundation\nfor _ in 0..<200 { Thread { sleep(100) }.start() }\nsleep(100)",
      outcome: "timedOut(0.5)", line: 3),
    BlockFault(
      name: "a block that closes what it reports through",
      code: "import Foundation\nfor descriptor in Int32(3)..<200 { close(descriptor) }\nprint(1)",
      outcome: "exited(0)", line: 2),
  ]
}
