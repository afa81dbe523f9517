import AmendsPolicy
import Foundation
import Ledger
import Store

/// Copies of a desk's files, as people make them behind the program's back.
extension TestDesk {
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names in the folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Closes the desk and keeps a copy of its database.
  func keepCopy() throws {
    try store.close()
    try FileManager.default.copyItem(atPath: path("desk.sqlite"), toPath: path("copy"))
  }

  /// Puts the copy in the place of the database.
  func putCopyBack() throws {
    try? FileManager.default.removeItem(atPath: path("desk.sqlite"))
    try FileManager.default.copyItem(atPath: path("copy"), toPath: path("desk.sqlite"))
  }

  /// Changes bytes of a file.
  func change(_ name: String, _ change: (inout Data) -> Void) throws {
    let url = URL(fileURLWithPath: path(name))
    var data = try Data(contentsOf: url)
    change(&data)
    try data.write(to: url)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: path(name))
  }
}

extension DeskStore {
  /// Sends a queued item at an hour of the tests' day.
  func send(_ id: String, at hours: Int64) throws -> CommitAnswer {
    let claim = try claim(OutboxID(id), by: "test")
    let answer = try commit(claim.item.id, fence: claim.fence, at: .hours(hours), channel: "email")
    if answer == .granted {
      try finish(claim.item.id, fence: claim.fence, .sent, at: .hours(hours))
    } else {
      try release(claim.item.id, fence: claim.fence)
    }
    return answer
  }

  /// Lifts every freeze.
  func allow(at hours: Int64, nothingSentAfter horizon: Instant? = nil) throws {
    guard let reason = TypedReason("the tests say so") else { return }
    try allowSending(reason, clock: .hours(hours), by: "amy", nothingSentAfter: horizon)
  }
}
