#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A slow result that is kept while later blocks are edited.
///
///     let runs = memo("two-hundred-seeds") { (0..<200).map(train) }
///
/// The value is taken from an earlier run when everything it can depend on is the same: the compiler, the
/// modules, the code of all blocks up to and including this one, the declared inputs, and `inputs`. Comments,
/// checks, prose and later blocks do not count. `galley check --fresh` and `--sample` make it anew. A value
/// that takes more than 3 MiB as JSON is made at every run.
///
/// What comes back has always been through JSON, so that a run which made it and a run which kept it go on
/// alike.
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
  /// As JSON; nil for one that cannot be written as JSON.
  var inputs: [String?]
  var value: Value
}
