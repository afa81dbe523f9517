import Ledger
import Store

extension ErasurePlan {
  /// What an erasure would do, a line for each thing.
  func lines(files: [String], copies: [String]) -> [String] {
    let known = keys.map(\.text).joined(separator: ", ")
    let name = customer.name.isEmpty ? "(no name)" : customer.name
    let before = wasErased ? ", erased before" : ""
    return ["customer \(customer.id.number), \(name)\(before)\(known.isEmpty ? "" : ": \(known)")"]
      + removed.map { "  removes \($0)" } + files.map { "  removes the file \($0)" }
      + [
        "  keeps the times of \(count(facts, "fact")) and \(count(permits, "permit")), stars, and keyed"
          + " hashes of what they are known by",
        "  marks them as never to be contacted; files that name them again bring nothing back",
      ]
      + copies.map { "  cannot reach \($0), which may hold them: remove it, or keep it on purpose" }
  }

  private var removed: [String] {
    let waiting = live.map { ["a reply that is \($0.state.rawValue), which is recalled first"] }
    return (waiting ?? []) + [
      "names, addresses and order numbers",
      "the words of \(count(reviews.count, "review")) and \(count(formerTexts, "former text"))",
      "the texts of \(count(drafts, "draft")) and \(count(replies, "reply", "replies"))",
      "the words of \(count(facts, "fact")), and \(count(notes, "note"))",
    ]
  }

  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? "\(one)s")"
  }

  /// The plan as the contract of `erase --json` has it.
  func json(files: [String], copies: [String]) -> JSONValue {
    [
      "customer": .int(customer.id.number), "reviews": .int(reviews.count),
      "formerTexts": .int(formerTexts), "drafts": .int(drafts), "replies": .int(replies),
      "facts": .int(facts), "notes": .int(notes), "permits": .int(permits),
      "files": .array(files.map { .string($0) }), "copies": .array(copies.map { .string($0) }),
    ]
  }
}
