extension ExportKind {
  /// Where the rows come from.
  var table: ExportTable {
    switch self {
    case .customers: .customers
    case .reviews: .reviews
    case .formerTexts: .formerTexts
    case .contacts: .contacts
    case .notes: .notes
    case .retracted: .retracted
    case .drafts: .drafts
    case .outbox: .outbox
    case .permits: .permits
    case .products: .products
    case .sales: .sales
    case .audit: .audit
    }
  }
}

extension ExportTable {
  /// The key by which people write a person, of a table under a name.
  private static func key(_ table: String) -> String {
    "iif(\(table).key_kind = 'review', 'review:', '') || \(table).key_text"
  }

  /// Whose row it is.
  private static let customer = Column("customer", key("person"))

  /// Joins the person that a table's rows belong to now.
  private static func person(_ table: String) -> String {
    """
    \(table) JOIN customer AS owner ON owner.id = \(table).customer
      JOIN customer AS person ON person.id = ifnull(owner.merged_into, owner.id)
    """
  }

  fileprivate static let customers = ExportTable(
    columns: [
      Column("id", "person.id", .number), Column("name", "person.name"),
      Column("key", key("person")),
      Column(
        "keys",
        """
        (SELECT group_concat(iif(kind = 'review', 'review:', '') || key, char(10))
          FROM alias WHERE customer = person.id)
        """, .list),
      Column("zone", "person.zone"), Column("lastContact", "person.last_contact", .instant),
      Column("unanswered", "person.unanswered", .number),
      Column("lastInbound", "person.last_inbound", .instant),
      Column("refundAsked", "person.refund_asked", .instant),
      Column("optedOut", "person.opted_out", .instant),
      Column("doNotContact", "person.do_not_contact", .instant),
      Column("complained", "person.complained", .instant),
      Column("erased", "person.erased_at", .instant),
    ],
    source: "customer AS person", condition: "person.merged_into IS NULL", owner: "person.id",
    order: "person.id")

  fileprivate static let reviews = ExportTable(
    columns: [
      Column("id", "review.id", .number), Column("kind", "review.kind"),
      Column("externalID", "review.external_id"), Column("rating", "review.rating", .number),
      Column("title", "review.title"), Column("text", "review.text"),
      Column("postedAt", "review.posted_at", .instant), customer,
      Column("order", "review.order_number"), Column("asin", "review.asin"),
      Column("parentASIN", "review.parent_asin"), Column("author", "review.author"),
      Column("language", "review.language"), Column("cause", "review.cause"),
      Column("state", "review.state"), Column("stateAt", "review.state_at", .instant),
      Column("isVerified", VerifiedPurchase.flag, .flag),
      Column("helpfulVotes", "review.helpful_votes", .number),
      Column("importedAt", "review.imported_at", .instant),
      Column("publicReply", "review.public_reply"),
    ],
    source: person("review"), owner: "review.customer", order: "review.id")

  fileprivate static let formerTexts = ExportTable(
    columns: [
      Column("review", "former.review", .number),
      Column("replacedAt", "former.replaced_at", .instant),
      Column("rating", "former.rating", .number), Column("title", "former.title"),
      Column("text", "former.text"), Column("publicReply", "former.public_reply"),
    ],
    source: "review_version AS former JOIN review ON review.id = former.review",
    owner: "review.customer", order: "former.id")

  fileprivate static let contacts = ExportTable(
    columns: facts, source: person("contact_event"),
    condition: "contact_event.kind <> 'note' AND contact_event.retracted_at IS NULL",
    owner: "contact_event.customer", order: "contact_event.id")

  fileprivate static let notes = ExportTable(
    columns: [
      customer, Column("at", "contact_event.at", .instant), Column("note", "contact_event.note"),
      Column("actor", "contact_event.actor"),
    ],
    source: person("contact_event"),
    condition: "contact_event.kind IS 'note' AND contact_event.retracted_at IS NULL",
    owner: "contact_event.customer", order: "contact_event.id")

  fileprivate static let retracted = ExportTable(
    columns: facts + [Column("retractedAt", "contact_event.retracted_at", .instant)],
    source: person("contact_event"), condition: "contact_event.retracted_at IS NOT NULL",
    owner: "contact_event.customer", order: "contact_event.id")

  /// Named as files with contacts are, so that they can be imported again.
  private static let facts = [
    customer, Column("event", "contact_event.kind"), Column("at", "contact_event.at", .instant),
    Column("order", "contact_event.order_number"), Column("channel", "contact_event.channel"),
    Column("note", "contact_event.note"), Column("zone", "person.zone"),
    Column("actor", "contact_event.actor"),
    Column("recordedAt", "contact_event.recorded_at", .instant),
    Column("reply", "contact_event.outbox"),
  ]
}

extension ExportTable {
  fileprivate static let drafts = ExportTable(
    columns: [
      Column("id", "draft.id"), Column("review", "draft.review", .number), customer,
      Column("state", "draft.state"), Column("revision", "draft.revision", .number),
      Column("changedAt", "draft.changed_at", .instant), Column("text", "draft.text"),
    ],
    source: person("draft"), owner: "draft.customer", order: "draft.id")

  fileprivate static let outbox = ExportTable(
    columns: [
      Column("id", "outbox.id"), Column("review", "outbox.review", .number), customer,
      Column("state", "outbox.state"), Column("reason", "outbox.reason"),
      Column("recipient", "outbox.recipient"), Column("order", "outbox.order_number"),
      Column("isProactive", "outbox.is_proactive", .flag),
      Column("acceptedWarnings", "outbox.accepted_warnings", .list),
      Column("queuedAt", "outbox.queued_at", .instant), Column("queuedBy", "outbox.queued_by"),
      Column("leavesAt", "outbox.leaves_at", .instant),
      Column("attempts", "outbox.attempts", .number), Column("channel", "outbox.channel"),
      Column("text", "outbox.text"),
    ],
    source: person("outbox"), owner: "outbox.customer", order: "outbox.number")

  fileprivate static let permits = ExportTable(
    columns: [
      customer, Column("number", "permit.seq", .number), Column("reply", "permit.outbox"),
      Column("at", "permit.at", .instant), Column("outcome", "permit.outcome"),
      Column("order", "permit.order_number"), Column("isAnswer", "permit.is_answer", .flag),
      Column("isProactive", "permit.is_proactive", .flag),
      Column("unanswered", "permit.unanswered", .number),
      Column("policy", "permit.policy", .number),
      Column("intervalMilliseconds", "permit.interval_ms", .number),
      Column("maximumUnanswered", "permit.max_unanswered", .number),
      Column("orderWindowMilliseconds", "permit.order_window_ms", .number),
    ],
    source: person("permit"), owner: "permit.customer", order: "permit.customer, permit.seq")

  fileprivate static let products = ExportTable(
    columns: [
      Column("asin", "asin"), Column("parentASIN", "parent_asin"), Column("title", "title"),
      Column("unitsPerDay", "units_per_day", .number),
    ],
    source: "product", order: "asin")

  fileprivate static let sales = ExportTable(
    columns: [
      Column("asin", "asin"), Column("day", "date(day * 86400, 'unixepoch')"),
      Column("units", "units", .number), Column("sessions", "sessions", .number),
    ],
    source: "sales", order: "asin, day")

  fileprivate static let audit = ExportTable(
    columns: [
      Column("number", "seq", .number), Column("at", "at", .instant), Column("actor", "actor"),
      Column("user", "user"), Column("host", "host"), Column("process", "process"),
      Column("action", "action"), Column("customer", "customer", .number),
      Column("object", "object"), Column("details", "details"), Column("write", "write"),
      Column("previous", "prev", .sum), Column("hash", "hash", .sum),
    ],
    source: "audit", owner: "audit.customer", order: "seq")
}
