public import AmendsPolicy
public import Ledger

/// The header of a message or of a part, its fields in their order.
public struct MailHeader: Hashable, Sendable {
  /// The fields, the topmost first.
  public internal(set) var fields: [HeaderField] = []

  /// A header without a field.
  init() {}

  /// The topmost field of a name in lower case.
  public subscript(name: String) -> HeaderField? { fields.first { $0.name == name } }

  /// All fields of a name in lower case, the topmost first.
  public func all(_ name: String) -> [HeaderField] { fields.filter { $0.name == name } }

  /// The topmost field of a name as one line of text; empty where there is none.
  public func text(_ name: String) -> String { self[name]?.text ?? "" }

  /// The addresses in all fields of a name.
  public func addresses(_ name: String) -> AddressList {
    all(name).reduce(into: AddressList()) { $0.add(AddressReader.read($1.value)) }
  }

  /// The instant in the topmost field of a name; `nil` where it has none.
  public func instant(_ name: String) -> Instant? {
    self[name].flatMap { DateField.read($0.value[...]) }
  }

  /// When each server on the way took the message, the last one first (RFC 5321, 4.4).
  public var received: [Instant] {
    all("received").compactMap { field in
      guard let semicolon = field.value.lastIndex(of: UInt8(ascii: ";")) else { return nil }
      return DateField.read(field.value[(semicolon + 1)...])
    }
  }

  /// The message identities in the topmost field of a name, in their order (RFC 5322, 3.6.4).
  public func references(_ name: String) -> [MessageReference] {
    guard let value = self[name]?.value else { return [] }
    return value.split { $0.isWhite || $0 == UInt8(ascii: ",") }.flatMap(Self.references)
  }

  /// Identities that may stand side by side without a space, `<a@b><c@d>`.
  private static func references(_ word: ArraySlice<UInt8>) -> [MessageReference] {
    word.split(separator: UInt8(ascii: "<")).compactMap { part in
      let text = part.prefix { $0 != UInt8(ascii: ">") }
      return MessageReference(String(decoding: text, as: UTF8.self))
    }
  }
}
