import Digests

/// The tensors of an adapter, as they were written.
struct AdapterFile {
  /// The SHA-256 sum of the base that it was trained on.
  let base: Checksum
  private(set) var tensors: [String: Adapter.Matrix] = [:]

  /// How the values of a tensor are kept.
  private enum Kind: UInt8 {
    case float = 0
    case half = 1
    case byte = 2

    func byteCount(rows: Int, columns: Int) -> Int {
      switch self {
      case .float: rows * columns * 4
      case .half: rows * columns * 2
      case .byte: rows * (columns + 4)
      }
    }
  }

  init(_ bytes: [UInt8]) throws(FormatFault) {
    self = try bytes.withBytes { (raw) throws(FormatFault) in try AdapterFile(raw) }
  }

  private init(_ bytes: UnsafeRawBufferPointer) throws(FormatFault) {
    var reader = ByteReader(bytes)
    let mark: [UInt8] = try reader.values(Adapter.mark.count)
    guard mark == Adapter.mark else { throw FormatFault("it does not begin with AMENDSAD") }
    let version = try reader.value(UInt32.self)
    guard version == 1 else {
      throw FormatFault("its format should have version 1, and has \(version)")
    }
    let count = try reader.count(UInt32.self)
    guard let base = Checksum(try reader.take(32)) else { throw FormatFault("it names no base") }
    self.base = base
    var valueCount = 0
    for _ in 0..<count {
      let (name, matrix) = try Self.tensor(&reader, bytes)
      valueCount += matrix.values.count
      guard valueCount <= bytes.count else { throw FormatFault("its tensors share their bytes") }
      guard tensors.updateValue(matrix, forKey: name) == nil else {
        throw FormatFault("it has the tensor \(name.shown) twice")
      }
    }
  }

  private static func tensor(
    _ reader: inout ByteReader, _ bytes: UnsafeRawBufferPointer
  ) throws(FormatFault) -> (String, Adapter.Matrix) {
    let nameBytes: [UInt8] = try reader.values(try reader.count(UInt16.self))
    let name = String(decoding: nameBytes, as: UTF8.self)
    let number = try reader.value(UInt8.self)
    let rows = try reader.count(UInt32.self)
    let columns = try reader.count(UInt32.self)
    let offset = try reader.count(UInt64.self)
    let length = try reader.count(UInt64.self)
    guard let kind = Kind(rawValue: number) else {
      throw FormatFault("\(name.shown) has the unknown type \(number)")
    }
    guard rows > 0, columns > 0, rows <= Adapter.mostBytes, columns <= Adapter.mostBytes,
      length == kind.byteCount(rows: rows, columns: columns)
    else {
      throw FormatFault("\(name.shown) has \(length) bytes for \(rows) x \(columns) values")
    }
    guard offset <= bytes.count, length <= bytes.count - offset else {
      throw FormatFault(
        "\(name.shown) should end before byte \(bytes.count), and has \(length) bytes "
          + "from byte \(offset) on")
    }
    let content = UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
    let values = values(content, kind, rows: rows, columns: columns)
    guard values.allSatisfy(\.isFinite) else {
      throw FormatFault("a value of \(name.shown) is not finite")
    }
    return (name, Adapter.Matrix(rows: rows, columns: columns, values: values))
  }

  private static func values(
    _ bytes: UnsafeRawBufferPointer, _ kind: Kind, rows: Int, columns: Int
  ) -> [Float] {
    switch kind {
    case .float: return [Float](copying: bytes)
    case .half: return [UInt16](copying: bytes).map { Float(Float16(bitPattern: $0)) }
    case .byte:
      let scales = [Float](copying: UnsafeRawBufferPointer(rebasing: bytes[..<(rows * 4)]))
      let weights = bytes[(rows * 4)...]
      return weights.enumerated().map { index, weight in
        Float(Int8(bitPattern: weight)) * scales[index / columns]
      }
    }
  }
}
