/// Reads a draft's bytes once and folds them.
struct Folder {
  private let source: [UInt8]
  private var at = 0
  private var text: FoldBuffer
  private var scripts = ScriptCount()
  private var reversedFrom: Int?

  private init(_ source: [UInt8], into buffer: FoldBuffer) {
    self.source = source
    text = buffer
  }

  /// Folds valid UTF-8.
  static func fold(_ source: [UInt8]) -> FoldedText {
    FoldBuffer.filled(capacity: source.count) { buffer in
      var folder = Folder(source, into: buffer)
      while folder.at < source.count { folder.step() }
      folder.endReversal()
      buffer = folder.text
      return folder.scripts
    }
  }

  private mutating func step() {
    let byte = source[at]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      scripts.latin += 1
      emit(byte, 1)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      scripts.latin += 1
      text.append(byte + 32, at, at + 1, capital: true)
      at += 1
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "&"): entity()
    case UInt8(ascii: "\n"): newline()
    case 0x09: emit(UInt8(ascii: " "), 1)
    case 0..<0x20, 0x7F: at += 1
    case 0x20..<0x7F: emit(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte, 1)
    default: scalar()
    }
  }

  private mutating func emit(_ byte: UInt8, _ length: Int) {
    text.append(byte, at, at + length)
    at += length
  }

  private mutating func newline() {
    endReversal()
    emit(UInt8(ascii: "\n"), 1)
  }

  private mutating func scalar() {
    let (value, length) = UTF8Scalar.decode(source, at)
    if value == 0x202E {
      reversedFrom = text.count
    } else if value == 0x202C {
      endReversal()
    }
    append(value, at, at + length)
    at += length
  }

  private mutating func append(_ value: UInt32, _ start: Int, _ end: Int) {
    switch ScalarFold(value) {
    case .one(let byte):
      if byte >= UInt8(ascii: "a"), byte <= FoldedByte.foreign { scripts.count(value) }
      text.append(byte, start, end)
    case .two(let first, let second):
      scripts.latin += 1
      text.append(first, start, end)
      text.append(second, start, end)
    case .capital(let byte):
      scripts.latin += 1
      text.append(byte, start, end, capital: true)
    case .nothing: break
    }
  }

  private mutating func endReversal() {
    guard let from = reversedFrom else { return }
    text.reverse(from: from)
    reversedFrom = nil
  }

  /// An HTML tag is nothing inside a word; one that breaks the line is a line break.
  private mutating func tag() {
    guard let tag = HTMLTag(source, at) else { return emit(UInt8(ascii: "<"), 1) }
    if tag.breaksLine { text.append(UInt8(ascii: "\n"), at, tag.end) }
    at = tag.end
  }

  private mutating func entity() {
    guard let entity = HTMLEntity(source, at) else { return emit(UInt8(ascii: "&"), 1) }
    if entity.scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: entity.scalar)
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      text.append(isCapital ? byte + 32 : byte, at, entity.end, capital: isCapital)
    } else {
      append(entity.scalar, at, entity.end)
    }
    at = entity.end
  }
}
