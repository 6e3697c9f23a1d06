internal import CSndFile

/// Bytes in memory that libsndfile reads as if they were a file.
struct MemoryFile {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static var callbacks: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { pointer in Int64(file(pointer)?.pointee.bytes.count ?? 0) },
      seek: { offset, origin, pointer in
        guard let file = file(pointer) else { return -1 }
        let start =
          origin == SEEK_SET ? 0 : origin == SEEK_CUR ? file.pointee.position : file.pointee.bytes.count
        let (target, overflows) = start.addingReportingOverflow(Int(offset))
        guard !overflows, target >= 0, target <= file.pointee.bytes.count else { return -1 }
        file.pointee.position = target
        return Int64(target)
      },
      read: { destination, count, pointer in
        guard let file = file(pointer), let destination, let base = file.pointee.bytes.baseAddress else {
          return 0
        }
        let taken = max(0, min(Int(count), file.pointee.bytes.count - file.pointee.position))
        destination.copyMemory(from: base + file.pointee.position, byteCount: taken)
        file.pointee.position += taken
        return Int64(taken)
      },
      write: { _, _, _ in 0 },
      tell: { pointer in Int64(file(pointer)?.pointee.position ?? 0) })
  }
}

/// The file that was passed to a callback.
private func file(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MemoryFile>? {
  pointer?.assumingMemoryBound(to: MemoryFile.self)
}
