import Digests

@testable import ReaderInstall

/// An adapter with random heads, and what a test adds.
struct TinyAdapter {
  /// A tensor as it is written.
  struct Tensor {
    var name: String
    var kind: UInt8
    var rows: Int
    var columns: Int
    var bytes: [UInt8]
  }

  var base: Checksum
  var tensors: [Tensor] = []
  private var chance: Chance

  init(for base: TinyBase, seed: UInt64 = 7) {
    self.base = base.bytes.withBytes { Checksum(of: $0) }
    chance = Chance(seed)
    let hidden = base.shape.hidden
    add("head.attention", 0, 1, hidden)
    add("head.weight", 0, 12, 2 * hidden)
    add("head.bias", 0, 1, 12)
    add("pointer.weight", 0, 1, hidden)
    add("pointer.bias", 0, 1, 1)
  }

  /// Adds a tensor of random values.
  mutating func add(_ name: String, _ kind: UInt8, _ rows: Int, _ columns: Int) {
    var bytes: [UInt8] = []
    if kind == 2 {
      for _ in 0..<rows { bytes.put(Float.random(in: 0.0001...0.01, using: &chance)) }
    }
    for _ in 0..<(rows * columns) {
      switch kind {
      case 0: bytes.put(Float.random(in: -1...1, using: &chance))
      case 1: bytes.put(Float16.random(in: -1...1, using: &chance))
      default: bytes.put(Int8.random(in: -127...127, using: &chance))
      }
    }
    tensors.append(Tensor(name: name, kind: kind, rows: rows, columns: columns, bytes: bytes))
  }

  /// The file.
  var bytes: [UInt8] {
    var file = Array("AMENDSAD".utf8)
    file.put(UInt32(1), UInt32(tensors.count))
    file.append(contentsOf: base.bytes)
    var offset = file.count + tensors.reduce(0) { $0 + $1.name.utf8.count + 27 }
    for tensor in tensors {
      file.put(UInt16(tensor.name.utf8.count))
      file.append(contentsOf: tensor.name.utf8)
      file.put(tensor.kind)
      file.put(UInt32(tensor.rows), UInt32(tensor.columns))
      file.put(UInt64(offset), UInt64(tensor.bytes.count))
      offset += tensor.bytes.count
    }
    for tensor in tensors { file.append(contentsOf: tensor.bytes) }
    return file
  }

  /// The place of a tensor in `tensors`.
  func index(_ name: String) -> Int? { tensors.firstIndex { $0.name == name } }

  /// A value of a tensor, straight from its definition.
  func value(_ name: String, _ row: Int, _ column: Int) -> Float? {
    guard let index = index(name) else { return nil }
    let tensor = tensors[index]
    let place = row * tensor.columns + column
    switch tensor.kind {
    case 0: return tensor.bytes.at(4 * place, as: Float.self)
    case 1: return Float(tensor.bytes.at(2 * place, as: Float16.self))
    default:
      let weight: Int8 = tensor.bytes.at(4 * tensor.rows + place)
      return Float(weight) * tensor.bytes.at(4 * row, as: Float.self)
    }
  }

  /// How much rank the change of a matrix has.
  func rank(_ name: String) -> Int { index("\(name).left").map { tensors[$0].columns } ?? 0 }
}
