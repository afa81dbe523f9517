import AmendsPolicy
import Ledger
import Screen

/// The columns of the list that fit a width, and what they show of a row.
struct ListColumns: Equatable {
  enum Kind: Equatable {
    case stars
    case age
    case customer
    case product
    case cause
    case contact
    case units
    case review
  }

  struct Column: Equatable {
    var kind: Kind
    var title: String
    var start: Int
    var width: Int
  }

  var columns: [Column] = []

  /// Chooses columns for a width: the review gets what the others leave, the less telling ones go first.
  init(width: Int) {
    var start = 1
    for (kind, title, size, least) in Self.candidates where width >= least {
      columns.append(Column(kind: kind, title: title, start: start, width: size))
      start += size + 1
    }
    columns.append(
      Column(kind: .review, title: "REVIEW", start: start, width: max(0, width - start)))
  }

  private static let candidates: [(Kind, String, Int, Int)] = [
    (.stars, "STARS", 5, 0), (.age, "AGE", 4, 46), (.customer, "CUSTOMER", 13, 64),
    (.product, "PRODUCT", 22, 110), (.cause, "CAUSE", 11, 76),
    (.contact, "NEXT CONTACT", 17, 34), (.units, "UNITS/DAY", 11, 124),
  ]
}

extension Canvas {
  mutating func drawTitles(_ columns: ListColumns, in rect: Rect) {
    for column in columns.columns {
      let start = rect.column + column.start
      mark(.column(column.kind), row: rect.row, columns: start..<start + column.width)
      put(
        column.title, row: rect.row, column: rect.column + column.start, .listHeader,
        width: column.width)
    }
  }

  mutating func draw(
    _ row: ReviewRow,
    _ columns: ListColumns,
    in rect: Rect,
    isSelected: Bool,
    isMarked: Bool,
    suggestion: Cause?,
    rules: ContactRules,
    at now: Instant
  ) {
    let base: Role = isSelected ? .listSelected : isMarked ? .listMarked : .list
    fill(rect, base)
    let sign = isMarked ? (isSelected ? "◆" : "•") : (isSelected ? "▌" : " ")
    put(sign, row: rect.row, column: rect.column, .key, over: base)
    for column in columns.columns {
      let (text, role) =
        column.kind == .cause
        ? causeCell(row.review, suggestion, width: column.width)
        : cell(column.kind, of: row, rules: rules, at: now)
      put(
        text, row: rect.row, column: rect.column + column.start, role, width: column.width,
        over: base)
    }
  }

  private func cell(
    _ kind: ListColumns.Kind,
    of row: ReviewRow,
    rules: ContactRules,
    at now: Instant
  ) -> (SafeText, Role) {
    switch kind {
    case .stars: (Words.stars(row.review.rating), Words.starsRole(row.review.rating))
    case .age: (SafeText(Words.age(of: row.review.postedAt, at: now)), .textDim)
    case .customer: (SafeText(row.displayName), row.displayName == "(no name)" ? .textDim : .text)
    case .product: (SafeText(row.product.isEmpty ? row.review.asin ?? "" : row.product), .text)
    case .cause: (.empty, .text)
    case .contact: contactCell(row, rules: rules, at: now)
    case .units: (SafeText(Words.units(row)), .spark)
    case .review: (SafeText(row.headline), .text)
    }
  }

  /// The cause, with a question mark while it is only suggested.
  private func causeCell(
    _ review: Review,
    _ suggestion: Cause?,
    width: Int
  ) -> (SafeText, Role) {
    if let cause = review.cause { return (SafeText(cause.words), .text) }
    guard let suggestion else { return ("–", .text) }
    return (SafeText(suggestion.words).prefix(columns: width - 1) + "?", .textDim)
  }

  private func contactCell(
    _ row: ReviewRow,
    rules: ContactRules,
    at now: Instant
  ) -> (SafeText, Role) {
    guard row.review.state.showsContact else {
      return (SafeText(row.review.state.rawValue), .textDim)
    }
    let words = ContactWords(row, rules: rules, at: now)
    return (SafeText(words.text), words.tone.role)
  }
}

extension ReviewState {
  /// Whether the next contact is still a question.
  var showsContact: Bool { self != .resolved && self != .closed }
}

extension ReviewRow {
  /// The author's name as the review shows it, else the customer's.
  var displayName: String { review.author.isEmpty ? customer.displayName : review.author }

  /// The headline, or the start of the text where there is none.
  var headline: String { review.headline }
}

extension Review {
  /// The headline, or the start of the text where there is none.
  var headline: String {
    if !title.isEmpty { return title }
    return text.isEmpty ? "(stars only)" : text
  }
}

extension ContactWords.Tone {
  var role: Role {
    switch self {
    case .ready: .cooldownReady
    case .waiting: .cooldownWaiting
    case .due: .cooldownDue
    case .never: .cooldownNever
    case .queued: .cooldownQueued
    case .uncertain: .cooldownUncertain
    }
  }
}
