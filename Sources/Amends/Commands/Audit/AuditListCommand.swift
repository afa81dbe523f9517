import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// Lists the audit.
struct AuditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was done, the newest first.",
    discussion: """
      --json answers with one object a line: {"number","at","actor","user","host","process","action",
      "customer","object","details":{…},"write","hash"}, times in UTC.
      """)

  private static let page = 500

  @Option(help: ArgumentHelp("Only what was done since then.", valueName: "time"))
  var since: TimeArgument?

  @Option(help: "Only what concerns a person, by any key.")
  var customer: PersonArgument?

  @Option(help: "List no more than so many.")
  var limit: Int?

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number from 0") }
  }

  func run() throws {
    let store = try desk.workplace().openDesk()
    var query = AuditQuery(
      since: since?.instant, customer: try customer?.known(in: store).id, limit: Self.page)
    var left = limit ?? .max
    var output = StandardOutput()
    while left > 0 {
      query.limit = min(left, Self.page)
      let entries = try store.audit(query)
      for entry in entries {
        if json {
          output.line(entry.json)
        } else {
          output.safeLine(entry.line)
        }
      }
      left -= entries.count
      guard entries.count == query.limit else { break }
      query.before = entries.last?.number
    }
    try output.finish()
  }
}

extension PersonArgument {
  /// The person whom the desk knows by the key.
  ///
  /// - Throws: `Failure` where it knows nobody by it.
  func known(in store: DeskStore) throws -> Customer {
    guard let customer = try store.customer(for: key) else {
      throw Failure(.no, "this desk knows nobody by \(key.text)")
    }
    return customer
  }
}

extension AuditEntry {
  /// The entry as the contract of `audit --json` has it.
  var json: JSONValue {
    [
      "number": .int(number), "at": .string(ISO8601.text(at)), "actor": .string(acting.agent),
      "user": .string(acting.user), "host": .string(acting.host),
      "process": .string(acting.process), "action": .string(action),
      "customer": customer.map { .int($0.number) } ?? .null, "object": .string(object),
      "details": .object(
        details.ordered.map { JSONValue.Member(key: $0.name, value: .string($0.value)) }),
      "write": .text(write?.text), "hash": .string(hash),
    ]
  }

  /// The entry for people; of sums only the beginning.
  var line: String {
    let place = acting.host.isEmpty ? acting.agent : "\(acting.agent)@\(acting.host)"
    let words = details.ordered.map { "\($0.name)=\(Self.short($0.value))" }
    let whom = customer.map { AuditObject.customer($0).text }.flatMap { $0 == object ? [] : [$0] }
    return
      (["\(number)", ISO8601.text(at), place, action, object] + (whom ?? []) + words)
      .joined(separator: "  ")
  }

  private static func short(_ value: String) -> String {
    let isSum = value.utf8.count == 64 && value.allSatisfy(\.isHexDigit)
    return isSum ? "\(value.prefix(12))…" : value
  }
}
