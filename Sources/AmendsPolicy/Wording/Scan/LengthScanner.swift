/// Finds what is too long for a channel.
enum LengthScanner {
  /// The source bytes behind the last character that the channel takes.
  static func scan(_ source: [UInt8], _ channel: Channel?) -> [Range<Int>] {
    guard let most = channel?.mostCharacters, source.count > most else { return [] }
    var count = 0
    for index in source.indices where source[index] & 0xC0 != 0x80 {
      if count == most { return [index..<source.count] }
      count += 1
    }
    return []
  }
}
