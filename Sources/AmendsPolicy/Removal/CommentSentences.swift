/// What each sentence of a comment is about.
struct CommentSentences {
  /// What a sentence is about; what speaks of the seller outweighs all else.
  enum Subject: Int, Comparable {
    case unclear
    case product
    case delivery
    case seller

    static func < (first: Subject, second: Subject) -> Bool { first.rawValue < second.rawValue }
  }

  /// The subjects of the sentences that say anything, in order.
  let subjects: [Subject]
  /// The words that show each subject.
  private(set) var ranges: [Subject: [Range<Int>]] = [:]

  /// Looks at what was seen in a text; goods that came wrong are the seller's matter in a feedback, and the product's
  /// in a review.
  init(_ reading: ReviewReading, of kind: ItemKind) {
    let sentences = Set(reading.pieces.filter { $0.kind == .word }.map(\.sentence)).sorted()
    var found: [Int: Subject] = [:]
    for mention in reading.mentions {
      guard let subject = Self.subject(of: mention.subject, in: kind) else { continue }
      found[mention.sentence] = max(found[mention.sentence] ?? .unclear, subject)
      ranges[subject, default: []].append(mention.range)
    }
    subjects = sentences.map { found[Int($0)] ?? .unclear }
  }

  /// Whether every sentence is about one subject.
  func areAll(_ subject: Subject) -> Bool {
    !subjects.isEmpty && subjects.allSatisfy { $0 == subject }
  }

  /// Whether some sentence is about a subject, and no sentence is clearly about another.
  func areMostly(_ subject: Subject) -> Bool {
    subjects.contains(subject) && subjects.allSatisfy { $0 == subject || $0 == .unclear }
  }

  /// The words that show a subject.
  func words(of subject: Subject) -> [Range<Int>] { ByteRanges.merged(ranges[subject] ?? []) }

  private static func subject(of subject: ReviewSubject, in kind: ItemKind) -> Subject? {
    switch subject {
    case .topic(.product), .cause(.defect), .cause(.quality), .cause(.misuse): .product
    case .topic(.delivery), .cause(.late): .delivery
    case .topic(.seller), .cause(.service): .seller
    case .cause(.wrongItem), .cause(.missingParts), .cause(.notAsDescribed), .cause(.damaged),
      .cause(.price):
      kind == .sellerFeedback ? .seller : .product
    default: nil
    }
  }
}
