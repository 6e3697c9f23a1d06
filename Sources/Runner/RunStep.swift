/// What happens to a chapter, for whoever shows the progress.
package enum RunStep: Sendable, Equatable {
  /// Its record was kept, and nothing of it runs.
  case kept
  /// It begins with the compiler.
  case compiling
  /// The block of this number, from zero, has begun.
  case running(block: Int)
  /// What a program says of how far it has come.
  case progress(String)
  /// It goes on as before; told many times a second.
  case waiting
  /// It has ended.
  case ran
}
