/// The parts of a base file.
struct BaseParts {
  /// A tensor and where it lies in the file.
  struct Tensor: Equatable {
    var plan: TensorPlan
    var bytes: Range<Int>
  }

  let shape: BaseShape
  let vocabulary: BaseVocabulary
  let normalisation: Normalisation
  let tensors: [String: Tensor]

  init(_ bytes: UnsafeRawBufferPointer) throws(FormatFault) {
    var reader = BaseReader(bytes)
    shape = try reader.shape()
    vocabulary = try reader.vocabulary(rows: shape.rows)
    normalisation = try reader.normalisation()
    tensors = try reader.tensors(TensorPlan.all(shape))
  }
}

/// Reads the parts of a base file in their order.
private struct BaseReader {
  private var reader: ByteReader
  private let size: Int

  init(_ bytes: UnsafeRawBufferPointer) { (reader, size) = (ByteReader(bytes), bytes.count) }

  mutating func shape() throws(FormatFault) -> BaseShape {
    let mark: [UInt8] = try reader.values(BaseModel.mark.count)
    try expect(mark == BaseModel.mark, "it does not begin with E5S1")
    let version = try reader.value(UInt32.self)
    try expect(version == 1, "its format should have version 1, and has \(version)")
    let sizes: [Int32] = try reader.values(7)
    let shape = BaseShape(
      hidden: Int(sizes[0]), layers: Int(sizes[1]), heads: Int(sizes[2]),
      feedForward: Int(sizes[3]), rows: Int(sizes[4]), positions: Int(sizes[5]),
      types: Int(sizes[6]), epsilon: try reader.value())
    if let fault = shape.fault { throw FormatFault(fault) }
    let block = try reader.value(Int32.self)
    try expect(
      block == FourBit.block, "blocks should have \(FourBit.block) weights, and have \(block)")
    return shape
  }

  mutating func vocabulary(rows: Int) throws(FormatFault) -> BaseVocabulary {
    let count = try reader.count(Int32.self)
    try expect((4...rows).contains(count), "\(count) pieces do not fit \(rows) rows")
    let numbers: [Int32] = try reader.values(4)
    let special = [numbers[0], numbers[2], numbers[1], numbers[3]].map { Int($0) }
    try expect(
      special.allSatisfy { (0..<count).contains($0) } && Set(special).count == 4,
      "the special pieces \(special) should be four of \(count)")
    let length = try reader.count(UInt64.self)
    let offsets: [UInt32] = try reader.values(count + 1)
    let scores: [Float] = try reader.values(count)
    let bytes = try reader.values(length) as [UInt8]
    try check(offsets, bytes, special)
    try expect(scores.allSatisfy(\.isFinite), "a score is not finite")
    return BaseVocabulary(
      offsets: offsets.map { Int($0) }, scores: scores, bytes: bytes, special: special)
  }

  mutating func normalisation() throws(FormatFault) -> Normalisation {
    let count = try reader.count(Int32.self)
    let length = try reader.count(UInt32.self)
    var entries = ByteReader(try reader.take(length))
    var replacements: [UInt32: [UInt32]] = [:]
    for _ in 0..<count {
      let key = try entries.value(UInt32.self)
      let points: [UInt32] = try entries.values(try entries.count(UInt8.self))
      try expect(
        ([key] + points).allSatisfy { Unicode.Scalar($0) != nil },
        "the replacement of \(key) is no text")
      try expect(
        replacements.updateValue(points, forKey: key) == nil, "\(key) is replaced twice")
    }
    try expect(entries.left == 0, "\(entries.left) bytes follow the last replacement")
    return Normalisation(replacements)
  }

  mutating func tensors(
    _ plans: [TensorPlan]
  ) throws(FormatFault) -> [String: BaseParts.Tensor] {
    let count = try reader.count(Int32.self)
    try expect(count == plans.count, "it should have \(plans.count) tensors, and has \(count)")
    let wanted = Dictionary(uniqueKeysWithValues: plans.map { ($0.name, $0) })
    var tensors: [String: BaseParts.Tensor] = [:]
    for _ in 0..<count {
      let tensor = try tensor(wanted)
      try expect(
        tensors.updateValue(tensor, forKey: tensor.plan.name) == nil,
        "it has the tensor \(tensor.plan.name) twice")
    }
    return tensors
  }

  private mutating func tensor(
    _ wanted: [String: TensorPlan]
  ) throws(FormatFault) -> BaseParts.Tensor {
    let nameBytes: [UInt8] = try reader.values(try reader.count(UInt16.self))
    let name = String(decoding: nameBytes, as: UTF8.self)
    let kind = try reader.value(UInt8.self)
    let count = try reader.count(UInt32.self)
    let offset = try reader.count(UInt64.self)
    let length = try reader.count(UInt64.self)
    guard let plan = wanted[name] else {
      throw FormatFault("it has the tensor \(name.shown), which no such model has")
    }
    try expect(
      (kind, count, length) == (plan.kind.number, plan.kind.count, plan.kind.byteCount),
      "\(name) should have type \(plan.kind.number), \(plan.kind.count) weights and "
        + "\(plan.kind.byteCount) bytes, and has type \(kind), \(count) and \(length)")
    try expect(
      offset <= size && length <= size - offset,
      "\(name) should end before byte \(size), and has \(length) bytes from byte \(offset) on")
    return BaseParts.Tensor(plan: plan, bytes: offset..<(offset + length))
  }

  private func check(
    _ offsets: [UInt32], _ bytes: [UInt8], _ special: [Int]
  ) throws(FormatFault) {
    try expect(
      offsets.first == 0 && offsets.last.map(Int.init) == bytes.count,
      "the pieces should fill \(bytes.count) bytes")
    try expect(String(validating: bytes, as: UTF8.self) != nil, "the pieces are no UTF-8 text")
    for (index, (begin, end)) in zip(offsets, offsets.dropFirst()).enumerated() {
      try expect(
        begin < end || (begin == end && special.contains(index)),
        "piece \(index) should begin before byte \(end), and begins at \(begin)")
      try expect(
        begin == end || !UTF8.isContinuation(bytes[Int(begin)]),
        "piece \(index) begins within a character")
    }
  }
}

/// Makes sure of something.
private func expect(
  _ isSo: Bool, _ reason: @autoclosure () -> String
) throws(FormatFault) {
  if !isSo { throw FormatFault(reason()) }
}

extension Normalisation {
  fileprivate init(_ entries: [UInt32: [UInt32]]) {
    self.init()
    for (key, points) in entries.sorted(by: { $0.key < $1.key }) {
      keys.append(key)
      replacements.append(contentsOf: points)
      offsets.append(UInt32(replacements.count))
    }
  }
}

extension TensorPlan.Kind {
  /// Its type in the file.
  fileprivate var number: UInt8 {
    switch self {
    case .matrix: 1
    case .floats: 0
    }
  }

  /// How many weights it has.
  fileprivate var count: Int {
    switch self {
    case .matrix(let outputs, let inputs): outputs * inputs
    case .floats(let count): count
    }
  }

  fileprivate var byteCount: Int {
    switch self {
    case .matrix(let outputs, let inputs): outputs * FourBit.rowBytes(inputs)
    case .floats(let count): count * MemoryLayout<Float>.size
    }
  }
}
