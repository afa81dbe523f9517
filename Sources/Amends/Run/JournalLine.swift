import AmendsPolicy
import Digests
import Ledger

/// One state of a draft as a line of a journal: a JSON object, a tab, and a sum over the object.
enum JournalLine {
  /// The line with its end.
  static func bytes(of draft: Draft) -> [UInt8] {
    let object: JSONValue = [
      "id": .string(draft.id.text), "review": .int(draft.review.number),
      "customer": .int(draft.customer.number), "revision": .int(draft.revision),
      "cursor": .int(draft.cursor), "changedAt": .int(draft.changedAt.milliseconds),
      "text": .string(draft.text),
    ]
    var bytes: [UInt8] = []
    object.append(to: &bytes)
    return bytes + [UInt8(ascii: "\t")] + Array(sum(of: bytes).utf8) + [UInt8(ascii: "\n")]
  }

  /// The newest state of each draft, and how many lines cannot be read; a last line without its end was never
  /// promised.
  static func drafts(in bytes: [UInt8]) -> (drafts: [Draft], damaged: Int) {
    var newest: [DraftID: Draft] = [:]
    var damaged = 0
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      if let draft = draft(rest[..<end]) {
        if draft.revision >= newest[draft.id]?.revision ?? 0 { newest[draft.id] = draft }
      } else {
        damaged += 1
      }
      rest = rest[(end + 1)...]
    }
    return (newest.values.sorted { $0.changedAt < $1.changedAt }, damaged)
  }

  private static func draft(_ line: ArraySlice<UInt8>) -> Draft? {
    guard let tab = line.lastIndex(of: UInt8(ascii: "\t")),
      sum(of: Array(line[..<tab])).utf8.elementsEqual(line[(tab + 1)...]),
      let object = try? JSONReader.value(of: Array(line[..<tab])),
      let id = object["id"]?.words, let text = object["text"]?.words,
      let review = object["review"]?.whole, let customer = object["customer"]?.whole,
      let revision = object["revision"]?.whole, let cursor = object["cursor"]?.whole,
      let changedAt = object["changedAt"]?.whole
    else { return nil }
    return Draft(
      id: DraftID(id), review: ReviewID(review), customer: CustomerID(customer), text: text,
      cursor: Int(cursor), revision: Int(revision), changedAt: Instant(milliseconds: changedAt))
  }

  /// The sum over some bytes, in hexadecimal digits.
  static func sum(of bytes: [UInt8]) -> String {
    "\(bytes.withUnsafeBytes { Checksum(of: $0) })"
  }
}

extension JSONValue {
  fileprivate var words: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var whole: Int64? {
    if case .number(let digits) = self { Int64(digits) } else { nil }
  }
}
