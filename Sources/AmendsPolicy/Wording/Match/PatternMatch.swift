/// A pattern's slots, filled with mentions.
struct PatternMatch {
  /// The mentions by slot, as indices.
  var mentions: [Int]
  /// The first and last token.
  var first: Int32
  var last: Int32
}
