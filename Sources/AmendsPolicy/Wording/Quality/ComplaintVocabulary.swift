/// Compares what a reply speaks of with what the complaint is about.
struct ComplaintVocabulary: Sendable {
  /// What a word is about.
  private enum Subject: Equatable {
    /// A group of words that name the same trouble.
    case group(Int)
    /// A stem of its own.
    case stem(ArraySlice<UInt8>)
  }

  private let stopWords: WordSet
  private var stems = WordTable()
  /// The group of each stem, by the stem's number.
  private var groups: [Int] = []

  /// How many letters of a word count; what follows is mostly inflection.
  private static let stemLength = 5

  init(stopWords: [String], synonyms: [[String]]) {
    self.stopWords = WordSet(stopWords.map(Self.folded))
    for (index, group) in synonyms.enumerated() {
      for word in group { add(Array(Self.folded(word).utf8), to: index) }
    }
  }

  /// Takes the vocabulary out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    stopWords = try WordSet(&image)
    stems = try WordTable(&image)
    groups = try image.values()
  }

  /// Puts the vocabulary into an image.
  func write(to image: inout ImageWriter) {
    stopWords.write(to: &image)
    stems.write(to: &image)
    image.put(groups)
  }

  private mutating func add(_ word: [UInt8], to group: Int) {
    let id = stems.intern(Array(word[0..<Self.stemEnd(word, 0, word.count)]))
    if Int(id) == groups.count { groups.append(group) }
  }

  private static func folded(_ word: String) -> String {
    String(decoding: Folder.fold(Array(word.utf8)).bytes, as: UTF8.self)
  }

  /// Whether a complaint says something that a reply could name, and the reply names none of it.
  func isIgnored(complaint: String, by draft: FoldedText, _ pieces: [Piece]) -> Bool {
    let folded = Folder.fold(Array(complaint.utf8))
    let subjects = Splitter.split(folded).compactMap { subject(folded, $0) }
    guard !subjects.isEmpty else { return false }
    return !pieces.contains { piece in
      subject(draft, piece).map { subjects.contains($0) } ?? false
    }
  }

  /// What a piece is about; nil where it says nothing.
  private func subject(_ text: FoldedText, _ piece: Piece) -> Subject? {
    let from = Int(piece.from)
    let to = Int(piece.to)
    guard piece.kind != .sign, to - from > 1, !stopWords.contains(piece, of: text) else {
      return nil
    }
    let end = Self.stemEnd(text.bytes, from, to)
    let id = stems.find(text.bytes, from, end)
    return id >= 0 ? .group(groups[Int(id)]) : .stem(text.bytes[from..<end])
  }

  /// Where a word's stem ends: before an apostrophe, a plural's s, and all after five letters.
  private static func stemEnd(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int {
    var end = bytes[from..<to].firstIndex(of: UInt8(ascii: "'")) ?? to
    if end - from > 3, bytes[end - 1] == UInt8(ascii: "s") { end -= 1 }
    return min(end, from + stemLength)
  }
}
