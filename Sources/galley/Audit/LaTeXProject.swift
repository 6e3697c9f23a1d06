import Book
import DocumentAudit
import Files
import Foundation

/// A LaTeX document with the files of its folder that it includes and loads.
struct LaTeXProject {
  /// The included documents by their paths, in reading order.
  private(set) var files: [String] = []
  /// The commands that the document, the included documents, and its own packages and class define.
  private(set) var macros: FormulaMacros
  private let folder: String
  private var seen: Set<String> = []
  /// LaTeX has a similar limit.
  private static let greatestDepth = 15

  init(_ document: AuditSource) {
    folder = (document.path as NSString).deletingLastPathComponent
    macros = document.macros
    take(document, depth: 0)
  }

  /// Whether a file is a LaTeX document, and not a part of one.
  static func isWhole(_ path: String) -> Bool {
    guard DocumentFormat(path: path) == .latex,
      let bytes = try? FileDoor.read(path: path, atMost: SizeLimit.text * 8)
    else { return false }
    return String(decoding: bytes, as: UTF8.self).contains(
      /\\documentclass[^{\n]*\{(?!subfiles|standalone)/)
  }

  /// Takes the commands of a file. They win over those of the files that it loads.
  private mutating func take(_ source: AuditSource, depth: Int) {
    guard depth < Self.greatestDepth else { return }
    let inputs = source.inputs
    for name in inputs.packages {
      if let part = part(name, of: source) { take(part, depth: depth + 1) }
    }
    for name in inputs.files {
      guard let part = part(name.contains(".") ? name : name + ".tex", of: source) else { continue }
      files.append(part.path)
      take(part, depth: depth + 1)
    }
    macros = macros.merging(inputs.macros)
  }

  /// A file beside the document, or beside the file that names it. Nil for a file that LaTeX finds elsewhere, one that
  /// was read before, and one that cannot be read: `AuditInputs` reports it.
  private mutating func part(_ name: String, of source: AuditSource) -> AuditSource? {
    guard !name.hasPrefix("/"), !name.contains("..") else { return nil }
    for folder in [folder, (source.path as NSString).deletingLastPathComponent] {
      let path = folder.isEmpty ? name : folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard seen.insert(path).inserted else { return nil }
      let bytes = try? FileDoor.read(path: path, atMost: SizeLimit.text * 8)
      let text = bytes.flatMap { try? DocumentEncoding.text(of: Array($0)) }
      return AuditSource(path: path, text: text ?? "", format: .latex)
    }
    return nil
  }
}
