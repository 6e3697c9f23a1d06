import Foundation

/// A regular file that a `FileDoor` has opened.
package final class OpenFile {
  private let file: OpenDescriptor
  /// The size of the file in bytes when it was opened.
  package let size: Int
  private let limit: Int
  private var total = 0

  init(_ file: OpenDescriptor, size: Int, limit: Int) {
    self.file = file
    self.size = size
    self.limit = limit
  }

  /// The whole content of the file.
  package func data() throws(FileProblem) -> Data {
    var data = Data(capacity: size)
    let piece = makePiece()
    defer { piece.deallocate() }
    while case let count = try next(into: piece), count > 0 { data.append(contentsOf: piece[..<count]) }
    return data
  }

  /// Calls `take` with the content of the file, piece by piece.
  package func pieces(_ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = makePiece()
    defer { piece.deallocate() }
    while case let count = try next(into: piece), count > 0 {
      try take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }

  private func makePiece() -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: min(size + 1, 1 << 20), alignment: 16)
  }

  /// Reads the next piece; returns zero at the end. Some system files claim to be empty but never end, so the limit
  /// also applies to the bytes that are read.
  private func next(into piece: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    while true {
      let count = read(file.descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileProblem(errno) }
      total += count
      if total > limit { throw FileProblem.tooLarge(limit: limit) }
      return count
    }
  }
}

/// A file descriptor that is closed when its last reference is gone.
final class OpenDescriptor {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
