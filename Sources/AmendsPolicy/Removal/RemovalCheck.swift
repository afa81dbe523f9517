/// Judges a seller feedback by the marketplace's rules for its removal.
///
/// Amazon removes obscene words, personal information, and comments that are product reviews as a whole; it strikes
/// comments through that are about the delivery as a whole where it fulfilled the order itself, or where the shop
/// shipped on time with Buy Shipping (help page 20231). A comment that speaks of the seller as well stays.
struct RemovalCheck {
  private let reading: ReviewReading
  private let sentences: CommentSentences
  private let fulfilment: Fulfilment

  init(_ reading: ReviewReading, fulfilment: Fulfilment) {
    self.reading = reading
    self.fulfilment = fulfilment
    sentences = CommentSentences(reading, of: .sellerFeedback)
  }

  /// The answer for a feedback that was posted at an instant.
  func answer(postedAt: Instant, at now: Instant) -> RemovalAnswer {
    let closesAt = postedAt + RemovalAnswer.window
    let found = [obscene, contactData, product, delivery, promotion].compactMap(\.self)
    guard now <= closesAt else {
      let late = RemovalAnswer.Point(nil, "The 90 days for a request are over.", ranges: [])
      return RemovalAnswer(verdict: .no, points: [late] + found.map(\.point), closesAt: closesAt)
    }
    let isOpen = !found.isEmpty || reading.isForeign
    let verdict: RemovalVerdict =
      found.contains { $0.isPlain } ? .eligible : isOpen ? .perhaps : .no
    let sorted = found.filter(\.isPlain) + found.filter { !$0.isPlain }
    return RemovalAnswer(
      verdict: verdict, points: sorted.map(\.point) + obstacles(besides: found),
      closesAt: closesAt)
  }

  private struct Found {
    var point: RemovalAnswer.Point
    /// Whether the rules say yes.
    var isPlain: Bool

    init(_ ground: RemovalGround, _ words: String, _ ranges: [Range<Int>], isPlain: Bool) {
      point = RemovalAnswer.Point(ground, words, ranges: ranges)
      self.isPlain = isPlain
    }
  }

  private func ranges(of topic: ReviewTopic) -> [Range<Int>] {
    ByteRanges.merged(reading.mentions.filter { $0.subject == .topic(topic) }.map(\.range))
  }

  private var obscene: Found? {
    let ranges = ranges(of: .obscene)
    guard !ranges.isEmpty else { return nil }
    return Found(.obscene, "It has obscene words.", ranges, isPlain: true)
  }

  private var contactData: Found? {
    let ranges = ByteRanges.merged(ContactScanner.scan(reading.text, reading.pieces))
    guard !ranges.isEmpty else { return nil }
    return Found(
      .personal, "It has an address, a telephone number or a link.", ranges, isPlain: true)
  }

  private var product: Found? {
    let ranges = sentences.words(of: .product)
    if sentences.areAll(.product) {
      return Found(.product, "The whole comment is about the product.", ranges, isPlain: true)
    }
    guard sentences.areMostly(.product) else { return nil }
    return Found(
      .product, "It is about the product, but not clearly in every sentence.", ranges,
      isPlain: false)
  }

  private var delivery: Found? {
    guard sentences.areMostly(.delivery), fulfilment != .shop else { return nil }
    let ranges = sentences.words(of: .delivery)
    guard fulfilment != .unknown else {
      return Found(
        .delivery, "It is about the delivery: say who fulfilled the order.", ranges, isPlain: false)
    }
    return Found(
      .delivery, "It is about a delivery \(fulfilment.words).", ranges,
      isPlain: sentences.areAll(.delivery))
  }

  private var promotion: Found? {
    let ranges = ranges(of: .promotion)
    guard !ranges.isEmpty else { return nil }
    return Found(.promotion, "It praises another shop or offer.", ranges, isPlain: false)
  }

  /// Why it stays, where nothing speaks for its removal.
  private func obstacles(besides found: [Found]) -> [RemovalAnswer.Point] {
    guard !found.contains(where: \.isPlain) else { return [] }
    let seller = sentences.words(of: .seller)
    if !seller.isEmpty {
      return [.init(nil, "It speaks of the seller, so that it stays.", ranges: seller)]
    }
    if sentences.areMostly(.delivery), fulfilment == .shop {
      return [
        .init(
          nil, "It is about a delivery by the shop, so that it stays.",
          ranges: sentences.words(of: .delivery))
      ]
    }
    if reading.isForeign {
      return [.init(nil, "Its language is not understood here: read it yourself.", ranges: [])]
    }
    return found.isEmpty ? [.init(nil, "Nothing in it breaks a rule.", ranges: [])] : []
  }
}

extension ReviewAnalyst {
  /// Whether a request to remove a seller feedback has a ground.
  ///
  /// - Parameters:
  ///   - comment: The comment.
  ///   - language: Its language as a BCP-47 tag; nil where it is to be told from the text.
  ///   - fulfilment: Who brought the order to its buyer.
  ///   - postedAt: When the feedback was left.
  ///   - now: The present instant.
  /// - Returns: The verdict with the words that show it.
  public func removal(
    of comment: String, language: String? = nil, fulfilment: Fulfilment = .unknown,
    postedAt: Instant, at now: Instant
  ) -> RemovalAnswer {
    RemovalCheck(read(comment, language: language), fulfilment: fulfilment)
      .answer(postedAt: postedAt, at: now)
  }
}
