import Reader

/// A matrix as the model file holds it: scales, biases, sums and weights in groups of 16 rows by 4 columns.
struct MatrixSection {
  private(set) var scales: [Float] = []
  private(set) var sums: [Int32] = []
  private(set) var packed: [UInt32] = []
  private let biases: [Float]

  /// Merges and quantises matrices whose rows follow each other.
  ///
  /// - Throws: `InstallError.notFinite`.
  init(_ matrices: [MergedMatrix], biases: [Float]) throws(InstallError) {
    self.biases = biases
    for matrix in matrices { try append(matrix) }
  }

  /// The bytes of the section.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scales.count * 12 + packed.count * 4 + ModelLayout.alignment)
    scales.withBytes { bytes.append(contentsOf: $0) }
    biases.withBytes { bytes.append(contentsOf: $0) }
    sums.withBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: repeatElement(0, count: ModelLayout.padding(behind: bytes.count)))
    packed.withBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  private mutating func append(_ matrix: MergedMatrix) throws(InstallError) {
    let columns = matrix.base.inputs
    let rows = Room(columns * PackedMatrix.group)
    let floats = Room(columns * 2 * MemoryLayout<Float>.size)
    let values = floats.bytes.bindMemory(to: Float.self)
    let weights = rows.bytes.bindMemory(to: Int8.self)
    for first in stride(from: 0, to: matrix.base.outputs, by: PackedMatrix.group) {
      for index in 0..<PackedMatrix.group {
        let row = UnsafeMutableBufferPointer(rebasing: values[..<columns])
        matrix.row(
          first + index, into: row,
          sum: UnsafeMutableBufferPointer(rebasing: values[columns...]))
        let place = (index * columns)..<((index + 1) * columns)
        let target = UnsafeMutableBufferPointer(rebasing: weights[place])
        guard let quantised = RowQuantisation.quantise(row, into: target) else {
          throw .notFinite(tensor: matrix.name, row: first + index)
        }
        scales.append(quantised.scale)
        sums.append(quantised.sum)
      }
      pack(UnsafeRawBufferPointer(rows.bytes), columns: columns)
    }
  }

  /// Appends 16 rows: four weights of the first row, four of the second, and so on through the columns.
  private mutating func pack(_ rows: UnsafeRawBufferPointer, columns: Int) {
    for column in stride(from: 0, to: columns, by: PackedMatrix.depth) {
      for row in 0..<PackedMatrix.group {
        packed.append(rows.load(fromByteOffset: row * columns + column, as: UInt32.self))
      }
    }
  }
}
