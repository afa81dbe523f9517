import CReader
import Glibc
import ReaderSamples
import Testing

@testable import Reader

@Suite struct KernelTests {
  @Test func everyMachineHasAKernel() {
    #expect(Kernel.available.contains(.portable))
    #expect(Kernel.available.first == Kernel.best)
  }

  @Test(arguments: Kernel.available)
  func quantisesToTheNearestEven(_ kernel: Kernel) {
    let row: [Float] = [127, -127, 0.5, 1.5, -0.5, -1.5, 2.49, 0] + (0..<24).map { Float($0) / 3 }
    let (bytes, scales) = Self.quantised(row + row.map { _ in 0 }, rows: 2, kernel)
    #expect(scales == [1, 0])
    let shift: UInt8 = kernel == .avx512 ? 128 : 0
    let found = bytes.map { Int32(Int8(bitPattern: $0 ^ shift)) }
    #expect(Array(found[..<32]) == ReferenceEncoder.quantised(row[...]).values)
    #expect(found[32...].allSatisfy { $0 == 0 })
  }

  /// Every number of tokens and of groups that a kernel's blocks leave over.
  @Test(arguments: Kernel.available, [(16, 16), (48, 32), (64, 144), (144, 64), (208, 16)])
  func multipliesExactly(_ kernel: Kernel, _ size: (outputs: Int, inputs: Int)) {
    var random = SampleNumbers(seed: 2)
    let rows = random.floats(size.outputs * size.inputs, 1)
    let bias = random.floats(size.outputs, 1)
    let matrix = MatrixSection(
      PackedRows.bytes(rows, bias: bias), size.outputs, size.inputs)
    for count in [1, 2, 3, 4, 5, 6, 7, 11, 13] {
      let activations = random.floats(count * size.inputs, 3)
      let found = matrix.product(activations, count, kernel)
      #expect(found == Self.expected(activations, count, rows, bias))
    }
  }

  @Test(arguments: Kernel.available)
  func theGreatestSumsDoNotSaturate(_ kernel: Kernel) {
    let inputs = 1536
    let rows = (0..<(16 * inputs)).map { Float($0 / inputs % 2 == 0 ? 1 : -1) }
    let bias = [Float](repeating: 0, count: 16)
    let matrix = MatrixSection(PackedRows.bytes(rows, bias: bias), 16, inputs)
    for sign: Float in [1, -1] {
      let activations = [Float](repeating: sign, count: inputs)
      let found = matrix.product(activations, 1, kernel)
      #expect(found == Self.expected(activations, 1, rows, bias))
      #expect(abs(found[0] - sign * Float(inputs)) < 0.01)
    }
  }

  @Test(arguments: Kernel.available)
  func geluIsGoodToAMillionth(_ kernel: Kernel) {
    var values =
      (-1600..<1600).map { Float($0) / 200 } + [30, -30, 1e5, -1e5]
      + [Float](repeating: 0, count: 12)
    let expected = values.map(ReferenceEncoder.gelu)
    kernel.operations.gelu(&values, values.count)
    for (found, expected) in zip(values, expected) {
      #expect(abs(found - expected) <= 1e-6 * max(1, abs(expected)))
    }
  }

  @Test(arguments: Kernel.available, [1, 15, 16, 17, 100])
  func softMaxSharesOne(_ kernel: Kernel, _ count: Int) {
    var random = SampleNumbers(seed: 5)
    let values = random.floats(count, 20)
    var found = values + [Float](repeating: .nan, count: (count + 15) / 16 * 16 - count)
    kernel.operations.soft_max(&found, count, 0.5)
    let expected = ReferenceEncoder.softMax(values.map { $0 / 2 })
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-6) }
    #expect(found[count...].allSatisfy { $0 == 0 })
  }

  @Test func allGiveTheSameBits() {
    var random = SampleNumbers(seed: 11)
    let joined = random.floats(37 * 3 * 64, 2)
    let found = Kernel.available.map { kernel -> [UInt32] in
      var scratch = [Float](repeating: 0, count: reader_attention_scratch(37, 32))
      var mixed = [Float](repeating: 0, count: 37 * 64)
      kernel.operations.attend(joined, 37, 2, 32, &scratch, &mixed)
      kernel.operations.normalise(&mixed, joined, 37, 64, joined, joined, 1e-12)
      kernel.operations.gelu(&mixed, mixed.count)
      return mixed.map(\.bitPattern)
    }
    #expect(Set(found).count == 1)
  }

  private static func quantised(
    _ rows: [Float], rows count: Int, _ kernel: Kernel
  ) -> (bytes: [UInt8], scales: [Float]) {
    var bytes = [UInt8](repeating: 0, count: rows.count)
    var scales = [Float](repeating: 0, count: count)
    kernel.operations.quantise(rows, count, rows.count / count, &bytes, &scales)
    return (bytes, scales)
  }

  private static func expected(
    _ activations: [Float], _ count: Int, _ rows: [Float], _ bias: [Float]
  ) -> [Float] {
    let inputs = activations.count / count
    return (0..<count).flatMap { token in
      let (row, scale) = ReferenceEncoder.quantised(activations[(token * inputs)...].prefix(inputs))
      return bias.indices.map { output in
        let (weights, rowScale) = ReferenceEncoder.quantised(
          rows[(output * inputs)...].prefix(inputs))
        let dot = zip(row, weights).reduce(Int32(0)) { $0 + $1.0 * $1.1 }
        return Float(dot) * scale * rowScale + bias[output]
      }
    }
  }

  /// A matrix in memory of its own.
  private struct MatrixSection {
    let bytes: [UInt8]
    let outputs: Int
    let inputs: Int

    init(_ bytes: [UInt8], _ outputs: Int, _ inputs: Int) {
      self.bytes = bytes
      self.outputs = outputs
      self.inputs = inputs
    }

    func product(_ rows: [Float], _ count: Int, _ kernel: Kernel) -> [Float] {
      let (quantised, scales) = KernelTests.quantised(rows, rows: count, kernel)
      var result = [Float](repeating: 0, count: count * outputs)
      bytes.withUnsafeBytes { bytes in
        var matrix = reader_matrix(bytes, outputs: outputs, inputs: inputs)
        kernel.operations.multiply(&matrix, quantised, scales, count, &result)
      }
      return result
    }
  }
}
