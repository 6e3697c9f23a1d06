import Foundation

/// What an isolated program keeps in file systems that lie in memory, which nobody else sees.
enum TemporaryFiles {
  /// How many bytes the files of `members` take below `/tmp` and in shared memory.
  static func bytes(of members: [ProcessTable.Entry]) -> Int {
    let places = ["/tmp", "/dev/shm"]
    let ours = places.map(device)
    // Those who only watch are outside.
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
