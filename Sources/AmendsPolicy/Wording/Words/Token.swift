/// A word of a draft as the rules see it.
struct Token {
  /// Its number in the lexicon; -1 for a word that no phrase uses.
  var word: Int32
  /// A second reading, such as "any number"; -1 where there is none.
  var other: Int32 = -1
  /// The source bytes.
  var start: Int32
  var end: Int32
  var sentence: Int32
  var clause: Int32

  /// The same place in the draft, taken for another word.
  func read(as word: Int32) -> Token {
    var token = self
    token.word = word
    return token
  }
}
