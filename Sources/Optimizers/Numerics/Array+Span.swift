extension Array {
  /// Calls the closure with the elements as a span.
  ///
  /// The library's entry points use this instead of `array.span`. In a function that only calls `array.span`, the
  /// optimizer of Swift 6.3 infers that the function reads no element. Modules that import this one rely on that
  /// and pass a caller's `[x]` without storing x.
  @inline(__always)
  func withSpan<Result, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (elements) throws(Failure) -> Result in
      try body(Span(_unsafeElements: elements))
    }
  }
}
