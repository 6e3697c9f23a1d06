import Foundation

/// A regular file that came through the door.
package final class OpenFile {
  private let file: OpenDescriptor
  /// How many bytes it held when it was opened.
  package let size: Int
  private let limit: Int
  private var total = 0

  init(_ file: OpenDescriptor, size: Int, limit: Int) {
    self.file = file
    self.size = size
    self.limit = limit
  }

  /// Everything that it holds.
  package func data() throws(FileProblem) -> Data {
    var data = Data(capacity: size)
    let piece = makePiece()
    defer { piece.deallocate() }
    while case let count = try next(into: piece), count > 0 { data.append(contentsOf: piece[..<count]) }
    return data
  }

  /// Hands everything that it holds over piece by piece.
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

  /// Reads on; zero at the end. Files of the system claim to be empty and go on for ever: the limit holds for what is
  /// read, too.
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

/// A file descriptor that is closed when nobody holds it any more.
final class OpenDescriptor {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
