import Foundation

/// Measures the files of an isolated program in its own file systems in memory.
enum TemporaryFiles {
  /// The size of the files of `members` in `/tmp` and in shared memory, in bytes.
  static func bytes(of members: [ProcessTable.Entry]) -> Int {
    let places = ["/tmp", "/dev/shm"]
    let ours = places.map(device)
    // Some members only watch the sandbox from outside and have the same `/tmp` as this process.
    let inside = members.first { member in
      zip(places, ours).allSatisfy { place, own in
        device("/proc/\(member.id)/root\(place)").map { $0 != own } ?? false
      }
    }
    guard let inside else { return 0 }
    return places.map { used("/proc/\(inside.id)/root\($0)") }.reduce(0, +)
  }

  private static func device(_ path: String) -> dev_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_dev : nil
  }

  private static func used(_ path: String) -> Int {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return 0 }
    return Int(status.f_blocks - status.f_bfree) * Int(status.f_frsize)
  }
}
