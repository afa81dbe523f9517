/// How much of one message is looked at, in bytes where nothing else is said.
public struct MailLimits: Sendable {
  /// How much of all header fields together is kept.
  public var header = 256 << 10
  /// How much of one header field is kept.
  public var field = 64 << 10
  /// How many header fields of one part are kept.
  public var fields = 1000
  /// How deep parts may be nested.
  public var depth = 16
  /// How many parts of a message are looked at.
  public var parts = 256
  /// How much markup is read to make a text of it.
  public var markup = 1 << 20
  /// How long the text may be, in UTF-8.
  public var text = 256 << 10

  /// The limits that hold unless others are set.
  public init() {}
}
