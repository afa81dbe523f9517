extension FoldedText {
  /// The source bytes where some words stand whole, folded as this text is.
  func places(of words: String) -> [Range<Int>] {
    let wanted = Folder.fold(Array(words.utf8)).bytes
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    var ranges: [Range<Int>] = []
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && isWhole(start, start + wanted.count)
      && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    {
      ranges.append(range(start, start + wanted.count - 1))
    }
    return ranges
  }

  private func isWhole(_ start: Int, _ end: Int) -> Bool {
    (start == 0 || !ByteClass.isAlphanumeric(bytes[start - 1]))
      && (end == bytes.count || !ByteClass.isAlphanumeric(bytes[end]))
  }
}
