import AmendsPolicy
import Ledger
import Testing

@testable import Amends

@Suite("Small parts")
struct SmallPartsTests {
  @Test(
    "the nearest word is suggested, a far one never",
    arguments: [
      ("chek", "check"), ("Check", "check"), ("ipmort", "import"), ("xyz", nil), ("", nil),
      ("importt", "import"),
    ])
  func suggestion(_ word: String, _ meant: String?) {
    #expect(Suggestion.nearest(to: word, among: ["check", "import", "list"]) == meant)
  }

  @Test("zones follow their clocks through the year")
  func zones() throws {
    let berlin = try #require(ZoneTable.zone(named: "Europe/Berlin"))
    let winter = try #require(ISO8601.instant("2026-01-10T12:00:00Z"))
    let summer = try #require(ISO8601.instant("2026-07-10T12:00:00Z"))
    #expect(berlin.offset(at: winter) == .hours(1))
    #expect(berlin.offset(at: summer) == .hours(2))
    #expect(ZoneTable.zone(named: "UTC")?.offset(at: summer) == .hours(0))
    for name in ["Mars/Base", "", "../../etc/passwd", "Europe/Berlin\n", "é"] {
      #expect(ZoneTable.zone(named: name) == nil)
    }
  }

  @Test("an unknown zone of a customer is the usual one")
  func usualZone() {
    let table = ZoneTable(usual: "Asia/Tokyo")
    #expect(table.zone(nil).name == "Asia/Tokyo")
    #expect(table.zone("Mars/Base").name == "Asia/Tokyo")
    #expect(table.zone("Europe/Paris").name == "Europe/Paris")
  }

  @Test(
    "the marks of sample files become times",
    arguments: [
      ("{{T-3d4h}}", "2026-11-24T08:00:00Z"), ("{{T-30m}}", "2026-11-27T11:30:00Z"),
      ("{{T-1h30m}}", "2026-11-27T10:30:00Z"), ("{{D-0}}", "2026-11-27"),
      ("{{D-30}}", "2026-10-28"),
      ("{{U-26}}", "11/1/26"), ("a{{D-1}}b{{D-2}}c", "a2026-11-26b2026-11-25c"),
      ("{{X-1}} {{T-x}} {{D-}} {{", "{{X-1}} {{T-x}} {{D-}} {{"), ("{{{D-1}}", "{{{D-1}}"),
    ])
  func demoTime(_ text: String, _ filled: String) throws {
    let now = try #require(ISO8601.instant("2026-11-27T12:00:00Z"))
    let bytes = DemoTime(now: now).fill(Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == filled)
  }

  @Test("the file system of the longest mount point counts")
  func mounts() {
    let table = """
      22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
      30 22 0:40 / /home rw shared:5 - nfs4 server:/home rw
      31 22 0:41 / /home/amy/local rw - btrfs /dev/sdb rw
      broken line
      """
    #expect(MountTable.fileSystem(of: "/home/amy/desk", in: table) == "nfs4")
    #expect(MountTable.fileSystem(of: "/home/amy/local/desk", in: table) == "btrfs")
    #expect(MountTable.fileSystem(of: "/homer", in: table) == "ext4")
  }

  @Test(
    "the fault of the write-ahead log is known by version",
    arguments: [
      ("3.40.1", true), ("3.51.2", true), ("3.51.3", false), ("3.52.0", false), ("3.6.23", false),
      ("4.0.0", false), ("", false),
    ])
  func walReset(_ version: String, _ isFaulty: Bool) {
    #expect(SQLiteLibrary.hasResetFault(version) == isFaulty)
  }

  @Test("progress is told with share and time left, where the size is known")
  func progress() {
    let half = ImportProgress(rows: 500, bytesRead: 50, totalBytes: 100)
    #expect(
      ProgressLine.words("a.csv", half, seconds: 2) == "a.csv: 500 rows, 250 rows/s, 50 %, 3 s left"
    )
    let unknown = ImportProgress(rows: 500, bytesRead: 50, totalBytes: 0)
    #expect(ProgressLine.words("a.csv", unknown, seconds: 0) == "a.csv: 500 rows, 0 rows/s")
  }

  @Test("the measured draft has 2,000 characters")
  func draft() {
    #expect(CheckBench.draft.count == 2000)
  }
}
