/// Chooses the pieces that an installed reader keeps: it judges drafts in languages with Latin letters only.
public enum VocabularyPruning {
  /// What the base was taught to fill in: no word of any draft.
  private static let mask = "<mask>"

  /// Whether a piece is kept: all its letters are Latin, or it has none.
  public static func keeps(_ piece: String) -> Bool {
    piece != mask && !piece.unicodeScalars.contains(where: LatinLetters.isForeign)
  }

  /// The kept pieces by their numbers in the base, as the model file orders them.
  ///
  /// The four special pieces come first, the others follow in the order of their bytes.
  ///
  /// - Throws: `FormatFault` where two pieces are alike.
  static func order(_ vocabulary: BaseVocabulary) throws(FormatFault) -> [Int] {
    var kept = (0..<vocabulary.count).filter { index in
      !vocabulary.special.contains(index) && keeps(vocabulary.piece(index))
    }
    kept.sort { vocabulary.piece($0).lexicographicallyPrecedes(vocabulary.piece($1)) }
    for (first, second) in zip(kept, kept.dropFirst())
    where vocabulary.piece(first) == vocabulary.piece(second) {
      throw FormatFault("the pieces \(first) and \(second) are alike")
    }
    return vocabulary.special + kept
  }

  private static func keeps(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.allSatisfy { $0 < 0x80 && $0 != 0x3C } || keeps(String(decoding: piece, as: UTF8.self))
  }
}
