public import AmendsPolicy

/// What can be written out of a desk, each kind as rows of its own.
public enum ExportKind: String, Sendable, CaseIterable {
  /// People, with everything that they are known by and where shop and person stand.
  case customers
  /// Reviews and seller feedback as they are now.
  case reviews
  /// What reviews said before they were changed.
  case formerTexts = "former-texts"
  /// The facts that the contact limits look at; can be imported again.
  case contacts
  /// Notes of the shop's own.
  case notes
  /// Facts and notes that were taken back.
  case retracted
  /// Drafts of replies, whatever became of them.
  case drafts
  /// Replies that were ever put into the outbox.
  case outbox
  /// The permits under which replies could leave.
  case permits
  /// What is sold.
  case products
  /// Units sold, a row a day.
  case sales
  /// The audit.
  case audit

  /// The names of its columns, in order.
  public var columns: [String] { table.columns.map(\.name) }

  /// Whether its rows belong to people.
  public var isPersonal: Bool { table.owner != nil }
}

/// A value of a row that is written out.
public enum ExportValue: Hashable, Sendable {
  /// Nothing is known.
  case nothing
  /// A text, exactly as the desk has it.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// Yes or no.
  case flag(Bool)
  /// A point in time.
  case instant(Instant)
  /// Several texts.
  case list([String])
}
