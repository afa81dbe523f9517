/// A run of folded letters and digits, or one telling sign, before it is looked up.
struct Piece {
  /// What kind of run it is.
  enum Kind: UInt8 {
    /// Letters, with or without digits among them.
    case word
    /// Digits, with points and commas among them.
    case number
    /// A sign that rules may look for, such as `?`, or a pictograph that stands for a word.
    case sign
  }

  /// How it is joined to the piece before it.
  enum Joint: Equatable {
    /// By a space, a line break or more.
    case space
    /// By several spaces in a row.
    case wideSpace
    /// By signs without any space, the first of which is kept.
    case glue(UInt8)
  }

  var kind: Kind
  var joint: Joint
  /// The folded bytes.
  var from: Int32
  var to: Int32
  var sentence: Int32
  var clause: Int32
  /// The hash of the folded bytes, by which word tables find them.
  var hash: UInt32

  var length: Int { Int(to - from) }
}
