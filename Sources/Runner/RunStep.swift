/// A step in the run of a chapter, for showing its progress.
package enum RunStep: Sendable, Equatable {
  /// The chapter has a kept record and does not run.
  case kept
  /// The compiler has started.
  case compiling
  /// The block with this number, from zero, has begun.
  case running(block: Int)
  /// A progress message from the program.
  case progress(String)
  /// The last step continues. Reported many times a second.
  case waiting
  /// The chapter has ended.
  case ran
}
