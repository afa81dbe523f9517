import GRDB
import Testing

/// Every column that can hold a text, and what an erasure does to it.
///
/// A new column fails this test until somebody has said whether it is emptied, and emptied it in `Erasure`.
@Suite("Every text of the schema is either emptied or says nothing about a person")
struct ErasureCoverageTests {
  private static let emptied: Set = [
    "alias.key", "contact_event.channel", "contact_event.note", "contact_event.order_number",
    "customer.key_text", "customer.name", "customer.zone", "draft.text", "mail.earlier",
    "mail.identity", "mail.order_number", "mail.reference", "mailbox.tail", "outbox.answer",
    "outbox.evidence", "outbox.order_number",
    "outbox.reason", "outbox.recipient", "outbox.text", "permit.order_number", "review.asin",
    "review.author", "review.cause", "review.external_id", "review.language",
    "review.order_number", "review.parent_asin", "review.public_reply", "review.text",
    "review.title", "review_version.public_reply", "review_version.text", "review_version.title",
  ]
  /// Names of kinds and states, of the shop's own people and processes, numbers of ours, sums, and products.
  private static let impersonal: Set = [
    "alias.kind", "audit.action", "audit.actor", "audit.details", "audit.hash", "audit.host",
    "audit.object", "audit.prev", "audit.process", "audit.user", "audit.write",
    "clock_mark.boot", "contact_event.actor", "contact_event.kind", "contact_event.outbox",
    "customer.key_kind",
    "desk_identity.epoch", "desk_key.bytes", "draft.id", "draft.state", "erased_alias.hash",
    "freeze.kind", "freeze.lifted_by", "freeze.lifted_reason", "freeze.raised_by", "freeze.reason",
    "mail.kind", "mail.outbox", "mailbox.path", "mailbox_file.name", "outbox.accepted_warnings",
    "outbox.channel", "outbox.draft", "outbox.id", "outbox.owner", "outbox.queued_by",
    "outbox.state", "outbox_move.former", "outbox_move.outbox", "outbox_move.state",
    "permit.outbox", "permit.outcome", "product.asin", "product.parent_asin", "product.recent",
    "product.title", "review.kind", "review.state", "review_count.state", "sales.asin",
  ]

  @Test("and this list is that of the schema")
  func columns() throws {
    let desk = try TestDesk()
    let rows = try desk.sql(
      """
      SELECT tables.name || '.' || columns.name FROM pragma_table_list AS tables
      JOIN pragma_table_info(tables.name) AS columns
      WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.type IN ('TEXT', 'BLOB')
        AND tables.name NOT LIKE 'sqlite_%' AND tables.name NOT LIKE 'grdb_%'
      """)
    let found = Set(rows.map { $0[0] as String })
    #expect(Self.emptied.isDisjoint(with: Self.impersonal))
    #expect(found.subtracting(Self.emptied).subtracting(Self.impersonal).sorted() == [])
    #expect(Self.emptied.union(Self.impersonal).subtracting(found).sorted() == [])
  }
}
