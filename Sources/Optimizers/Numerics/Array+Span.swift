extension Array {
  /// Calls the closure with the elements as a span.
  ///
  /// The library's entry points use this and not `array.span`: from a function that only does `array.span` the
  /// optimizer of Swift 6.3 concludes that it reads the count but no element, tells so to modules that import
  /// this one, and there a caller's `[x]` is passed on without x having been stored.
  @inline(__always)
  func withSpan<Result, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (elements) throws(Failure) -> Result in
      try body(Span(_unsafeElements: elements))
    }
  }
}
