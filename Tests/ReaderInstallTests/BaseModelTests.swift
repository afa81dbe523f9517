import Testing

@testable import ReaderInstall

@Suite("The base file")
struct BaseModelTests {
  private let folder = TestFolder(isInMemory: true)
  private let tiny = TinyBase()

  @Test("what the file says is read")
  func reads() throws {
    let model = try tiny.model(in: folder)
    #expect(model.shape == tiny.shape)
    #expect(model.vocabulary.scores == tiny.scores)
    #expect(model.vocabulary.special == [0, 1, 2, 3])
    let pieces = (0..<model.vocabulary.count).map {
      String(decoding: model.vocabulary.piece($0), as: UTF8.self)
    }
    #expect(pieces == TinyBase.defaultPieces)
    #expect(
      model.normalisation
        == Normalisation(
          keys: [0x09, 0xAD, 0xFB01], offsets: [0, 1, 1, 3], replacements: [0x20, 0x66, 0x69]))
    #expect(try model.floats("emb.ln.w") == (0..<32).map { tiny.value("emb.ln.w", 0, $0) })
  }

  @Test("a file that was cut anywhere is refused")
  func cut() {
    let bytes = tiny.bytes
    for count in Array(4..<1200) + Array(stride(from: 1200, to: bytes.count, by: 97)) {
      guard case .damagedBase = refusal(Array(bytes[..<count])) else {
        Issue.record("\(count) bytes are taken")
        continue
      }
    }
  }

  @Test("a flipped byte is refused, or gives a model that can be built or is refused then")
  func flipped() throws {
    let bytes = tiny.bytes
    let adapter = TinyAdapter(for: tiny)
    for place in Array(4..<2600) + Array(stride(from: 2600, to: bytes.count, by: 173)) {
      let damaged = bytes.flipped(at: place, [0xFF, 1, 0x80][place % 3])
      if place % 16 == 0 { try build(damaged, adapter) } else { _ = refusal(damaged) }
    }
  }

  @Test(
    "each damage has its own words",
    arguments: [
      (4, 1, "version 1"), (8, 1, "hidden should be a multiple"), (11, 0x80, "hidden should be in"),
      (16, 1, "do not divide"), (12, 0x40, "layers"), (39, 0x80, "eps"), (40, 1, "blocks"),
      (44, 0x80, "do not fit"), (52, 2, "special pieces"), (71, 0x80, "should be a count"),
      (64, 1, "should fill"), (72, 1, "should fill"), (79, 0x40, "should begin before byte"),
    ] as [(Int, UInt8, String)])
  func damages(_ place: Int, _ bits: UInt8, _ words: String) {
    #expect(reason(tiny.bytes.flipped(at: place, bits)).contains(words))
  }

  @Test("pieces that are empty, alike to no text, or scored by no number are refused")
  func pieces() {
    var empty = tiny
    empty.pieces[9] = ""
    #expect(reason(empty.bytes).contains("piece 9 should begin before"))
    var scored = tiny
    scored.scores[5] = .infinity
    #expect(reason(scored.bytes).contains("a score"))
    let text = tiny.bytes.count - tiny.tensors.reduce(0) { $0 + $1.bytes.count }
    let table = tiny.tensors.reduce(0) { $0 + $1.name.utf8.count + 23 }
    let pieces = TinyBase.defaultPieces.joined().utf8.count
    let entries = 4 + 8 + tiny.normalisation.reduce(0) { $0 + 5 + 4 * $1.points.count }
    let begin = text - table - entries - pieces
    #expect(reason(tiny.bytes.flipped(at: begin, 0x80)).contains("UTF-8"))
  }

  @Test("replacements that are no text, or given twice, are refused")
  func normalisation() {
    var surrogate = tiny
    surrogate.normalisation.append((0xFB02, [0xD800]))
    #expect(reason(surrogate.bytes).contains("is no text"))
    var twice = tiny
    twice.normalisation.append((0x09, []))
    #expect(reason(twice.bytes).contains("replaced twice"))
  }

  @Test("tensors that are missing, foreign, twice there or of another size are refused")
  func tensors() {
    var missing = tiny
    missing.tensors.removeLast()
    #expect(reason(missing.bytes).contains("should have 37 tensors, and has 36"))
    var foreign = tiny
    foreign.tensors[3].name = "emb.ln.x"
    #expect(reason(foreign.bytes).contains("which no such model has"))
    var twice = tiny
    twice.tensors[3].name = "emb.ln.b"
    #expect(reason(twice.bytes).contains("twice"))
    var short = tiny
    short.tensors[3].bytes.removeLast()
    #expect(reason(short.bytes).contains("emb.ln.w should have type 0"))
  }

  /// Builds from damaged bytes; nothing but a refusal may come of them.
  private func build(_ bytes: [UInt8], _ adapter: TinyAdapter) throws {
    do throws(InstallError) {
      let model = try BaseModel(opening: bytes, in: folder)
      var fitting = adapter
      fitting.base = model.checksum
      _ = try ModelBuild(base: model, adapter: Adapter(fitting.bytes, for: model))
        .write(to: "\(folder.path)/model")
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  private func refusal(_ bytes: [UInt8]) -> InstallError? {
    fault { () throws(InstallError) in try BaseModel(opening: bytes, in: folder) }
  }

  private func reason(_ bytes: [UInt8]) -> String {
    if case .damagedBase(_, let reason) = refusal(bytes) { reason } else { "" }
  }
}
