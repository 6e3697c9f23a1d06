import Events

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Stores a result with the book, because it takes minutes or needs data that not every machine has.
///
///     let runs = try recorded("dense-three-seeds", data: ["mnist"], spread: 0.01) { … }
///
/// `galley record CHAPTER --data FOLDER` runs the closure and stores its result in `records/CHAPTER/NAME.json`,
/// together with everything that it depends on: the compiler, the modules, the code of this block and of the blocks
/// that it uses, and the digests of `data`, which are folders or files below `FOLDER`. All other commands read the
/// value from there. They report an error when the code has changed, and a warning when a module or the compiler has
/// changed. `galley check --rerun` runs the closure again: no number may differ by more than `spread` (times the
/// number, if that is larger than one). The name must consist of letters, digits and hyphens.
public func recorded<Value: Codable>(
  _ name: String, data: [String] = [], spread: Double = 0, make: () throws -> Value
) throws -> Value {
  let file = "records/\(KeptValues.fileName(name))"
  guard KeptValues.folder != nil else { return try make() }
  if KeptValues.isRecording {
    let made = try KeptValues.encode(RecordedValue(value: try make()))
    guard made.count <= KeptValues.largestSize else {
      throw RecordingError.tooLarge(name, bytes: made.count)
    }
    let origin = RecordOrigin(name: name, block: KeptValues.block, data: data, spread: spread)
    try KeptValues.write(try KeptValues.encode(origin), to: file + ".origin")
    try KeptValues.write(made, to: file + ".value")
    writer.write(.recorded, message: name)
    return try KeptValues.decode(RecordedValue<Value>.self, made).value
  }
  let standing = KeptValues.read(file + ".standing").flatMap {
    try? KeptValues.decode(RecordStanding.self, $0)
  }
  var reason: String?
  if let standing {
    let changes =
      standing.changes.indices.contains(KeptValues.block) ? standing.changes[KeptValues.block] : []
    if !changes.isEmpty { reason = changes.joined(separator: ", ") }
  } else {
    reason = "there is none"
  }
  if let reason {
    writer.write(.recordRefused, message: "\(name): \(reason)")
    throw RecordingError.refused(name, reason: reason)
  }
  writer.write(.recorded, message: name)
  do {
    return try KeptValues.decode(RecordedValue<Value>.self, KeptValues.read(file + ".value") ?? Data()).value
  } catch {
    let reason = "its content is not of type \(Value.self)"
    writer.write(.recordRefused, message: "\(name): \(reason)")
    throw RecordingError.refused(name, reason: reason)
  }
}

/// Reports the progress of a new record in one line. The line does not appear on the page.
public func showProgress(_ line: String) {
  if KeptValues.isRecording { writer.write(.progress, message: line) }
}

private struct RecordedValue<Value: Codable>: Codable {
  var value: Value
}

/// The reason why there is no recorded value.
enum RecordingError: Error, CustomStringConvertible {
  case refused(String, reason: String)
  case tooLarge(String, bytes: Int)

  var description: String {
    switch self {
    case .refused(let name, let reason): "the record '\(name)' cannot be used: \(reason)"
    case .tooLarge(let name, let bytes):
      "the value for the record '\(name)' takes \(bytes) bytes as JSON; "
        + "a record must not exceed \(KeptValues.largestSize) bytes, so record less"
    }
  }
}
