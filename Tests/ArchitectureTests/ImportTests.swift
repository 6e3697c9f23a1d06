import Foundation
import TestSupport
import Testing

@Suite("Imports", .heavy)
struct ImportTests {
  /// The modules of the compiler and the system, which need no declaration.
  static let system: Set = [
    "Accelerate", "Android", "Bionic", "Darwin", "Dispatch", "Foundation", "FoundationEssentials",
    "FoundationNetworking", "FoundationXML", "Glibc", "Musl", "PackageDescription", "Synchronization",
    "System",
    "Testing", "WASILibc", "ucrt",
  ]

  @Test("every module that a target imports is declared in Package.swift, and every declared one is imported")
  func declared() throws {
    for target in try Manifest.read().targets where target.type != "system" {
      let imported = try Self.imports(below: Manifest.package.appending(path: target.folder))
      let declared = Set(target.dependencies.map(\.name))
      #expect(
        imported.subtracting(declared).subtracting(Self.system) == [], "imported by \(target.name) undeclared"
      )
      // A test may depend on the program only to have it built.
      #expect(
        declared.subtracting(imported).subtracting(["galley"]) == [],
        "declared by \(target.name), not imported")
    }
  }

  @Test("an import is read with its attributes, its access level and its kind, and not from a text")
  func forms() {
    let source = """
      import A
      @testable import B
      public import struct C.D
      @preconcurrency internal import E  // F
      let program = \"""
        import G
        \"""
      // import H
      """
    #expect(Self.imports(in: source) == ["A", "B", "C", "E"])
  }

  private static func imports(below folder: URL) throws -> Set<String> {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try names.filter { $0.hasSuffix(".swift") }.reduce(into: []) { found, name in
      found.formUnion(imports(in: try String(contentsOf: folder.appending(path: name), encoding: .utf8)))
    }
  }

  private static func imports(in source: String) -> Set<String> {
    let outsideOfTexts = source.replacing(#"\""#, with: "").split(
      separator: "\"\"\"", omittingEmptySubsequences: false
    ).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "\n")
    let line =
      /(?m)^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
    return Set(outsideOfTexts.matches(of: line).map { String($0.1) })
  }
}
