/// Makes sure that each tensor of an adapter has a place in the base and the size of that place.
struct AdapterFit {
  private let base: BaseModel
  private let tensors: [String: Adapter.Matrix]

  init(_ base: BaseModel, _ tensors: [String: Adapter.Matrix]) {
    (self.base, self.tensors) = (base, tensors)
  }

  /// The sizes of the heads' tensors.
  private var headSizes: [String: (rows: Int, columns: Int)] {
    let hidden = base.shape.hidden
    return [
      "head.attention": (1, hidden), "head.weight": (Adapter.outputs, 2 * hidden),
      "head.bias": (1, Adapter.outputs), "pointer.weight": (1, hidden), "pointer.bias": (1, 1),
    ]
  }

  func check() throws(FormatFault) {
    for (name, matrix) in tensors.sorted(by: { $0.key < $1.key }) {
      if let size = headSizes[name] {
        try expect(matrix, name, rows: size.rows, columns: size.columns)
      } else if name.hasSuffix(".left") {
        try check(left: matrix, of: String(name.dropLast(".left".count)))
      } else if name.hasSuffix(".right") {
        try checkPartner(of: String(name.dropLast(".right".count)))
      } else {
        try check(difference: matrix, name)
      }
    }
  }

  func head() throws(FormatFault) -> Adapter.Head {
    Adapter.Head(
      attention: try whole("head.attention"), weights: try whole("head.weight"),
      biases: try whole("head.bias"), pointerWeights: try whole("pointer.weight"),
      pointerBias: try whole("pointer.bias"))
  }

  private func whole(_ name: String) throws(FormatFault) -> [Float] {
    guard let matrix = tensors[name] else { throw FormatFault("it has no tensor \(name)") }
    return matrix.values
  }

  /// The words' rows are copied as they are, so nothing can be added to them.
  private func check(left: Adapter.Matrix, of name: String) throws(FormatFault) {
    guard name != "emb.word", case .matrix(let outputs, let inputs) = base.kind(name) else {
      throw FormatFault("it changes \(name.shown), which the base has no matrix for")
    }
    guard let right = tensors["\(name).right"] else {
      throw FormatFault("it has \(name).left and no \(name).right")
    }
    try expect(left, "\(name).left", rows: outputs, columns: right.rows)
    try expect(right, "\(name).right", rows: left.columns, columns: inputs)
  }

  private func checkPartner(of name: String) throws(FormatFault) {
    guard tensors["\(name).left"] != nil else {
      throw FormatFault("it has \(name.shown).right and no \(name.shown).left")
    }
  }

  private func check(difference: Adapter.Matrix, _ name: String) throws(FormatFault) {
    guard case .floats(let count) = base.kind(name) else {
      throw FormatFault("it changes \(name.shown), which the base has no such values for")
    }
    guard difference.values.count == count else {
      throw FormatFault(
        "\(name) should have \(count) values, and has \(difference.values.count)")
    }
  }

  private func expect(
    _ matrix: Adapter.Matrix, _ name: String, rows: Int, columns: Int
  ) throws(FormatFault) {
    guard (matrix.rows, matrix.columns) == (rows, columns) else {
      throw FormatFault(
        "\(name) should have \(rows) x \(columns) values, and has "
          + "\(matrix.rows) x \(matrix.columns)")
    }
  }
}
