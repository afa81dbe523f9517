import ArgumentParser
import Ledger
import Store

/// Puts a backup in the place of the desk.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the desk; the present files are kept.",
    discussion: """
      amends restore backups/desk-20261127-140309.backup
      amends restore --set-aside             begin an empty desk, where there is no backup

      The backup is copied and looked through first. The present database is kept as
      desk.sqlite.before-restore-TIME, whatever its state. Nobody may have the desk open meanwhile.

      An older database knows fewer contacts: those that `desk.spool` names are taken in, and sending is
      frozen until `amends sending allow`. Opt-outs, answers and contacts made elsewhere that were recorded
      since the backup are not in the spool: import or record them again first. --json answers with
      {"kept":[…],"reviews","customers","facts","drafts","replies","permits","freezes":[…]}.
      """)

  @Argument(help: "The backup.")
  var file: String?

  @Flag(help: "Begin an empty desk instead.")
  var setAside = false

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard (file == nil) == setAside, file?.isEmpty != true else {
      throw ValidationError("name a backup, or say --set-aside")
    }
  }

  func run() throws {
    let workplace = desk.workplace()
    let restore = DeskRestore(of: workplace.places.data, clock: SystemClock.reading)
    let restored = try file.map { try restore.run(from: $0) } ?? restore.setAside()
    var output = StandardOutput()
    if json {
      output.line(restored.json)
    } else {
      for line in restored.lines(file) { output.safeLine(line) }
    }
    try output.finish()
  }
}

extension Restored {
  fileprivate func lines(_ file: String?) -> [String] {
    [file.map { "\($0) is the desk now: \(contents.words)" } ?? "an empty desk was begun"]
      + kept.map { "kept: \($0)" } + Freeze.lines(of: freezes)
  }

  fileprivate var json: JSONValue {
    let head = [JSONValue.Member(key: "kept", value: .array(kept.map(JSONValue.string)))]
    let freezes = Freeze.json(of: freezes)["freezes"] ?? .array([])
    return .object(head + contents.members + [.init(key: "freezes", value: freezes)])
  }
}
