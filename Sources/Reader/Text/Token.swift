/// A piece of a text.
public struct Token: Equatable, Sendable {
  /// Which piece it is.
  public let id: Int32
  /// The bytes of the text that it came from: whole code points, of which two tokens may share one.
  public let range: Range<Int>
  /// Whether a word starts with it.
  public let startsWord: Bool

  /// A piece of a text.
  public init(id: Int32, range: Range<Int>, startsWord: Bool) {
    self.id = id
    self.range = range
    self.startsWord = startsWord
  }
}
