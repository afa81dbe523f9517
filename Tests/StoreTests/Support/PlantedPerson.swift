import AmendsPolicy
import Foundation
import Ledger
import Store

/// A person in every corner of a desk, known by words that stand nowhere else.
struct PlantedPerson {
  /// What each planted word ends in: words begin differently, as the search index keeps of neighbouring words
  /// only what differs.
  private static let tails = (0..<48).map { "zyl\($0)vim" }
  /// Words that must be gone when the person is erased.
  static let words = tails.enumerated().map { number, tail in
    "\(Character(UnicodeScalar(UInt8(97 + number % 26))))\(number < 26 ? "q" : "x")\(tail)"
  }
  static let relay = "\(words[0])@marketplace.amazon.com"
  static let order = "114-9081726-3546271"
  static let otherOrder = "114-9081726-3546272"
  static let reviewer = words[1]
  /// Everything that a file must not hold any more.
  static var traces: [String] { tails + [order, otherOrder] }

  let customer: CustomerID
  let reviews: [Review]

  /// Plants the person, who has two letters behind them and one that was taken back.
  init(in desk: TestDesk) throws {
    let word = Self.words
    func planted(_ id: String, _ text: String, _ first: Int) throws -> Review {
      try desk.review(id, by: [.reviewer(Self.reviewer), .order(Self.order)], text: text) {
        $0.title = "\(word[first]) \(word[first + 1])"
        $0.author = "\(word[2]) \(word[3])"
        $0.publicReply = word[first + 2]
      }
    }
    _ = try planted(word[4], "\(word[5]) and \(word[6])", 7)
    let one = try planted(word[4], "\(word[10]), \(word[11])", 12)
    let two = try planted(word[15], "\(word[16]) \(word[17])\n\(word[18])", 19)
    reviews = [one, two]
    customer = one.customer
    try Self.merge(into: customer, desk)
    try Self.write(one, two, desk)
    try Self.record(customer, desk)
  }

  /// Somebody else who turns out to be the same person.
  private static func merge(into customer: CustomerID, _ desk: TestDesk) throws {
    try desk.review(words[22], by: [.relay(relay)], text: words[23]) {
      $0.author = words[24]
      $0.title = words[25]
    }
    try desk.store.merge(.relay(relay), into: customer, at: .hours(-20), by: "amy")
  }

  private static func write(_ one: Review, _ two: Review, _ desk: TestDesk) throws {
    try draft("d1", for: one, [words[26], "\(words[27]) \(words[28])"], desk)
    try queue("o1", "d1", for: one, "\(words[27]) \(words[28])", desk)
    _ = try desk.send("o1", at: .hours(-4))
    try draft("d2", for: two, [words[29]], desk)
    try queue("o2", "d2", for: two, words[30], desk)
    try desk.store.hold(OutboxID("o2"), at: .hours(-9), by: "amy")
    try desk.store.recall(OutboxID("o2"), at: .hours(-8), by: "amy")
    try desk.store.discard(DraftID("d2"), at: .hours(-8), by: "amy")
    let long = String(repeating: "Long ago, ", count: 2000) + words[31]
    try draft("d3", for: two, [long, words[32], "\(words[33]) \(words[34])"], desk)
  }

  private static func draft(
    _ id: String, for review: Review, _ revisions: [String], _ desk: TestDesk
  ) throws {
    for (number, text) in revisions.enumerated() {
      try desk.store.save(
        Draft(
          id: DraftID(id), review: review.id, customer: review.customer, text: text,
          revision: number, changedAt: .hours(-12)))
    }
  }

  private static func queue(
    _ id: String, _ draft: String, for review: Review, _ text: String, _ desk: TestDesk
  ) throws {
    try desk.store.enqueue(
      OutboxItem(
        id: OutboxID(id), draft: DraftID(draft), review: review.id, customer: review.customer,
        recipient: relay, order: order, text: text, isProactive: id == "o1",
        queuedAt: .hours(-11), queuedBy: "amy", leavesAt: .hours(-11), heardUntil: .hours(0)),
      at: .hours(-11))
  }

  private static func record(_ customer: CustomerID, _ desk: TestDesk) throws {
    for (index, kind) in [ContactEventKind.answered, .refundAsked, .orderCompleted].enumerated() {
      let event = ContactEvent(
        kind, at: .hours(Int64(index) - 7), order: index == 0 ? otherOrder : order)
      _ = try desk.store.record(
        ContactRecord(
          customer: .relay(relay), event: event, channel: words[35 + index],
          zone: "Europe/\(words[38])", note: "\(words[39 + index]) \(words[42 + index])"),
        at: .hours(-3), by: "amy")
    }
    for (word, isRetracted) in [(words[45], false), (words[46], true)] {
      let note = try desk.store.addNote(word, to: customer, at: .hours(-2), by: "amy")
      if isRetracted { try desk.store.retract(note, at: .hours(-2)) }
    }
    _ = try desk.store.record(
      ContactRecord(
        customer: .reviewer(words[47]), event: ContactEvent(.contacted, at: .hours(-100))),
      at: .hours(-1), by: "amy")
    try desk.store.merge(.reviewer(words[47]), into: customer, at: .hours(-1), by: "amy")
  }
}

extension TestDesk {
  /// How often each of some texts stands in the files of the desk, whatever the case of its letters.
  func traces(of texts: [String]) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")).map {
        (65...90).contains($0) ? $0 + 32 : $0
      }
      let data = Data(bytes)
      for text in texts {
        var rest = data.startIndex..<data.endIndex
        while let range = data.range(of: Data(text.lowercased().utf8), in: rest) {
          found[text, default: 0] += 1
          rest = range.upperBound..<data.endIndex
        }
      }
    }
    return found
  }
}
