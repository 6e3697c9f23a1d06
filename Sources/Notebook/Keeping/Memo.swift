#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Computes a slow result once and keeps it while later blocks are edited.
///
///     let runs = memo("two-hundred-seeds") { (0..<200).map(train) }
///
/// The value comes from an earlier run when everything it can depend on is the same: the compiler, the modules, the
/// code of all blocks up to and including this one, the declared inputs, and `inputs`. Comments, checks, prose and
/// later blocks do not count. `galley check --fresh` and `--sample` compute it again. A value that takes more than 3
/// MiB as JSON is computed in every run.
///
/// A new value is converted to JSON and back, so that the run that computes it and the runs that reuse it get the same
/// value.
public func memo<Value: Codable>(
  _ name: String, _ inputs: any Encodable..., make: () throws -> Value
) rethrows -> Value {
  let call = KeptValues.nextCall(of: name)
  let file = "memos/\(KeptValues.block)/\(KeptValues.fileName(name))-\(call)"
  let inputs = inputs.map { (try? KeptValues.encode($0)).map { String(decoding: $0, as: UTF8.self) } }
  if let data = KeptValues.read(file), let entry = try? KeptValues.decode(MemoEntry<Value>.self, data),
    entry.inputs == inputs, !inputs.contains(nil)
  {
    return entry.value
  }
  let made = try make()
  guard let data = try? KeptValues.encode(MemoEntry(inputs: inputs, value: made)),
    let entry = try? KeptValues.decode(MemoEntry<Value>.self, data)
  else { return made }
  if data.count <= KeptValues.largestSize { try? KeptValues.write(data, to: file) }
  return entry.value
}

private struct MemoEntry<Value: Codable>: Codable {
  /// The inputs as JSON; nil for an input that cannot be written as JSON.
  var inputs: [String?]
  var value: Value
}
