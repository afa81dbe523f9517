import Glibc
import Ledger
import Testing

@testable import Import

/// Compressed files, files that are none, and headers that nobody knows.
@Suite struct SourceTests {
  @Test(arguments: [1, 7, 4096, 1 << 18])
  func gzipIsReadWhateverItsName(_ portion: Int) throws {
    let bytes = try sample("three-reviews.jsonl.gz")
    let plain = outcome(bytes, try options(), portion: portion)
    #expect(plain.rows.count == 3 && plain.failure == nil)
    #expect(outcome(bytes + bytes, try options(), portion: portion).rows == plain.rows + plain.rows)
    let padded = bytes + [UInt8](repeating: 0, count: 100)
    #expect(outcome(padded, try options(), portion: portion) == plain)
  }

  @Test(arguments: [1, 4096])
  func aCutGzipGivesItsGoodPart(_ portion: Int) throws {
    let bytes = try sample("three-reviews.jsonl.gz")
    let cut = outcome(bytes + bytes.dropLast(60), try options(), portion: portion)
    #expect(cut.rows.count >= 3 && cut.rows.count < 6)
    #expect(cut.rejections.isEmpty)
    guard case .damagedGzip(_, let reason, let good) = try #require(cut.failure) else {
      Issue.record("not damage")
      return
    }
    #expect(reason == "the file ends too early" && good > 0)
  }

  @Test func aDamagedGzipIsToldApart() throws {
    var bytes = try sample("three-reviews.jsonl.gz")
    bytes[bytes.count - 6] ^= 0xFF
    let damaged = outcome(bytes, try options())
    #expect(damaged.rows.count == 3)
    #expect(damaged.failure?.description.contains("its content is not valid") == true)
    let garbage = outcome(try sample("three-reviews.jsonl.gz") + [1, 2, 3], try options())
    #expect(garbage.rows.count == 3 && garbage.failure != nil)
    #expect(outcome([0x1F, 0x8B], try options()).failure != nil)
  }

  @Test func progressCountsTheBytesOnDisk() throws {
    let source = try ImportSource.file(path("three-reviews.jsonl.gz"))
    var file = try FileImport(source, options: try options())
    let batch = try #require(try file.next())
    #expect(batch.totalBytes == batch.bytesRead && batch.bytesRead == source.totalBytes)
    #expect(try file.next() == nil)
    #expect(try file.next() == nil)
  }

  @Test func batchesAreNoLargerThanAskedFor() throws {
    var file = try FileImport(try .file(path("reviews-export.csv")), options: try options())
    var sizes: [Int] = []
    while let batch = try file.next(30) { sizes.append(batch.rows.count) }
    #expect(sizes == [30, 30, 20])
  }

  @Test func whatIsNoFileIsSaidSo() {
    #expect(
      throws: ImportError.cannotOpen(path: "/nowhere/at all", reason: "No such file or directory")
    ) {
      try ImportSource.file("/nowhere/at all")
    }
    #expect(
      throws: ImportError.cannotOpen(
        path: "/",
        reason:
          "it is a folder without mail: neither new and cur of a Maildir, nor files that end in .eml"
      )
    ) {
      try ImportSource.file("/")
    }
  }

  @Test(arguments: ["", "\n\n  \r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func nothingIsNothing(_ text: String) throws {
    #expect(outcome(text, try options()).failure == .empty(name: "test"))
  }

  @Test func anUnknownHeaderIsListedWithWhatIsExpected() throws {
    let failure = outcome(
      "Name;\u{1B}[2JMail;\(String(repeating: "x", count: 99))\na;b;c\n", try options()
    ).failure
    let words = try #require(failure?.description)
    #expect(words.contains("found: Name, \u{FFFD}[2JMail, \(String(repeating: "x", count: 60))…\n"))
    for format in ImportFormat.allCases { #expect(words.contains("  \(format.rawValue): ")) }
    #expect(words.contains("contacts-csv: customer, event, at, order, channel, note"))
    #expect(words.contains("--as"))
  }

  @Test func anObjectOfAnotherKindIsListedByItsKeys() throws {
    let failure = outcome("{\"id\": 1, \"draft\": \"x\"}\n", try options()).failure
    #expect(failure == .unknownHeader(found: ["id", "draft"], expected: FormatFinder.expected))
  }

  @Test(arguments: Sample.allCases, ImportFormat.allCases)
  func aFormatThatDoesNotFitIsRefused(_ name: Sample, _ format: ImportFormat) throws {
    let bytes = try sample(name.rawValue)
    let own = try #require(outcome(bytes, try options()).format)
    let file = outcome(bytes, try options(format))
    if own == format {
      #expect(file.failure == nil && file.rows.count > 5)
    } else if case .doesNotFit(_, let expected) = try #require(file.failure) {
      #expect(expected.format == format)
      #expect(file.failure?.description.contains("--as \(format.rawValue)") == true)
    } else {
      Issue.record("\(String(describing: file.failure))")
    }
  }

  @Test func aPipeIsReadOnceAndItsBeginningDecidesTheOrder() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    _ = "Date,Body,Rating\n25/6/26,a,1\n5/6/26,b,2\n".withCString {
      write(ends[1], $0, strlen($0))
    }
    close(ends[1])
    let source = try ImportSource.file("/proc/self/fd/\(ends[0])")
    #expect(!source.canBeReadAgain && source.totalBytes == 0)
    let file = outcome(source, try options())
    #expect(file.reading == DateReading(order: .dayFirst, basis: .dates))
    #expect(file.reviews.map(\.text) == ["a", "b"])
  }

  @Test func halfCharactersOfUTF16AreReplaced() throws {
    let header = utf16("Date,Body,Rating\n2026-01-01,")
    let bytes = header + [0x3D, 0xD8, 0x2C, 0x00, 0x31, 0x00, 0x0A, 0x00, 0x41]
    let file = outcome(bytes, try options())
    #expect(file.reviews.map(\.text) == ["\u{FFFD}"])
    #expect(file.faults == [Fault(3, nil)])
    let low = header + [0x00, 0xDC, 0x3D, 0xD8, 0x3D, 0xD8, 0x00, 0xDE, 0x2C, 0x00, 0x31, 0x00]
    #expect(outcome(low, try options()).reviews.map(\.text) == ["\u{FFFD}\u{FFFD}😀"])
  }
}
