/// A file within a zip archive.
struct ZipMember: Equatable {
  /// How its bytes are kept.
  enum Method: Equatable { case stored, deflated }

  var method: Method
  /// The CRC-32 of its content; nil where there is none to check.
  var checksum: UInt32?
  /// How many bytes it takes within the archive.
  var packedCount: Int
  /// How many bytes its content has.
  var count: Int
  /// Where its bytes begin in the archive.
  var start: Int
}

/// The table of contents at the end of a zip archive (APPNOTE.TXT 4.3.12 and 4.3.16).
///
/// ZIP64 is for archives of 4 GB, and is not read.
struct ZipDirectory {
  private static let endCount = 22
  private static let mostComment = 0xFFFF
  private static let mostDirectory = 1 << 22

  private let path: String
  private let entries: [UInt8]
  private let entryCount: Int
  /// Where the table begins: everything that is listed ends before.
  private let start: Int

  /// Finds and reads the table.
  ///
  /// - Throws: `InstallError`, `cut` where the archive ends before it.
  init(of file: borrowing InputFile) throws(InstallError) {
    path = file.path
    let end = try Self.end(of: file)
    guard end.disk == 0, end.firstDisk == 0, end.entries == end.allEntries else {
      throw .damagedArchive(path: path, reason: "it is a part of a divided archive")
    }
    guard end.size <= Self.mostDirectory, end.start + end.size <= end.place else {
      throw .damagedArchive(
        path: path,
        reason: "its table of contents should end before byte \(end.place), and ends at byte "
          + "\(end.start + end.size)")
    }
    (start, entryCount) = (end.start, end.entries)
    entries = try file.bytes(at: start, count: end.size)
  }

  /// Finds a file by its name.
  ///
  /// - Throws: `InstallError`, `memberMissing` where it is not listed.
  /// - Returns: Where it lies.
  func member(
    named name: String, in file: borrowing InputFile
  ) throws(InstallError) -> ZipMember {
    let found: Entry?
    do throws(FormatFault) {
      found = try entries.withBytes { (bytes) throws(FormatFault) in
        try Self.entry(named: Array(name.utf8), in: bytes, of: entryCount)
      }
    } catch {
      throw damaged("in its table of contents: \(error.reason)")
    }
    guard let found else { throw .memberMissing(path: path, member: name) }
    return try place(found, name, in: file)
  }

  private func place(
    _ entry: Entry, _ name: String, in file: borrowing InputFile
  ) throws(InstallError) -> ZipMember {
    guard entry.flags & 1 == 0 else { throw damaged("\(name) is encrypted") }
    guard let method = entry.method else { throw damaged("\(name) is packed in an unknown way") }
    guard method == .deflated || entry.packedCount == entry.count else {
      throw damaged("\(name) has two sizes: \(entry.packedCount) and \(entry.count) bytes")
    }
    let begin = try begin(of: entry, name, in: file)
    guard entry.packedCount <= start - begin else {
      throw damaged(
        "\(name) should have \(entry.packedCount) bytes, and \(max(0, start - begin)) are there")
    }
    return ZipMember(
      method: method, checksum: entry.checksum, packedCount: entry.packedCount,
      count: entry.count, start: begin)
  }

  /// The place behind the file's own header, which may be longer than its entry in the table.
  private func begin(
    of entry: Entry, _ name: String, in file: borrowing InputFile
  ) throws(InstallError) -> Int {
    guard entry.header <= start - 30 else {
      throw damaged("\(name) should begin before the table of contents")
    }
    let header = try file.bytes(at: entry.header, count: 30)
    guard header.starts(with: [0x50, 0x4B, 3, 4]) else {
      throw damaged("\(name) does not begin where the table of contents says")
    }
    let lengths: [UInt16] = header[26..<30].withUnsafeBytes(Array.init(copying:))
    return entry.header + 30 + lengths.reduce(0) { $0 + Int($1) }
  }

  private func damaged(_ reason: String) -> InstallError {
    .damagedArchive(path: path, reason: reason)
  }
}

extension ZipDirectory {
  /// What the table says of a file.
  private struct Entry {
    var flags: UInt16
    var method: ZipMember.Method?
    var checksum: UInt32
    var packedCount: Int
    var count: Int
    var header: Int
  }

  private static func entry(
    named name: [UInt8], in bytes: UnsafeRawBufferPointer, of count: Int
  ) throws(FormatFault) -> Entry? {
    var reader = ByteReader(bytes)
    for _ in 0..<count {
      let (entry, entryName) = try entry(&reader)
      if entryName.elementsEqual(name) { return entry }
    }
    return nil
  }

  private static func entry(
    _ reader: inout ByteReader
  ) throws(FormatFault) -> (Entry, UnsafeRawBufferPointer) {
    guard try reader.value(UInt32.self) == 0x0201_4B50 else {
      throw FormatFault("an entry of its table of contents has no mark")
    }
    _ = try reader.take(4)
    let flags = try reader.value(UInt16.self)
    let method = try reader.value(UInt16.self)
    _ = try reader.take(4)
    let checksum = try reader.value(UInt32.self)
    let packedCount = try reader.count(UInt32.self)
    let count = try reader.count(UInt32.self)
    let lengths: [UInt16] = try reader.values(3)
    _ = try reader.take(8)
    let header = try reader.count(UInt32.self)
    let name = try reader.take(Int(lengths[0]))
    _ = try reader.take(Int(lengths[1]) + Int(lengths[2]))
    let entry = Entry(
      flags: flags, method: method == 0 ? .stored : method == 8 ? .deflated : nil,
      checksum: checksum, packedCount: packedCount, count: count, header: header)
    return (entry, name)
  }

  /// The record behind the table.
  private struct End {
    var place: Int
    var disk: UInt16
    var firstDisk: UInt16
    var entries: Int
    var allEntries: Int
    var size: Int
    var start: Int
  }

  /// The last place where the record can be: a comment of any content may follow it, up to the end.
  private static func end(of file: borrowing InputFile) throws(InstallError) -> End {
    let count = min(file.size, endCount + mostComment)
    let tail = try file.bytes(at: file.size - count, count: count)
    for place in stride(from: count - endCount, through: 0, by: -1)
    where tail[place] == 0x50 && tail[place...].starts(with: [0x50, 0x4B, 5, 6]) {
      let found: End? = tail.withBytes { bytes in
        end(ByteReader(bytes, at: place + 4), place: file.size - count + place)
      }
      if let found { return found }
    }
    throw .cut(
      path: file.path, expected: "a table of contents at its end", found: "\(file.size) bytes")
  }

  private static func end(_ reader: ByteReader, place: Int) -> End? {
    var reader = reader
    do throws(FormatFault) {
      let numbers: [UInt16] = try reader.values(4)
      let size = try reader.count(UInt32.self)
      let start = try reader.count(UInt32.self)
      guard try reader.count(UInt16.self) == reader.left else { return nil }
      return End(
        place: place, disk: numbers[0], firstDisk: numbers[1], entries: Int(numbers[2]),
        allEntries: Int(numbers[3]), size: size, start: start)
    } catch {
      return nil
    }
  }
}
