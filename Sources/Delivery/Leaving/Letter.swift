public import Ledger

/// What a carrier has to take to a person.
public struct Letter: Hashable, Sendable {
  /// The item that it is made of.
  public var item: OutboxID
  /// Where it goes.
  public var recipient: RelayAddress
  /// Its subject line.
  public var subject: HeaderText
  /// Its text.
  public var text: String
  /// The mail that it answers; `nil` where none is known.
  public var thread: MailThread?

  /// A letter with all its parts.
  public init(
    item: OutboxID, recipient: RelayAddress, subject: HeaderText, text: String,
    thread: MailThread? = nil
  ) {
    self.item = item
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.thread = thread
  }

  /// Makes the letter of a claimed item.
  ///
  /// - Throws: ``DepartureHold`` when it has no usable address, or no usable order number.
  init(_ claim: Claim) throws(DepartureHold) {
    guard let address = claim.item.recipient else { throw .noAddress }
    do {
      recipient = try RelayAddress(address)
    } catch {
      throw .address(error)
    }
    do {
      subject = try SubjectLine.text(
        order: claim.item.order, language: claim.review.language, answersMail: claim.thread != nil)
    } catch {
      throw .header(error)
    }
    item = claim.item.id
    text = claim.item.text
    thread = claim.thread
  }
}
