import Foundation
import Testing

@testable import Runner

@Suite("The options of SwiftPM for importing modules")
struct BuildFlagsTests {
  @Test("module maps and headers are kept, everything else is left out")
  func imports() {
    let arguments = [
      "swiftc", "-module-name", "M", "-I", "/m", "-g", "-Xcc", "-fmodule-map-file=/c/module.modulemap",
      "-Xcc", "-I",
      "-Xcc", "/c/include", "-I/usr/include/opus", "-Xcc", "-fPIC", "-swift-version", "6",
    ]
    #expect(
      BuildFlags.imports(in: arguments) == [
        "-I", "/m", "-Xcc", "-fmodule-map-file=/c/module.modulemap", "-Xcc", "-I", "-Xcc", "/c/include",
        "-I/usr/include/opus",
      ])
    #expect(
      BuildFlags.imports(in: ["-Xcc"]) == [] && BuildFlags.imports(in: ["-Xcc", "-I"]) == ["-Xcc", "-I"])
  }

  @Test("they are those of the module, with the programs that expand macros")
  func module() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "flags-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "release"), withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "release/StringifyMacros-tool"))
    let commands = """
        args: ["swiftc","-module-name","Other","-emit-module-path","/o","-I","/other"]
        args: ["swiftc","-L","/r","-o","/r/lib.so","-module-name","BookModules","-emit-library"]
        args: ["swiftc","-module-name","BookModules","-emit-module-path","/m","-I","/mine"]

      """
    try Data(commands.utf8).write(to: folder.appending(path: "release.yaml"))
    let release = folder.path + "/release"
    #expect(
      BuildFlags.flags(of: "BookModules", in: folder.path, release) == [
        "-I", "/mine", "-load-plugin-executable", "\(release)/StringifyMacros-tool#StringifyMacros",
      ])
    #expect(BuildFlags.flags(of: "BookModules", in: "/nowhere", "/nowhere") == [])
  }
}
