/// Measures memory that processes share without a file. It stays when they give back its pages, so that none of them shows
/// it among its resident pages.
enum SharedMemory {
  /// The bytes that `members` share and do not show. Reading the maps of processes takes time, so nothing is read if the
  /// address spaces of all together are smaller than `limit`.
  static func unseenBytes(of members: [ProcessTable.Entry], above limit: Int) -> Int {
    guard members.map({ Int($0.addressBytes) }).reduce(0, +) > limit else { return 0 }
    var sizes: [Substring: Int] = [:]
    var seen = 0
    for member in members {
      for (part, size) in parts(in: readText("/proc/\(member.id)/maps")) { sizes[part] = size }
      seen += shownBytes(in: readText("/proc/\(member.id)/status"))
    }
    return max(0, sizes.values.reduce(0, +) - seen)
  }

  /// The parts of shared memory in a list of maps, by offset and file number, with their sizes in bytes.
  static func parts(in maps: String) -> [(Substring, Int)] {
    maps.split(separator: "\n").filter { $0.hasSuffix(" /dev/zero (deleted)") }.compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 5)
      let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard ends.count == 2, fields.count == 6 else { return nil }
      return (line[fields[2].startIndex..<fields[4].endIndex], ends[1] - ends[0])
    }
  }

  /// The bytes of shared memory among the resident pages: the line `RssShmem: 1024 kB`.
  static func shownBytes(in status: String) -> Int {
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssShmem:") }
    return (line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) << 10
  }
}
