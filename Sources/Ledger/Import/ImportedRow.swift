public import AmendsPolicy

/// A review as a file gives it, before the desk knows it.
public struct ImportedReview: Hashable, Sendable {
  /// The natural key within its kind: importing it again changes nothing.
  public var externalID: String
  /// Product review or seller feedback.
  public var kind: ItemKind
  /// Stars, 1 to 5.
  public var rating: Int
  /// The headline; empty for seller feedback.
  public var title: String
  /// The text, line breaks as `\n`; empty where only stars were left.
  public var text: String
  /// When it was posted; a date without a time is noon UTC.
  public var postedAt: Instant
  /// Every key that the file gives for the writer, strongest first; never empty.
  public var keys: [CustomerKey]
  /// The child ASIN.
  public var asin: String?
  /// The parent ASIN.
  public var parentASIN: String?
  /// The name shown beside the review; empty where none is.
  public var author: String
  /// Whether the marketplace calls the purchase verified; `nil` where the file does not say.
  public var isVerified: Bool?
  /// How many found it helpful.
  public var helpfulVotes: Int
  /// The shop's public reply; empty for none.
  public var publicReply: String

  /// A review with what every file gives; the rest is set where the file has it.
  public init(
    externalID: String,
    kind: ItemKind,
    rating: Int,
    title: String = "",
    text: String,
    postedAt: Instant,
    keys: [CustomerKey]
  ) {
    self.externalID = externalID
    self.kind = kind
    self.rating = rating
    self.title = title
    self.text = text
    self.postedAt = postedAt
    self.keys = keys
    author = ""
    helpfulVotes = 0
    publicReply = ""
  }

  /// The order among the keys, if the file gave one.
  public var order: String? {
    for case .order(let number) in keys { return number }
    return nil
  }
}

/// Units of one ASIN sold within a period.
public struct ImportedSales: Hashable, Sendable {
  /// The child ASIN.
  public var asin: String
  /// The parent ASIN, where the file gives one.
  public var parentASIN: String?
  /// What is sold; empty where the file does not say.
  public var product: String
  /// The first day of the period.
  public var from: CivilDate
  /// The last day of the period.
  public var to: CivilDate
  /// Units ordered in the whole period.
  public var units: Int
  /// Sessions in the whole period, where the file gives them.
  public var sessions: Int?

  /// Units of an ASIN within a period.
  public init(
    asin: String,
    parentASIN: String? = nil,
    product: String = "",
    from: CivilDate,
    to: CivilDate,
    units: Int,
    sessions: Int? = nil
  ) {
    self.asin = asin
    self.parentASIN = parentASIN
    self.product = product
    self.from = from
    self.to = to
    self.units = units
    self.sessions = sessions
  }
}

/// One good row of an imported file.
public enum ImportedRow: Hashable, Sendable {
  /// A product review or a seller feedback.
  case review(ImportedReview)
  /// Units sold.
  case sales(ImportedSales)
  /// A fact about a person.
  case contact(ContactRecord)
  /// A message of the seller's mailbox.
  case mail(ImportedMail)
}

/// A row that cannot be used, with the reason.
public struct RowRejection: Hashable, Sendable {
  /// The file within a folder; `nil` where one file was read.
  public var file: String?
  /// The line of the file in which the row begins, from 1.
  public var line: Int
  /// The column at fault; `nil` where the row as a whole is.
  public var column: String?
  /// What is wrong and what was expected.
  public var reason: String
  /// The bytes of the row as they stand in the file.
  public var raw: [UInt8]

  /// A row refused for a reason.
  public init(file: String? = nil, line: Int, column: String?, reason: String, raw: [UInt8]) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }
}

/// The file formats that can be imported, by the names of the command line.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// Amazon's seller feedback report, tab-separated.
  case sellerFeedback = "seller-feedback"
  /// Reviews one JSON object a line, as in the Amazon Reviews'23 data set.
  case reviewsJSONL = "reviews-jsonl"
  /// A review exporter's CSV with the header of Helium 10.
  case reviewsCSV = "reviews-csv"
  /// Amazon's Business Report by ASIN.
  case businessReport = "business-report"
  /// Contact history from other systems.
  case contactsCSV = "contacts-csv"
  /// The seller's mailbox: a Maildir, an mbox file, or single messages.
  case mail
}

/// What became of the rows that the desk was given.
public struct ImportTally: Hashable, Sendable {
  /// Rows that the desk did not know.
  public var added = 0
  /// Rows that the desk knew otherwise.
  public var changed = 0
  /// Rows that the desk knew as they are.
  public var unchanged = 0
  /// What the new rows of a mailbox were.
  public var mail = MailTally()
  /// Rows, counted above too, that name erased people: of these nothing personal was taken in.
  public var erased = 0

  /// Nothing imported yet.
  public init() {}

  /// Adds another tally to this one.
  public mutating func add(_ other: ImportTally) {
    added += other.added
    changed += other.changed
    unchanged += other.unchanged
    mail.add(other.mail)
    erased += other.erased
  }
}
