import ArgumentParser
import Ledger
import Store

/// Copies the desk.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the desk into one file, and look through the copy.",
    discussion: """
      amends backup                          into backups/desk-YYYYMMDD-HHMMSS.backup beside the desk
      amends backup --keep 14                and remove all but the newest 14 there
      amends backup /mnt/usb/desk.backup     anywhere else; an existing file is never replaced

      Others may go on working meanwhile: the copy is of one moment. It takes its name only once it is
      whole, on the disk, and counted against the desk. `amends restore` puts it back. --json answers with
      {"file","bytes","reviews","customers","facts","drafts","replies","permits","removed":[…]}.
      """)

  @Argument(help: "Where to; by default a file named after the time.")
  var file: String?

  @Option(help: "Keep so many backups of this desk's own folder, and remove older ones.")
  var keep: Int?

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let keep, keep < 1 { throw ValidationError("--keep is a number from 1") }
    if keep != nil, file != nil {
      throw ValidationError("--keep counts the backups beside the desk: leave FILE out")
    }
    if file?.isEmpty == true { throw ValidationError("a file needs a name") }
  }

  func run() throws {
    let store = try desk.workplace().openDesk()
    var line = ShareLine("backup")
    let backup = try store.backUp(to: file, at: SystemClock.now, keeping: keep) { share in
      line.show(share)
    }
    line.clear()
    try store.note(
      .backupMade, [.reviews: "\(backup.contents.reviews)", .facts: "\(backup.contents.facts)"],
      at: SystemClock.now)
    var output = StandardOutput()
    if json {
      output.line(backup.json)
    } else {
      output.safeLine("\(backup.path): \(backup.contents.words), \(backup.size >> 10) KiB")
      for path in backup.removed { output.safeLine("removed \(path)") }
    }
    try output.finish()
  }
}

extension DeskContents {
  /// The figures in one line.
  var words: String { "\(reviews) reviews, \(facts) facts, \(drafts) drafts, \(replies) replies" }

  /// The figures as members of an object.
  var members: [JSONValue.Member] {
    [
      ("reviews", reviews), ("customers", customers), ("facts", facts), ("drafts", drafts),
      ("replies", replies), ("permits", permits),
    ].map { JSONValue.Member(key: $0.0, value: .int($0.1)) }
  }
}

extension Backup {
  fileprivate var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init(key: "file", value: .string(path)), .init(key: "bytes", value: .int(size)),
    ]
    let removed = JSONValue.array(removed.map(JSONValue.string))
    return .object(head + contents.members + [.init(key: "removed", value: removed)])
  }
}
