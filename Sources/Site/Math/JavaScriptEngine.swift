import CDuktape

/// An embedded JavaScript interpreter. Only one task at a time must use an engine.
final class JavaScriptEngine {
  private let context: OpaquePointer

  /// An error that a script threw, with the script's message.
  struct ScriptError: Error, Equatable {
    var message: String
  }

  init() {
    guard let context = duk_create_heap(nil, nil, nil, nil, nil) else {
      fatalError("out of memory for the JavaScript engine")
    }
    self.context = context
  }

  deinit { duk_destroy_heap(context) }

  /// Runs `script`, which can define global functions.
  func run(_ script: String) throws(ScriptError) {
    let flags =
      UInt32(DUK_COMPILE_EVAL) | UInt32(DUK_COMPILE_NOSOURCE) | UInt32(DUK_COMPILE_SAFE)
      | UInt32(DUK_COMPILE_NOFILENAME)
    var script = script
    let status = script.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { duk_eval_raw(context, $0.baseAddress, $0.count, flags) }
    }
    let message = popText()
    if status != 0 { throw ScriptError(message: message) }
  }

  /// Calls a global function with strings and returns its result as a string.
  func call(_ function: String, _ arguments: [String]) throws(ScriptError) -> String {
    duk_get_global_string(context, function)
    for argument in arguments {
      duk_push_lstring(context, argument, argument.utf8.count)
    }
    let status = duk_pcall(context, duk_idx_t(arguments.count))
    let text = popText()
    if status != 0 { throw ScriptError(message: text) }
    return text
  }

  /// Removes the value at the top of the stack and returns it as a string.
  private func popText() -> String {
    var length = 0
    defer { duk_pop(context) }
    guard let bytes = duk_safe_to_lstring(context, -1, &length) else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
