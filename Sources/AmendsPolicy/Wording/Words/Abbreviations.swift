/// Shortened words whose point ends no sentence.
enum Abbreviations {
  private static let words: Set<[UInt8]> = Set(
    ["mr", "mrs", "ms", "dr", "st", "no", "nr", "vs", "etc", "approx", "ca", "inc", "ltd", "tel"]
      .map { Array($0.utf8) })

  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 6 && words.contains(Array(word))
  }
}
