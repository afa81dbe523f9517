import Foundation
import Testing

@testable import Store

#if canImport(Glibc)
import Glibc
#endif

/// What others, or accidents, may put in the place of a desk's files.
@Suite("Files that are not safe")
struct FileSafetyTests {
  enum Trap: String, CaseIterable {
    case symbolicLink, hardLink, pipe, folder, socket
    case readableByAll, writableByGroup, otherOwner

    /// Root alone can give a file away.
    var isPossible: Bool { self != .otherOwner || geteuid() == 0 }
  }

  static let files = [
    "desk.sqlite", "desk.lock", "desk.in-use", "desk.epoch", "desk.spool", "desk.failed",
    "desk.sqlite-wal", "desk.sqlite-shm", "desk.sqlite-journal",
  ]

  private func set(_ trap: Trap, _ path: String, aside: String) throws {
    let manager = FileManager.default
    if !manager.fileExists(atPath: path) {
      #expect(
        manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
    }
    switch trap {
    case .symbolicLink:
      try manager.moveItem(atPath: path, toPath: aside)
      try manager.createSymbolicLink(atPath: path, withDestinationPath: aside)
    case .hardLink: try manager.linkItem(atPath: path, toPath: aside)
    case .pipe:
      try manager.removeItem(atPath: path)
      #expect(mkfifo(path, 0o600) == 0)
    case .folder:
      try manager.removeItem(atPath: path)
      try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .socket:
      try manager.removeItem(atPath: path)
      #expect(mknod(path, S_IFSOCK | 0o600, 0) == 0)
    case .readableByAll:
      try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    case .writableByGroup:
      try manager.setAttributes([.posixPermissions: 0o660], ofItemAtPath: path)
    case .otherOwner: #expect(chown(path, 12_345, 0) == 0)
    }
  }

  @Test("each kind in the place of each file is refused, with its path", arguments: Trap.allCases)
  func refused(_ trap: Trap) throws {
    guard trap.isPossible else { return }
    for name in Self.files {
      let desk = try TestDesk()
      try desk.store.close()
      let path = desk.path(name)
      try set(trap, path, aside: desk.path("aside"))
      let error = #expect(throws: DeskError.self, "\(trap) at \(name)") { try desk.again() }
      guard case .unsafeFile(path, let reason) = error else {
        Issue.record("\(trap) at \(name): \(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test("a folder that is somebody else's, or lies where everybody may swap it")
  func folders() throws {
    let root = TestDesk.newFolder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(mkdir(root, 0o700) == 0)
    #expect(chmod(root, 0o777) == 0)
    let error = #expect(throws: DeskError.self) { try DeskStore(at: root + "/desk") }
    #expect(error?.description.contains(root) == true)
    #expect(chmod(root, 0o1777) == 0)
    try DeskStore(at: root + "/desk").close()
    guard geteuid() == 0 else { return }
    #expect(chown(root + "/desk", 12_345, 0) == 0)
    #expect(throws: DeskError.self) { try DeskStore(at: root + "/desk") }
  }

  @Test(
    "file systems behind a network or another program are known by their numbers; disks are not")
  func fileSystems() {
    for number in [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x517B, 0x0102_1997, 0x6573_5546] as [Int64] {
      #expect(FileSystemKind.unsafeName(number) != nil)
    }
    for number in [0xEF53, 0x9123_683E, 0x5846_5342, 0x0102_1994, 0x794C_7630, -1] as [Int64] {
      #expect(FileSystemKind.unsafeName(number) == nil)
    }
  }
}
