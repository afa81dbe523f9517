/// The subject of a reply, in the language of the review, with the order number that Amazon asks for.
///
/// Source: Amazon, Communication Guidelines for buyer-seller messages (G1701).
enum SubjectLine {
  /// Writes the subject; in English where the language is unknown.
  ///
  /// Where a mail is answered one `Re:` says so, in every language (RFC 5322, 3.6.5).
  static func text(
    order: String?,
    language: String?,
    answersMail: Bool = false
  ) throws(HeaderFault) -> HeaderText {
    let words = words[language ?? ""] ?? english
    let subject = order.map { "\(words.order) \($0)" } ?? words.purchase
    return try HeaderText(answersMail ? "Re: \(subject)" : subject)
  }

  private struct Words {
    var order: String
    var purchase: String
  }

  private static let english = Words(order: "Your order", purchase: "Your purchase")

  private static let words = [
    "de": Words(order: "Ihre Bestellung", purchase: "Ihr Einkauf"),
    "es": Words(order: "Su pedido", purchase: "Su compra"),
    "fr": Words(order: "À propos de votre commande", purchase: "À propos de votre achat"),
    "it": Words(order: "Il suo ordine", purchase: "Il suo acquisto"),
  ]
}
