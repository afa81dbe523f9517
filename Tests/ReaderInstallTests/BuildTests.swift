import Digests
import Glibc
import Testing

@testable import ReaderInstall

@Suite("The model file")
struct BuildTests {
  private let folder = TestFolder()
  private let tiny: TinyBase
  private let adapter: TinyAdapter
  private let model: WrittenModel
  private let result: ModelBuild.Result

  /// One model for all tests: three ranks, every type of tensor, some matrices without a change.
  init() throws {
    tiny = TinyBase()
    var written = TinyAdapter(for: tiny)
    for (name, kind, rank) in [("l0.q.w", 0, 1), ("l0.v.w", 1, 3), ("l1.ao.w", 2, 5)] {
      written.add("\(name).left", UInt8(kind), 32, rank)
      written.add("\(name).right", UInt8(kind), rank, 32)
    }
    written.add("l1.fi.w.left", 2, 64, 4)
    written.add("l1.fi.w.right", 1, 4, 32)
    written.add("l0.fo.w.left", 0, 32, 2)
    written.add("l0.fo.w.right", 2, 2, 64)
    for name in ["l0.k.b", "l1.aln.w", "l1.oln.b", "emb.ln.b", "emb.type"] {
      written.add(name, 1, name == "emb.type" ? 2 : 1, 32)
    }
    adapter = written
    let base = try tiny.model(in: folder)
    result = try ModelBuild(base: base, adapter: Adapter(written.bytes, for: base))
      .write(to: "\(folder.path)/model")
    model = WrittenModel(bytes: folder.read("model"))
  }

  @Test("the header says what the file is and what it was made from")
  func header() {
    let bytes = model.bytes
    #expect(Array(bytes[..<8]) == Array("AMENDSRD".utf8))
    #expect(bytes.at(8, as: UInt32.self) == 1)
    #expect(bytes.at(12, as: UInt32.self) == 20)
    #expect(bytes.at(16, as: UInt64.self) == UInt64(bytes.count))
    #expect(Array(bytes[24..<56]) == BaseIdentity(of: Array(bytes[4096...])).checksum.bytes)
    #expect(Array(bytes[56..<88]) == BaseIdentity(of: tiny.bytes).checksum.bytes)
    #expect(Array(bytes[88..<120]) == BaseIdentity(of: adapter.bytes).checksum.bytes)
    let sizes: [Int32] = bytes[120..<160].withUnsafeBytes { [Int32](copying: $0) }
    #expect(sizes == [32, 2, 2, 64, 8, 15, 12, 0, 2, 3])
    #expect(bytes.at(160, as: Float.self) == 1e-12)
    #expect(bytes[164..<512].allSatisfy { $0 == 0 })
    #expect(bytes[(512 + 20 * 24)..<4096].allSatisfy { $0 == 0 })
    #expect(result == ModelBuild.Result(pieces: 15, bytes: bytes.count))
  }

  @Test("sections lie one behind the other, each on its boundary")
  func sections() {
    let numbers = Array(1...10) + Array(100...104) + Array(110...114)
    #expect(model.sections.map(\.number) == numbers.map(UInt32.init))
    var end = 4096
    for section in model.sections {
      #expect(section.start == (end + 63) / 64 * 64)
      #expect(model.bytes[end..<section.start].allSatisfy { $0 == 0 })
      end = section.start + section.count
    }
    #expect(end == model.bytes.count)
  }

  @Test("pieces are pruned, sorted, and keep their scores and vectors")
  func vocabulary() {
    let kept = [
      "...", "a", "s", "é", "€", "▁", "▁2024", "▁grüße", "▁the", "▁été", "😀",
    ]
    #expect(model.pieces == ["", "", "", ""] + kept)
    let numbers = [0, 1, 2, 3] + kept.compactMap(tiny.pieces.firstIndex)
    #expect(model.values(2, as: Float.self) == numbers.map { tiny.scores[$0] })
    let words = tiny.tensors[tiny.index("emb.word")].bytes
    #expect(model.section(7) == numbers.flatMap { words[($0 * 18)..<($0 * 18 + 18)] })
  }

  @Test("all replacements are kept")
  func normalisation() {
    #expect(model.values(4, as: UInt32.self) == [0x09, 0xAD, 0xFB01])
    #expect(model.values(5, as: UInt32.self) == [0, 1, 1, 3])
    #expect(model.values(6, as: UInt32.self) == [0x20, 0x66, 0x69])
  }

  @Test("positions have the first type in them")
  func positions() {
    let slow = (0..<(8 * 32)).map { place in
      tiny.value("emb.pos", 0, place) + floats("emb.type", place % 32)
    }
    #expect(model.values(8, as: Float.self) == slow)
  }

  @Test("norms are the base's with the adapter's difference")
  func norms() {
    #expect(model.values(9, as: Float.self) == floats(["emb.ln.w", "emb.ln.b"]))
    for layer in 0..<2 {
      let names = ["aln.w", "aln.b", "oln.w", "oln.b"].map { "l\(layer).\($0)" }
      #expect(model.values(UInt32(104 + 10 * layer), as: Float.self) == floats(names))
    }
  }

  @Test("the heads are the adapter's own")
  func head() {
    #expect(model.section(10) == adapter.tensors[..<5].flatMap(\.bytes))
  }

  @Test("each matrix is what a slow computation gives", arguments: 0..<2, 0..<4)
  func matrices(_ layer: Int, _ kind: Int) {
    let parts = [["q", "k", "v"], ["ao"], ["fi"], ["fo"]][kind]
    let outputs = [32, 32, 64, 32][kind]
    let inputs = kind == 3 ? 64 : 32
    let matrix = WrittenModel.Matrix(
      section: model.section(UInt32(100 + 10 * layer + kind)), outputs: outputs * parts.count,
      inputs: inputs)
    #expect(matrix.section.count == (12 * matrix.outputs + 63) / 64 * 64 + matrix.outputs * inputs)
    for (place, part) in parts.enumerated() {
      for row in 0..<outputs {
        check(matrix, place * outputs + row, name: "l\(layer).\(part)", row)
      }
    }
  }

  private func check(_ matrix: WrittenModel.Matrix, _ place: Int, name: String, _ row: Int) {
    let slow = (0..<matrix.inputs).map { merged("\(name).w", row, $0) }
    let scale = slow.reduce(0) { max($0, abs($1)) } / 127
    let weights = slow.map { Int8(($0 / scale).rounded(.toNearestOrEven)) }
    #expect(matrix.scale(place) == scale)
    #expect(matrix.bias(place) == floats("\(name).b", row))
    #expect((0..<matrix.inputs).map { matrix.weight(place, $0) } == weights)
    #expect(matrix.sum(place) == weights.reduce(0) { $0 + Int32($1) })
  }

  private func merged(_ name: String, _ row: Int, _ column: Int) -> Float {
    var sum: Float = 0
    for rank in 0..<adapter.rank(name) {
      let left = adapter.value("\(name).left", row, rank) ?? 0
      let right = adapter.value("\(name).right", rank, column) ?? 0
      sum += left * right
    }
    return tiny.value(name, row, column) + sum
  }

  private func floats(_ name: String, _ place: Int) -> Float {
    tiny.value(name, 0, place) + (adapter.value(name, 0, place) ?? 0)
  }

  private func floats(_ names: [String]) -> [Float] {
    names.flatMap { name in (0..<32).map { floats(name, $0) } }
  }
}

@Suite("8-bit weights")
struct QuantisationTests {
  @Test("halves go to the even number, the largest to 127")
  func halves() {
    let (row, weights) = quantised([127, -127, 0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 126.5, -126.49, 0])
    #expect(weights == [127, -127, 0, 2, 2, 0, -2, -2, 126, -126, 0])
    #expect(row == RowQuantisation.Row(scale: 1, sum: 0))
  }

  @Test("a row of zeros has no scale", arguments: [0, -0.0, Float.leastNonzeroMagnitude])
  func zeros(_ value: Float) {
    let (row, weights) = quantised([value, value, 0])
    #expect(weights == [0, 0, 0])
    #expect(row == RowQuantisation.Row(scale: 0, sum: 0))
  }

  @Test("the smallest and the largest floats stay within bounds")
  func extremes() {
    let least = Float.leastNonzeroMagnitude
    let (_, small) = quantised([190 * least, -190 * least, least])
    #expect(small.allSatisfy { $0 >= -127 })
    let (row, large) = quantised([.greatestFiniteMagnitude, -.greatestFiniteMagnitude])
    #expect(large == [127, -127])
    #expect(row?.scale.isFinite == true)
  }

  @Test("what is no number has no weights", arguments: [Float.nan, -.nan, .infinity, -.infinity])
  func notFinite(_ value: Float) {
    #expect(quantised([1, value, 2]).row == nil)
  }

  private func quantised(_ values: [Float]) -> (row: RowQuantisation.Row?, weights: [Int8]) {
    var values = values
    var weights = [Int8](repeating: 0, count: values.count)
    let row = values.withUnsafeMutableBufferPointer { values in
      weights.withUnsafeMutableBufferPointer { RowQuantisation.quantise(values, into: $0) }
    }
    return (row, weights)
  }
}
