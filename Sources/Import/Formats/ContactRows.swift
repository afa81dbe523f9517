import AmendsPolicy
import Ledger

/// Contact history from other systems: one fact about a person a row, columns in any order.
///
/// Times are ISO 8601 only: a day read in the wrong order would move a cooldown.
struct ContactRows: RowMapping {
  static let expected = ExpectedColumns(
    format: .contactsCSV, columns: ["customer", "event", "at", "order", "channel", "note"])

  private let customer: Column
  private let event: Column
  private let at: Column
  private let order: Column?
  private let channel: Column?
  private let note: Column?
  private let zone: Column?

  /// Finds the columns; customer, event and at are the least, `zone` may be there too.
  init?(_ header: Header) {
    guard let customer = header.column("customer"), let event = header.column("event"),
      let at = header.column("at")
    else { return nil }
    (self.customer, self.event, self.at) = (customer, event, at)
    order = header.column("order")
    channel = header.column("channel")
    note = header.column("note")
    zone = header.column("zone")
  }

  var dateColumn: Column? { nil }
  var isEnglish: Bool { true }

  func row(_ record: Record, _ dates: DateReader) throws(Refusal) -> ImportedRow {
    let fact = ContactEvent(
      try kind(record), at: try time(record), order: OrderText.read(record.value(order)))
    let zone = record.value(zone)
    return .contact(
      ContactRecord(
        customer: try person(record),
        event: fact,
        channel: record.value(channel),
        zone: zone.isEmpty ? nil : zone,
        note: record.prose(note)))
  }

  private func person(_ record: Record) throws(Refusal) -> CustomerKey {
    if record.with(customer.index, Self.isPlainName) {
      return .reviewer(record.text(customer.index))
    }
    guard let key = CustomerKey(record.text(customer.index)) else {
      throw customer.refusal("is empty; a relay address, an order or a reviewer id is needed")
    }
    return key
  }

  /// Letters and figures alone are a reviewer id, as `CustomerKey` reads them, only sooner found.
  private static func isPlainName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
          || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      }
  }

  private func kind(_ record: Record) throws(Refusal) -> ContactEventKind {
    if let kind = record.with(event.index, EventNames.kind) { return kind }
    let value = record.value(event)
    if let kind = ContactEventKind(rawValue: value.lowercased()) { return kind }
    let known = ContactEventKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw event.refusal(
      "\(value.isEmpty ? "is empty" : "\(value.quoted) is unknown"); known: \(known)")
  }

  private func time(_ record: Record) throws(Refusal) -> Instant {
    if let instant = record.with(at.index, PlainTime.read) { return instant }
    let value = record.value(at)
    guard let instant = ISO8601.instant(value) else {
      let found = value.isEmpty ? "is empty" : "\(value.quoted) is no time"
      throw at.refusal("\(found); one such as 2026-11-27T14:03:09Z or 2026-11-27 is needed")
    }
    return instant
  }
}

/// Order numbers as other systems write them.
enum OrderText {
  /// The number, in capitals where it is one of the marketplace's; `nil` for nothing.
  static func read(_ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    return OrderNumber.isValid(text) ? text.uppercased() : text
  }
}

/// The names of the events as bytes, to find them without making a text of each.
enum EventNames {
  private static let names = ContactEventKind.allCases.map { (Array($0.rawValue.utf8), $0) }

  /// The event that bytes name exactly.
  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> ContactEventKind? {
    for (name, kind) in names where name.count == bytes.count {
      if bytes.elementsEqual(name) { return kind }
    }
    return nil
  }
}
