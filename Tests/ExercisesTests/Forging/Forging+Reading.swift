extension Forging {
  /// Attacks that read a secret which would give the points.
  static let reading: [Forging] = [
    .reading("the book is read", "func found() -> Bool { text(\"<BOOK>/01-a.md\").contains(\"<SECRET>\") }"),
    .reading(
      "the whole machine is searched",
      "func found() -> Bool { shell(\"grep -rlF '<SECRET>' /tmp /var /home /root /run /opt /srv /mnt /dev/shm /work /etc --include=*.md | head -1\").contains(\".md\") }"
    ),
    .reading(
      "the parent's folder is read",
      "func found() -> Bool { (1...200).contains { text(\"/proc/\\($0)/cwd/<BOOK>/01-a.md\").contains(\"<SECRET>\") || text(\"/proc/\\($0)/root<BOOK>/01-a.md\").contains(\"<SECRET>\") } }"
    ),
    .reading(
      "descriptors that were left open are read",
      "func found() -> Bool { (3..<200).contains { number in var bytes = [UInt8](repeating: 0, count: 4096)\n return pread(Int32(number), &bytes, 4096, 0) > 0 && String(decoding: bytes, as: UTF8.self).contains(\"<SECRET>\") } }"
    ),
    .reading(
      "the memory of the grader is read",
      "func found() -> Bool { open(\"/proc/<PARENT>/mem\", O_RDONLY) >= 0 || shell(\"cat /proc/<PARENT>/maps\").contains(\"galley\") }"
    ),
    .reading(
      "the grader is traced",
      "func found() -> Bool { let trace = unsafeBitCast(dlsym(nil, \"ptrace\"), to: (@convention(c) (Int, Int32, Int, Int) -> Int).self)\n return (2...400).contains { trace(16, Int32($0), 0, 0) == 0 && Int32($0) != getpid() && !text(\"/proc/\\($0)/cmdline\").contains(\"chapter\") } || trace(16, <PARENT>, 0, 0) == 0 }"
    ),
    .reading(
      "a socket of the machine is called",
      "func found() -> Bool { shell(\"python3 -c \\\"import socket;s=socket.socket(socket.AF_UNIX);s.connect('<SOCKET>');print(s.recv(99))\\\"\").contains(\"<SECRET>\") }"
    ),
    .reading(
      "a port of the machine is called",
      "func found() -> Bool { shell(\"python3 -c \\\"import socket;s=socket.create_connection(('127.0.0.1',<PORT>),20);print(s.recv(99))\\\"\").contains(\"<SECRET>\") }"
    ),
    .reading(
      "an abstract socket is called",
      "func found() -> Bool { shell(\"python3 -c \\\"import socket;s=socket.socket(socket.AF_UNIX);s.connect(chr(0)+'<SOCKET>');print(s.recv(99))\\\"\").contains(\"<SECRET>\") }"
    ),
    .reading(
      "shared memory is read",
      "func found() -> Bool { shell(\"cat /dev/shm/* /dev/mqueue/*; ipcs -m\").contains(\"<SECRET>\") }"),
    .reading(
      "what the kernel shows only to root is read",
      """
      func found() -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.contains { name in
          var status = stat(), byte: UInt8 = 0
          guard lstat("/proc/" + name, &status) == 0, status.st_mode & (S_IFMT | 0o044) == S_IFREG else { return false }
          let file = open("/proc/" + name, O_RDONLY | O_NONBLOCK)
          defer { close(file) }
          return read(file, &byte, 1) > 0
        }
      }
      """),
    .reading(
      "passwords are read",
      "func found() -> Bool { text(\"/etc/shadow\").contains(\":\") || text(\"/etc/passwd\").contains(\":\") }"
    ),
    .reading(
      "a neighbour's answer is read",
      "func found() -> Bool { shell(\"cat <BOOK>/../class/*/half.swift /tmp/*/class/*/half.swift\").contains(\"<SECRET>\") }"
    ),
    .reading(
      "keys of the session are read",
      "func found() -> Bool { text(\"/proc/keys\").contains(\"<SECRET>\") || shell(\"keyctl show\").contains(\"<SECRET>\") }"
    ),
    .reading(
      "the environment of others is read",
      "func found() -> Bool { (1...400).contains { text(\"/proc/\\($0)/environ\").contains(\"SECRET_TOKEN\") } || text(\"/proc/<PARENT>/environ\").count > 0 }"
    ),
  ]
}
