extension Forging {
  /// Ways out of the isolation. Each would leave a file at `<CANARY>`, or find out that it could.
  static let escapes: [Forging] = [
    .doing(
      "a file outside is written", "FileManager.default.createFile(atPath: \"<CANARY>\", contents: nil)"),
    .doing(
      "the file system is mounted anew",
      "shell(\"mount -o remount,rw,bind /; mount -o remount,rw,bind /usr; mount --bind / /tmp; touch <CANARY>\")"
    ),
    .doing(
      "a namespace of one's own gives rights",
      "shell(\"unshare -Urm sh -c 'mount -o remount,rw,bind /; mount -t tmpfs x /usr && echo yes' | grep yes && touch <CANARY>; unshare -Ur true && touch <CANARY>\")"
    ),
    .reading(
      "the kernel's settings are open for writing",
      "func found() -> Bool { [\"sys/kernel/core_pattern\", \"sys/kernel/modprobe\", \"sys/vm/overcommit_memory\", \"sysrq-trigger\", \"mtrr\", \"irq/default_smp_affinity\"].contains { open(\"/proc/\" + $0, O_WRONLY) >= 0 } }"
    ),
    .reading(
      "devices are made",
      "func found() -> Bool { mknod(\"disk\", S_IFBLK | 0o666, 0xfe00) == 0 || open(\"/dev/vda\", O_RDONLY) >= 0 || open(\"/dev/mem\", O_RDONLY) >= 0 }"
    ),
    .reading(
      "rights are taken back",
      "func found() -> Bool { setuid(0) == 0 || seteuid(0) == 0 || !text(\"/proc/self/status\").contains(\"CapEff:\\t0000000000000000\") || chroot(\"/tmp\") == 0 }"
    ),
    .reading(
      "libraries and compilers are open for writing",
      "func found() -> Bool { [\"<LIBRARY>\", \"/usr/lib\", \"/opt/swift/usr/lib/swift/linux/libswiftCore.so\", \"/etc/ld.so.cache\", \"/\", \"/dev\"].contains { (path: String) in access(path, W_OK) == 0 } }"
    ),
    .reading(
      "sockets that no namespace divides are opened",
      "func found() -> Bool { [40, 38, 17, 29].contains { socket($0, Int32(SOCK_STREAM.rawValue), 0) >= 0 } }"
    ),
    .reading(
      "parts of the kernel that programs do not need are called",
      """
      typealias Call = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
      let call = unsafeBitCast(dlsym(nil, "syscall"), to: Call.self)
      /// Whether the kernel knows the call, even if it refuses these arguments.
      func exists(_ number: Int) -> Bool {
        errno = 0
        return call(number, 0, 0, 0, 0, 0) >= 0 || errno != ENOSYS
      }
      #if arch(x86_64)
        let numbers = ["memfd_create": 319, "shmget": 29, "msgget": 68, "mq_open": 240, "add_key": 248, "keyctl": 250, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425, "syslog": 103, "inotify_init": 253, "inotify_init1": 294, "fanotify_init": 300, "getpid in other numbers": 0x4000_0027]
      #else
        let numbers = ["memfd_create": 279, "shmget": 194, "msgget": 186, "mq_open": 180, "add_key": 217, "keyctl": 219, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282, "io_uring_setup": 425, "syslog": 116, "inotify_init1": 26, "fanotify_init": 262]
      #endif
      func found() -> Bool { numbers.values.contains { exists($0) } }
      """),
    .reading(
      "whoever opens a file of the system must wait, or is noticed",
      """
      func found() -> Bool {
        let control = unsafeBitCast(dlsym(nil, "fcntl"), to: (@convention(c) (Int32, Int32, Int) -> Int32).self)
        let lease = 1024, notify = 1026, onlyReader = 0, access = 1
        return ["/usr/bin", "/usr/bin/env", "/usr/bin/id"].contains { path in
          let file = open(path, O_RDONLY)
          defer { close(file) }
          return control(file, Int32(lease), onlyReader) == 0 || control(file, Int32(notify), access) == 0
        }
      }
      """),
    .doing(
      "the grader and everybody else is killed",
      "kill(<PARENT>, SIGKILL); kill(getppid(), SIGKILL); kill(1, SIGKILL); kill(-1, SIGKILL)"),
    .doing("the grader is stopped", "kill(<PARENT>, SIGSTOP); kill(getppid(), SIGSTOP); kill(0, SIGSTOP)"),
    .doing(
      "words are typed into the terminal",
      "let terminal = open(\"/dev/tty\", O_RDWR)\nfor byte in \"touch <CANARY>\\n\".utf8 { var byte = byte; for file in [0, 1, 2, terminal] { ioctl(file, 0x5412, &byte) } }"
    ),
    .doing(
      "a library is loaded first",
      "setenv(\"LD_PRELOAD\", \"evil.so\", 1)\nvar words: [UnsafeMutablePointer<CChar>?] = [strdup(\"chapter\"), nil]\nif getenv(\"AGAIN\") == nil { setenv(\"AGAIN\", \"1\", 1); execv(\"/proc/self/exe\", &words) }"
    ),
    .doing(
      "another program goes on in its place",
      "var words: [UnsafeMutablePointer<CChar>?] = [strdup(\"sh\"), strdup(\"-c\"), strdup(\"printf '%s' '\\(event(\"finished\", 0))' >> $GALLEY_EVENTS\"), nil]\nexecv(\"/bin/sh\", &words)"
    ),
    .calling(
      "memory is taken where nobody counts it",
      "for n in 0..<4000 { for place in [\"/tmp\", \"/dev/shm\", \"/run\", \"/dev\", \"/\"] { FileManager.default.createFile(atPath: \"\\(place)/f\\(n)\", contents: Data(count: 3 << 20)) } }"
    ),
  ]

  /// Files and reports that the grader must clean up or read after the run.
  static let leftovers: [Forging] = [
    .calling(
      "folders deeper than paths are long",
      "for _ in 0..<20_000 { mkdir(\"a-folder\", 0o700); chdir(\"a-folder\") }"),
    .doing(
      "a backtrace of one's own that takes for ever to read",
      "let trace = ProcessInfo.processInfo.environment[\"SWIFT_BACKTRACE\"]!.components(separatedBy: \"output-to=\")[1].components(separatedBy: \",\")[0]\ntry? String(repeating: \"Swift runtime failure: \\r in \", count: 100_000).write(toFile: trace, atomically: false, encoding: .utf8)"
    ),
    .doing(
      "last words that take for ever to read",
      "for _ in 0..<60_000 { fputs(\": Fatal error: \\r: Precondition failed\", stderr) }\nabort()"),
    .doing(
      "links among what is kept for the next run",
      "let kept = ProcessInfo.processInfo.environment[\"GALLEY_KEPT\"]!\nsymlink(\"/etc\", kept + \"/memos\"); symlink(\"<BOOK>\", kept + \"/records\")"
    ),
  ]

  /// Ways to outlive the run. Each starts a process with `<MARK>` in its command line.
  static let survivors: [Forging] = [
    .doing(
      "a process with another session and no environment",
      "if fork() == 0 { setsid(); if fork() == 0 { setsid()\nvar words: [UnsafeMutablePointer<CChar>?] = [strdup(\"sleep\"), strdup(\"<MARK>\"), nil]\nvar none: [UnsafeMutablePointer<CChar>?] = [nil]\nexecve(\"/bin/sleep\", &words, &none) }\n_exit(0) }\nusleep(50_000)"
    ),
    .doing(
      "processes that leave a new one whenever they end",
      "if fork() == 0 { setsid(); for _ in 0..<20_000 { if fork() > 0 { _exit(0) } }\nvar words: [UnsafeMutablePointer<CChar>?] = [strdup(\"sleep\"), strdup(\"<MARK>\"), nil]\nexecv(\"/bin/sleep\", &words) }"
    ),
    .calling(
      "a shell in the background of a check",
      "shell(\"(trap '' TERM HUP INT; setsid nohup sleep <MARK>) >/dev/null 2>&1 &\")"),
    .doing(
      "a process that stops its parents",
      "if fork() == 0 { setsid(); kill(getppid(), SIGSTOP)\nvar words: [UnsafeMutablePointer<CChar>?] = [strdup(\"sleep\"), strdup(\"<MARK>\"), nil]\nexecv(\"/bin/sleep\", &words) }"
    ),
  ]

  /// Requests to the compiler and the linker.
  static let links: [Forging] = [
    .doing("an option for the linker in the object file", autolink("-Wl,-Map=<CANARY>")),
    .doing("an output of the linker elsewhere", autolink("-o<CANARY>")),
    .doing(
      "an import that makes the linker's command anew",
      "import Dispatch\nimport Glibc\nimport _Concurrency\n" + autolink("-Wl,-Map=<CANARY>")),
    .doing(
      "functions of the system that are one's own",
      "@_cdecl(\"_exit\") public func leave(_ code: Int32) { say(event(\"finished\", 0)) }\n@_cdecl(\"waitpid\") public func wait_(_ p: Int32, _ s: UnsafeMutablePointer<Int32>?, _ o: Int32) -> Int32 { s?.pointee = 86 << 8; return p }"
    ),
    .doing(
      "a function of the module that reports",
      "@_cdecl(\"$s8Notebook12_galleyValueyySi_xtlF\") public func value(_ n: Int, _ v: UnsafeRawPointer) { say(event(\"value\", n, \",\\\"value\\\":{\\\"elements\\\":[],\\\"count\\\":5}\")) }"
    ),
    .doing(
      "what runs before the program begins",
      "@_cdecl(\"early\") public func early() { say(event(\"started\", 3)); say(event(\"finished\", 0)); _exit(0) }\n@used @section(\".init_array\") let first: @convention(c) () -> Void = early"
    ),
  ]

  /// An entry in the list of libraries that the compiler leaves for the linker.
  private static func autolink(_ option: String) -> String {
    // Insert the path before the bytes are counted.
    "//AUTOLINK \(option)\n"
  }
}
