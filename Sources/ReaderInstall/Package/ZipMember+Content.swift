import CZlib

extension ZipMember {
  private static let portion = 1 << 17

  /// Hands out the content in portions, and checks its size and CRC-32 at the end.
  ///
  /// - Throws: `InstallError` where the content is damaged, and what `body` throws.
  func read(
    from file: borrowing InputFile, _ progress: (Double) -> Void,
    _ body: (UnsafeRawBufferPointer) throws(InstallError) -> Void
  ) throws(InstallError) {
    var sum: UInt = 0
    try unpacked(from: file, progress) { (bytes) throws(InstallError) in
      if checksum != nil {
        sum = crc32_z(sum, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
      }
      try body(bytes)
    }
    if let checksum, sum != UInt(checksum) {
      throw .damagedArchive(
        path: file.path,
        reason: "the content should have the CRC-32 \(checksum), and has \(sum)")
    }
  }

  private func unpacked(
    from file: borrowing InputFile, _ progress: (Double) -> Void,
    _ body: (UnsafeRawBufferPointer) throws(InstallError) -> Void
  ) throws(InstallError) {
    switch method {
    case .stored: try packed(from: file, progress, body)
    case .deflated:
      var inflation = try Inflation(file.path, count: count)
      try packed(from: file, progress) { (bytes) throws(InstallError) in
        try inflation.take(bytes, body)
      }
      try inflation.finish()
    }
  }

  /// Hands out the bytes as they lie in the file.
  private func packed(
    from file: borrowing InputFile, _ progress: (Double) -> Void,
    _ body: (UnsafeRawBufferPointer) throws(InstallError) -> Void
  ) throws(InstallError) {
    let room = Room(Self.portion)
    var done = 0
    while done < packedCount {
      let wanted = min(Self.portion, packedCount - done)
      let came = try file.read(
        at: start + done, into: UnsafeMutableRawBufferPointer(rebasing: room.bytes[..<wanted]))
      guard came > 0 else {
        throw .ended(file.path, expected: start + packedCount, found: start + done)
      }
      try body(room.prefix(came))
      done += came
      progress(Double(done) / Double(packedCount))
    }
  }
}
