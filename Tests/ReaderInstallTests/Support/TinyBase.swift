import Digests

@testable import ReaderInstall

/// A base of two small layers, with random weights.
struct TinyBase {
  /// A tensor: its 4-bit rows or its floats, and how it lies in the file.
  struct Tensor {
    var name: String
    var kind: TensorPlan.Kind
    var bytes: [UInt8]
  }

  static let defaultPieces = [
    "<s>", "<pad>", "</s>", "<unk>", "▁the", "▁", "s", "▁grüße", "мир", "ναι", "日本", "▁2024",
    "😀", "é", "▁été", "a", "aмb", "€", "...", "Ж",
  ]

  var shape = BaseShape(
    hidden: 32, layers: 2, heads: 2, feedForward: 64, rows: 22, positions: 8, types: 2,
    epsilon: 1e-12)
  var pieces = Self.defaultPieces
  var scores: [Float]
  var normalisation: [(key: UInt32, points: [UInt32])] = [
    (0x09, [0x20]), (0xAD, []), (0xFB01, [0x66, 0x69]),
  ]
  var tensors: [Tensor]

  init(seed: UInt64 = 1) {
    var chance = Chance(seed)
    scores = pieces.indices.map { -Float($0) / 2 }
    tensors = TensorPlan.all(shape).map { plan in
      Tensor(name: plan.name, kind: plan.kind, bytes: Self.bytes(plan.kind, &chance))
    }
  }

  /// The file.
  var bytes: [UInt8] {
    var file = Array("E5S1".utf8)
    file.put(UInt32(1))
    file.put(
      all: [
        shape.hidden, shape.layers, shape.heads, shape.feedForward, shape.rows, shape.positions,
        shape.types,
      ].map(Int32.init))
    file.put(shape.epsilon)
    file.put(Int32(32))
    putVocabulary(to: &file)
    putNormalisation(to: &file)
    putTensors(to: &file)
    return file
  }

  private func putVocabulary(to file: inout [UInt8]) {
    let text = pieces.map { Array($0.utf8) }
    file.put(Int32(pieces.count), 0, 2, 1, 3)
    file.put(UInt64(text.joined().count))
    var offset: UInt32 = 0
    file.put(offset)
    for piece in text {
      offset += UInt32(piece.count)
      file.put(offset)
    }
    file.put(all: scores)
    file.append(contentsOf: text.joined())
  }

  private func putNormalisation(to file: inout [UInt8]) {
    var entries: [UInt8] = []
    for (key, points) in normalisation {
      entries.put(key)
      entries.put(UInt8(points.count))
      entries.put(all: points)
    }
    file.put(Int32(normalisation.count))
    file.put(UInt32(entries.count))
    file.append(contentsOf: entries)
  }

  private func putTensors(to file: inout [UInt8]) {
    file.put(Int32(tensors.count))
    var offset = file.count + tensors.reduce(0) { $0 + $1.name.utf8.count + 23 }
    for tensor in tensors {
      file.put(UInt16(tensor.name.utf8.count))
      file.append(contentsOf: tensor.name.utf8)
      file.put(tensor.kind.isMatrix ? UInt8(1) : 0)
      file.put(UInt32(tensor.kind.weights))
      file.put(UInt64(offset), UInt64(tensor.bytes.count))
      offset += tensor.bytes.count
    }
    for tensor in tensors { file.append(contentsOf: tensor.bytes) }
  }

  private static func bytes(_ kind: TensorPlan.Kind, _ chance: inout Chance) -> [UInt8] {
    var bytes: [UInt8] = []
    switch kind {
    case .floats(let count):
      for _ in 0..<count { bytes.put(Float.random(in: -1...1, using: &chance)) }
    case .matrix(let outputs, let inputs):
      for _ in 0..<(outputs * inputs / 32) {
        bytes.put(Float16.random(in: 0.001...0.1, using: &chance))
        for _ in 0..<16 { bytes.append(.random(in: .min ... .max, using: &chance)) }
      }
    }
    return bytes
  }
}

extension TinyBase {
  /// The place of a tensor in `tensors`.
  func index(_ name: String) -> Int { tensors.firstIndex { $0.name == name } ?? 0 }

  /// A value of a tensor, straight from its definition.
  func value(_ name: String, _ row: Int, _ column: Int) -> Float {
    let tensor = tensors[index(name)]
    switch tensor.kind {
    case .floats: return tensor.bytes.at(4 * column)
    case .matrix(_, let inputs):
      let block = (row * inputs + column) / 32
      let place = column % 32
      let scale = Float(tensor.bytes.at(block * 18, as: Float16.self))
      let pair = tensor.bytes[block * 18 + 2 + place % 16]
      let nibble = place < 16 ? pair & 15 : pair >> 4
      return (Float(nibble) - 8) * scale
    }
  }

  /// The file as the installer opens it once it was checked.
  func model(in folder: TestFolder) throws -> BaseModel {
    try BaseModel(opening: bytes, in: folder)
  }
}

extension BaseModel {
  /// A base of any bytes, which are what they should be by their sum.
  init(opening bytes: [UInt8], in folder: TestFolder) throws(InstallError) {
    let package = BasePackage(path: folder.write("base", bytes), identity: BaseIdentity(of: bytes))
    try self.init(package.unpack(into: folder.path))
  }
}

extension UnpackedBase {
  /// The content, copied.
  var bytes: [UInt8] { content.withBytes { Array($0) } }
}

extension BaseIdentity {
  /// What a file of these bytes is.
  init(of bytes: [UInt8]) {
    self.init(size: bytes.count, checksum: bytes.withBytes { Checksum(of: $0) })
  }
}

extension TensorPlan.Kind {
  var isMatrix: Bool {
    switch self {
    case .matrix: true
    case .floats: false
    }
  }

  var weights: Int {
    switch self {
    case .matrix(let outputs, let inputs): outputs * inputs
    case .floats(let count): count
    }
  }
}
