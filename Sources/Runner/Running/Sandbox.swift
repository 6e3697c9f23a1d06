import CSupervisor
import Foundation

/// Runs a program in bubblewrap, without network, without rights and without access to other processes. Its file system
/// contains only the system's programs and the files that the program was given.
public struct Sandbox: Sendable, Equatable {
  /// The path of `bwrap`.
  var program: String
  /// Folders of the toolchain that a program needs to run and to report where it trapped.
  var runtime: [String] = []
  /// Folders among the system's programs that look empty.
  var hidden: [String] = []
  /// Whether this bubblewrap can forbid further namespaces.
  var disablesNamespaces = true

  /// The files that a program may use besides the system's own programs and libraries.
  struct Access {
    var reads: [String]
    var writes: [String]
    /// The size limit of `/tmp` and of shared memory, each in bytes.
    var temporaryBytes = 64 << 20
  }

  /// The arguments with which `bwrap` runs `executable` in the folder `work`.
  ///
  /// - Parameter isFiltered: Whether `bwrap` gets a filter of system calls as descriptor 4.
  func arguments(
    running executable: String, in work: String, isFiltered: Bool = false, access: Access
  ) -> [String] {
    let size = "\(max(1, access.temporaryBytes))"
    return (isFiltered ? ["--seccomp", "4"] : []) + ["--unshare-all", "--unshare-user"]
      + (disablesNamespaces ? ["--disable-userns"] : [])
      + ["--uid", "65534", "--gid", "65534", "--cap-drop", "ALL", "--die-with-parent"]
      + Self.system + ["--proc", "/proc"] + Self.settingsOfTheKernel + ["--dev", "/dev"]
      + ["--size", size, "--tmpfs", "/tmp", "--size", size, "--tmpfs", "/dev/shm"]
      + ["/run", "/home", "/root", "/var"].flatMap { ["--dir", $0] }
      + hidden.flatMap { ["--tmpfs", $0] }
      + (runtime + access.reads).flatMap { ["--ro-bind", $0, $0] }
      + access.writes.flatMap { ["--bind", $0, $0] }
      + hidden.flatMap { ["--remount-ro", $0] } + [
        "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", work, "--", executable,
      ]
  }

  /// The sandbox in which these folders look empty, wherever they are. A book may lie below `/usr`, which programs see.
  public func hiding(_ folders: [String]) -> Sandbox {
    var sandbox = self
    for folder in folders {
      let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      var isFolder: ObjCBool = false
      let isVisible = ["/usr/", "/bin/", "/sbin/", "/lib"].contains { place.hasPrefix($0) }
      if isVisible, FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue
      {
        sandbox.hidden.append(place)
      }
    }
    return sandbox
  }

  /// A file in `folder` with a filter of system calls for `bwrap`; nil if there is none for this machine.
  static func filter(in folder: String) throws -> OpenFile? {
    let file = try OpenFile(creating: folder + "/system-calls.bpf")
    return supervised_write_filter(file.descriptor) == 0 ? nil : file
  }

  /// The system's programs and libraries. From `/etc`, only the files for finding libraries and for the time zone.
  private static let system: [String] = {
    let files = FileManager.default
    let folders = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"].flatMap { folder in
      if let target = try? files.destinationOfSymbolicLink(atPath: folder) {
        return ["--symlink", target, folder]
      }
      return ["--ro-bind-try", folder, folder]
    }
    let settings = ["alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime"].flatMap {
      ["--ro-bind-try", "/etc/\($0)", "/etc/\($0)"]
    }
    return ["--ro-bind", "/usr", "/usr"] + folders + settings
  }()

  /// Makes the folders and writable files in `/proc` read-only, and hides the files that only root may read. A program
  /// that is root outside the sandbox could read and write them without any capability, and one of them names a program
  /// that root runs.
  private static let settingsOfTheKernel: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.sorted().flatMap { name -> [String] in
      var status = stat()
      let path = "/proc/\(name)"
      guard Int(name) == nil, lstat(path, &status) == 0 else { return [] }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let isFile = status.st_mode & S_IFMT == S_IFREG
      if isFile, status.st_mode & 0o044 == 0 { return ["--ro-bind", "/dev/null", path] }
      return isFolder || isFile && status.st_mode & 0o222 != 0 ? ["--ro-bind", path, path] : []
    }
  }()

  /// The shared libraries and the resources of modules in `folders`, which also contain other files.
  static func sharedLibraries(in folders: [String]) -> [String] {
    folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .filter { ($0.hasPrefix("lib") && $0.contains(".so")) || $0.hasSuffix(".resources") }.map {
          "\(folder)/\($0)"
        }
    }
  }
}
