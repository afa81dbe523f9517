extension LedgerSchema {
  /// The limits that look at facts from anywhere.
  ///
  /// A message says `limit:` and the limit's name.
  static let limitGuards = personGuards + paceGuards + orderGuards

  private static func newest(_ kinds: String) -> String {
    """
    (SELECT max(at) FROM contact_event
      WHERE customer = NEW.customer AND kind IN (\(kinds)) AND \(counting))
    """
  }

  private static func guardian(_ name: String, _ limit: String, when condition: String) -> String {
    """
    CREATE TRIGGER \(name) BEFORE INSERT ON permit WHEN \(condition) BEGIN
      SELECT RAISE(ABORT, 'limit:\(limit)');
    END;

    """
  }

  /// Complaint, do-not-contact, opt-out, and a merged person's open permit.
  private static let personGuards =
    guardian(
      "limit_complaint", "complaint", when: "\(newest("'complained'")) IS NOT NULL")
    + guardian(
      "limit_do_not_contact", "do-not-contact", when: "\(newest("'do-not-contact'")) IS NOT NULL")
    + guardian(
      "limit_opted_out", "opted-out",
      when: "\(newest("'opted-out'")) >= CASE NEW.is_answer WHEN 1 THEN NEW.heard_at"
        + " ELSE \(never) END")
      + """
      CREATE TRIGGER permit_of_person BEFORE INSERT ON permit
      WHEN EXISTS (SELECT 1 FROM customer WHERE id = NEW.customer AND merged_into IS NOT NULL)
        OR EXISTS (SELECT 1 FROM permit WHERE customer = NEW.customer AND outcome = 'open')
        OR EXISTS (SELECT 1 FROM customer
          JOIN permit ON permit.customer = customer.id AND permit.outcome = 'open'
          WHERE customer.merged_into = NEW.customer) BEGIN
        SELECT RAISE(ABORT, 'the outcome of another message to this person is open');
      END;
      CREATE TRIGGER permit_heard_fact BEFORE INSERT ON permit
      WHEN NEW.heard IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contact_event
        WHERE id = NEW.heard AND customer = NEW.customer AND kind IN ('answered','refund-asked')
          AND retracted_at IS NULL) BEGIN
        SELECT RAISE(ABORT, 'what was heard is no message of this person');
      END;

      """

  private static let lastContact = newest("'contacted'")
  private static let lastInbound = newest("'answered','refund-asked'")
  private static let unanswered = """
    (SELECT count(*) FROM contact_event WHERE customer = NEW.customer AND kind = 'contacted'
      AND \(counting) AND at >= ifnull(\(lastInbound), \(never)))
    """

  /// Interval and count, over every contact that anybody recorded.
  private static let paceGuards =
    guardian(
      "limit_interval", "interval",
      when: "NEW.is_answer = 0 AND \(lastContact) > NEW.at - NEW.interval_ms")
    + guardian(
      "limit_answered", "interval", when: "NEW.is_answer = 1 AND \(lastContact) >= NEW.heard_at")
    + guardian(
      "limit_unanswered", "unanswered",
      when: "NEW.is_answer = 0 AND (\(unanswered) >= NEW.max_unanswered"
        + " OR NEW.unanswered <= \(unanswered))")

  /// One proactive message an order, and only while its window is open.
  ///
  /// A contact answered something when a message of the person stands between it and the contact before.
  private static let orderGuards =
    guardian(
      "limit_order_window", "order-window",
      when: """
        NEW.is_proactive = 1 AND NEW.at - NEW.order_window_ms > (SELECT at FROM contact_event
          WHERE customer = NEW.customer AND kind = 'order-completed' AND \(counting)
            AND order_number = NEW.order_number ORDER BY at DESC LIMIT 1)
        """)
    + guardian(
      "limit_order_once", "order-once",
      when: """
        NEW.is_proactive = 1 AND NEW.order_number IS NOT NULL AND EXISTS (
          SELECT 1 FROM contact_event AS sent
          WHERE sent.customer = NEW.customer AND sent.kind = 'contacted'
            AND sent.kind <> 'note' AND sent.retracted_at IS NULL AND sent.order_number = NEW.order_number
            AND NOT EXISTS (
              SELECT 1 FROM contact_event AS heard
              WHERE heard.customer = sent.customer AND heard.kind IN ('answered','refund-asked')
                AND heard.kind <> 'note' AND heard.retracted_at IS NULL AND heard.at <= sent.at AND NOT EXISTS (
                  SELECT 1 FROM contact_event AS former
                  WHERE former.customer = sent.customer AND former.kind = 'contacted'
                    AND former.kind <> 'note' AND former.retracted_at IS NULL AND former.at >= heard.at
                    AND (former.at, former.id) < (sent.at, sent.id))))
        """)
}
