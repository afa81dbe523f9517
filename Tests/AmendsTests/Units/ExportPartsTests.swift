import Foundation
import Inbox
import Ledger
import Testing

@testable import Amends
@testable import Store

@Suite("Parts of export and erasure")
struct ExportPartsTests {
  @Test(
    "cells that a spreadsheet would run are shown instead",
    arguments: [
      ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "'\rx"),
      ("\nx", "'\nx"), ("＝1", "'＝1"), ("", ""), ("a=1", "a=1"), ("'=1", "'=1"), (" =1", " =1"),
      ("\u{0}=1", "␀=1"), ("a\u{1B}b", "a␛b"), ("é\tü\nö", "é\tü\nö"),
    ])
  func formulas(_ cell: String, _ written: String) {
    #expect(CSVText.harmless(cell) == written)
  }

  @Test("a search finds texts across portions, whatever their case and coding")
  func traces() throws {
    let path = NSTemporaryDirectory() + "amends-trace-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let search = TraceSearch(["Müller", "Needle", "ab"])
    func finds(_ bytes: [UInt8]) throws -> Bool {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return try search.finds(inFile: path)
    }
    let hay = [UInt8](repeating: 0x78, count: 65_533)
    #expect(try finds(hay + Array("nEEdle".utf8)))
    #expect(try finds([0] + Array("müller".utf8)))
    #expect(try finds([0x6D, 0xFC] + Array("LLER".utf8)))
    #expect(!(try finds(hay + Array("needl".utf8))))
    #expect(!(try finds(Array("ab ab".utf8))))
    #expect(throws: SmallFileFault.self) { try search.finds(inFile: path + "-none") }
  }

  @Test("a write that failed in doubt keeps its identity, any other gets a new one")
  func identities() throws {
    let ids = WriteIDs()
    var seen: [WriteID] = []
    func give(_ error: DeskError?) {
      _ = try? ids.perform(.hold(OutboxID("o"))) { id in
        seen.append(id)
        if let error { throw error }
      }
    }
    give(.storage("I/O error"))
    give(.storage("I/O error"))
    give(nil)
    give(.busy)
    give(nil)
    #expect(seen[0] == seen[1])
    #expect(seen[1] == seen[2])
    #expect(seen[2] != seen[3])
    #expect(seen[3] != seen[4])
  }
}
