import AmendsPolicy
import Foundation
import GRDB
import Ledger
import Store
import Testing

/// Reads the type and mode of a file without following links.
private func mode(_ path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
}

@Suite struct OpeningTests {
  @Test func makesFolderAndFilesForTheOwnerAlone() throws {
    let desk = try TestDesk()
    try desk.review("R1", by: [.reviewer("A")])
    #expect(try mode(desk.folder) == 0o700)
    for name in ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm", "desk.lock"] {
      #expect(try mode("\(desk.folder)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func makesMissingParents() throws {
    let root = TestDesk.newFolder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    let store = try DeskStore(at: root + "/a/b")
    try store.close()
    #expect(try mode(root + "/a/b") == 0o700)
  }

  @Test func waitsForTheDiskAndGuardsItself() throws {
    let desk = try TestDesk()
    #expect(try desk.store.setting(.synchronous) == "2")
    #expect(try desk.store.setting(.journalMode) == "wal")
    #expect(try desk.store.setting(.foreignKeys) == "1")
    #expect(try desk.store.setting(.recursiveTriggers) == "1")
    #expect(try desk.store.setting(.trustedSchema) == "0")
    #expect(try desk.store.setting(.cellSizeCheck) == "1")
    #expect(try desk.store.setting(.secureDelete) == "2")
  }

  @Test func keepsLittleInMemoryAfterAnImport() throws {
    let desk = try TestDesk()
    let before = try desk.store.setting(.cacheSize)
    try desk.review("R1", by: [.reviewer("A")])
    #expect(try desk.store.setting(.cacheSize) == before)
  }

  @Test(arguments: [0o644, 0o660, 0o604])
  func refusesAFileThatOthersMayOpen(_ wide: Int) throws {
    let desk = try TestDesk()
    try desk.store.close()
    let path = desk.folder + "/desk.sqlite"
    try FileManager.default.setAttributes([.posixPermissions: wide], ofItemAtPath: path)
    let error = #expect(throws: DeskError.self) { try desk.again() }
    #expect(error?.description.contains("chmod 600") == true)
  }

  @Test func refusesAFolderThatOthersMayWriteTo() throws {
    let desk = try TestDesk()
    try desk.store.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: desk.folder)
    let error = #expect(throws: DeskError.self) { try desk.again() }
    #expect(error?.description.contains("chmod 700") == true)
  }

  @Test(arguments: ["desk.sqlite", "desk.lock"])
  func refusesALinkInPlaceOfAFile(_ name: String) throws {
    let desk = try TestDesk()
    try desk.store.close()
    let path = "\(desk.folder)/\(name)"
    let elsewhere = desk.folder + "/elsewhere"
    try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
    #expect(throws: DeskError.self) { try desk.again() }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.linkItem(atPath: elsewhere, toPath: path)
    #expect(throws: DeskError.self) { try desk.again() }
  }

  @Test func refusesWhatIsNoFolder() throws {
    let path = TestDesk.newFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    #expect(throws: DeskError.self) { try DeskStore(at: path) }
  }

  @Test func refusesWhatIsNoDatabase() throws {
    let desk = try TestDesk()
    try desk.store.close()
    let handle = try #require(FileHandle(forWritingAtPath: desk.folder + "/desk.sqlite"))
    try handle.write(contentsOf: Data(repeating: 0x41, count: 8192))
    try handle.close()
    let error = #expect(throws: DeskError.self) { try desk.again() }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func refusesADeskOfANewerProgram() throws {
    let desk = try TestDesk()
    try desk.store.close()
    try desk.sql("INSERT INTO grdb_migrations(identifier) VALUES ('9 from the future')")
    let path = desk.folder + "/desk.sqlite"
    #expect(throws: DeskError.newerSchema(path: path)) { try desk.again() }
  }

  @Test func foldsItsLogBackWhenClosed() throws {
    let desk = try TestDesk()
    try desk.review("R1", by: [.reviewer("A")])
    _ = try desk.store.counts(at: .hours(0))
    try desk.store.close()
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/desk.sqlite-wal"))
  }

  @Test func opensAgainWithEverythingInIt() throws {
    let desk = try TestDesk()
    let review = try desk.review("R1", by: [.reviewer("A")])
    try desk.store.close()
    let again = try desk.again()
    #expect(try again.review(review.id) == review)
    try again.close()
  }

  @Test func isSoundAfterMigration() throws {
    let desk = try TestDesk()
    #expect(try desk.sql("PRAGMA integrity_check").first?[0] == "ok")
    #expect(try desk.sql("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func seesThatAnotherProcessWrote() throws {
    let desk = try TestDesk()
    let other = try desk.again()
    let before = try desk.store.changeToken()
    #expect(try desk.store.changeToken() == before)
    _ = try other.record(
      ContactRecord(customer: .reviewer("A"), event: ContactEvent(.answered, at: .hours(0))),
      at: .hours(0), by: "ben")
    let after = try desk.store.changeToken()
    #expect(after != before)
    try desk.review("R1", by: [.reviewer("A")])
    #expect(try desk.store.changeToken() != after)
    try other.close()
  }

  @Test func givesUpWhenSomebodyHoldsTheLock() throws {
    let desk = try TestDesk()
    let file = open(desk.folder + "/desk.lock", O_RDWR)
    #expect(flock(file, LOCK_EX) == 0)
    #expect(throws: DeskError.busy) { try DeskStore(at: desk.folder, patience: 0) }
    close(file)
  }
}
