import Testing

@testable import ReaderInstall

@Suite("The adapter")
struct AdapterTests {
  private let tiny = TinyBase()
  private let base: BaseModel

  init() throws { base = try tiny.model(in: TestFolder()) }

  @Test("values of each type are read", arguments: [0, 1, 2] as [UInt8])
  func types(_ kind: UInt8) throws {
    var written = TinyAdapter(for: tiny)
    written.add("l1.fi.w.left", kind, 64, 3)
    written.add("l1.fi.w.right", kind, 3, 32)
    written.add("l0.aln.b", kind, 1, 32)
    let adapter = try Adapter(written.bytes, for: base)
    let change = try #require(adapter.change(of: "l1.fi.w"))
    #expect((change.left.rows, change.left.columns) == (64, 3))
    #expect((change.right.rows, change.right.columns) == (3, 32))
    for row in 0..<64 {
      for column in 0..<3 {
        #expect(
          change.left.values[row * 3 + column] == written.value("l1.fi.w.left", row, column))
      }
    }
    #expect(
      adapter.difference(of: "l0.aln.b")
        == (0..<32).compactMap { written.value("l0.aln.b", 0, $0) })
    #expect(adapter.change(of: "l0.fi.w") == nil)
    #expect(adapter.checksum == BaseIdentity(of: written.bytes).checksum)
    #expect(adapter.head.weights.count == 12 * 64)
  }

  @Test("an adapter of another base is refused")
  func foreign() {
    let written = TinyAdapter(for: TinyBase(seed: 2))
    #expect(
      refusal(written.bytes) == .foreignAdapter(expected: base.checksum, found: written.base))
  }

  @Test(
    "tensors without a place in the base, or of another size, are refused",
    arguments: [
      ("l9.q.b", 1, 32, "changes l9.q.b"), ("l0.q.w", 32, 32, "changes l0.q.w"),
      ("l0.q.b", 1, 31, "should have 32 values"), ("emb.word.left", 22, 2, "no matrix for"),
      ("l0.q.w.left", 32, 2, "and no l0.q.w.right"), ("l0.q.w.right", 2, 32, "no l0.q.w.left"),
      ("head.bias", 1, 12, "twice"), ("head.other", 1, 1, "changes head.other"),
    ])
  func misfits(_ name: String, _ rows: Int, _ columns: Int, _ words: String) {
    var written = TinyAdapter(for: tiny)
    written.add(name, 0, rows, columns)
    #expect(reason(written.bytes).contains(words))
  }

  @Test(
    "left and right must go together", arguments: [(31, 2, 2, 32), (32, 2, 3, 32), (32, 2, 2, 31)])
  func ranks(_ leftRows: Int, _ leftColumns: Int, _ rightRows: Int, _ rightColumns: Int) {
    var written = TinyAdapter(for: tiny)
    written.add("l0.q.w.left", 0, leftRows, leftColumns)
    written.add("l0.q.w.right", 0, rightRows, rightColumns)
    #expect(reason(written.bytes).contains("l0.q.w."))
  }

  @Test("heads that are missing or of another size are refused")
  func heads() {
    var missing = TinyAdapter(for: tiny)
    missing.tensors.removeLast()
    #expect(reason(missing.bytes).contains("has no tensor pointer.bias"))
    var narrow = TinyAdapter(for: tiny)
    narrow.tensors[1].rows = 6
    narrow.tensors[1].columns = 128
    #expect(reason(narrow.bytes).contains("head.weight should have 12 x 64"))
  }

  @Test("a value that is no number is refused")
  func notFinite() {
    var written = TinyAdapter(for: tiny)
    written.tensors[4].bytes = []
    written.tensors[4].bytes.put(Float.nan)
    #expect(reason(written.bytes).contains("pointer.bias is not finite"))
  }

  @Test("tensors that share bytes cannot ask for more memory than the file takes")
  func sharing() {
    var written = TinyAdapter(for: tiny)
    written.add("l0.q.b", 0, 1, 3000)
    let bytes = written.bytes
    let name = bytes.indices.last { bytes[$0...].starts(with: "l0.q.b".utf8) } ?? 0
    let entry = Array(bytes[(name - 2)..<(name + 31)])
    var sharing = Array(bytes[..<48])
    for index in 0..<100 { sharing += entry.flipped(at: 2, UInt8(index)) }
    sharing[12] = 100
    sharing += bytes
    #expect(reason(sharing).contains("share their bytes"))
  }

  @Test("an adapter that is too large is refused")
  func tooLarge() {
    let bytes = TinyAdapter(for: tiny).bytes
    let padded = bytes + [UInt8](repeating: 0, count: Adapter.mostBytes + 1 - bytes.count)
    #expect(reason(padded).contains("at most"))
  }

  @Test("an adapter that was cut is refused at every length")
  func cut() {
    let bytes = full.bytes
    for count in Array(0..<700) + Array(stride(from: 700, to: bytes.count, by: 53)) {
      #expect(refusal(Array(bytes[..<count])) != nil, "\(count) bytes")
    }
  }

  @Test("a flipped byte is refused or read")
  func flipped() {
    let bytes = full.bytes
    for place in 0..<min(1200, bytes.count) {
      for bits: UInt8 in [0xFF, 1, 0x80] {
        let error = refusal(bytes.flipped(at: place, bits))
        #expect(error.map { !$0.description.isEmpty } ?? true)
      }
    }
  }

  /// An adapter with all kinds of tensors.
  private var full: TinyAdapter {
    var written = TinyAdapter(for: tiny)
    written.add("l0.q.w.left", 0, 32, 2)
    written.add("l0.q.w.right", 2, 2, 32)
    written.add("emb.pos", 1, 8, 32)
    return written
  }

  private func refusal(_ bytes: [UInt8]) -> InstallError? {
    fault { () throws(InstallError) in try Adapter(bytes, for: base) }
  }

  private func reason(_ bytes: [UInt8]) -> String {
    if case .damagedAdapter(let reason) = refusal(bytes) { reason } else { "" }
  }
}
