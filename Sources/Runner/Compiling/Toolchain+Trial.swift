import Foundation

extension Toolchain {
  /// Compiles, links and runs a small program. Returns the reason if this fails, otherwise nil.
  package func problem() async -> String? {
    do {
      let scratch = try ScratchFolder()
      let program = scratch.file("trial")
      try "import Foundation\nprint(Date.distantPast)\n".write(
        toFile: program + ".swift", atomically: false, encoding: .utf8)
      for command in [[compiler, program + ".swift", "-o", program], [program]] {
        let result = try await call(command[0], Array(command.dropFirst()), in: scratch.path, log: "trial")
        if result.ending != .exited(code: 0) {
          return CompilerMessage.reason(in: result.errors.text + result.output.text)
        }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
