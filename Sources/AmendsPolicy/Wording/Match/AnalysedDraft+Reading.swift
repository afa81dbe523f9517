extension AnalysedDraft {
  /// The draft's words as phrases write them, by sentence.
  func sentences(_ lexicon: Lexicon) -> [[String]] {
    var sentences: [[String]] = []
    var last: Int32 = -1
    for token in tokens {
      if token.sentence != last {
        sentences.append([])
        last = token.sentence
      }
      sentences[sentences.count - 1].append(word(token, lexicon))
    }
    return sentences
  }

  private func word(_ token: Token, _ lexicon: Lexicon) -> String {
    if token.other == lexicon.number { return "#" }
    if token.word == lexicon.currency { return "¤" }
    if token.word >= 0 { return String(decoding: lexicon.table.word(token.word), as: UTF8.self) }
    let folded = Folder.fold(Array(source[Int(token.start)..<Int(token.end)]))
    return String(decoding: folded.bytes, as: UTF8.self)
  }
}
