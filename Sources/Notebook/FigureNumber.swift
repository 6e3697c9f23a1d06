import Synchronization

/// Numbers the figures of a program, so that the ids inside their SVG do not clash on one page.
enum FigureNumber {
  private static let count = Mutex(0)

  /// The next prefix for ids: `chart-1`, `chart-2`, …
  static func next() -> String {
    count.withLock { count in
      count += 1
      return "chart-\(count)"
    }
  }
}
