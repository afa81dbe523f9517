/// What words are to the scanners, several things at once.
struct ScanWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Ends of domains that are no ordinary words, so that a missing blank after a full stop is no link.
  static let plainEnd = ScanWords(rawValue: 1 << 0)
  /// Ends of domains that are words too and count only behind an `@`, `www` or a scheme.
  static let wordEnd = ScanWords(rawValue: 1 << 1)
  /// The marketplace's own pages.
  static let marketplace = ScanWords(rawValue: 1 << 2)
  /// Schemes of links.
  static let scheme = ScanWords(rawValue: 1 << 3)
  /// The `@` of an address, written as a word.
  static let at = ScanWords(rawValue: 1 << 4)
  /// The point of a domain, written as a word.
  static let dot = ScanWords(rawValue: 1 << 5)
  /// Ends of domains behind a point that is written as a word.
  static let spelledEnd = ScanWords(rawValue: 1 << 6)
  /// Words near which digits are a telephone number.
  static let phoneCue = ScanWords(rawValue: 1 << 7)
  /// Words behind which digits are another number.
  static let otherNumber = ScanWords(rawValue: 1 << 8)
  /// Words behind which digits are another number unless a telephone is spoken of.
  static let plainNumber = ScanWords(rawValue: 1 << 10)
  /// Digits, written as words.
  static let digit = ScanWords(rawValue: 1 << 9)
}

/// The words that scanners know, in one table.
struct ScanTable: Sendable {
  /// The words of all scanners.
  static let all = ScanTable()

  private var table = WordTable()
  private var kinds: [ScanWords] = []

  private init() {
    add(
      .plainEnd,
      """
      com net org info biz shop store online io eu co uk de fr nl pl ch cn jp ru tr ca au app dev \
      xyz site club example
      """)
    add(.wordEnd, "es it me at in us be tv link")
    add(.marketplace, "amazon")
    add(.scheme, "http https ftp www mailto")
    add(.at, "at @ arroba chiocciola arobase aet")
    add(.dot, "dot d0t punkt point")
    add(.spelledEnd, "com net org info biz shop store io eu co uk de fr nl example c0m")
    add(
      .phoneCue,
      """
      phone telephone tel call ring text sms hotline line mobile cell whatsapp dial fax reach viber \
      signal telegram landline handy \
      telefon telefonnummer rufnummer handynummer anrufen anrufe rufen ruf durchwahl mobil festnetz \
      telephonez appelez appeler appelle joindre joignez portable fixe \
      telefono llame llamenos llamar llama movil fijo \
      chiami chiamare chiama cellulare fisso
      """)
    add(
      .otherNumber,
      """
      order orders tracking part parts serial lot batch case ticket invoice model asin sku ean upc \
      isbn ref reference parcel claim firmware version code id rma shipment article item \
      bestellung bestellnummer auftrag sendung sendungsnummer rechnung rechnungsnummer artikel artikelnummer \
      seriennummer charge vorgang vorgangsnummer aktenzeichen modell \
      commande suivi colis facture dossier serie modele \
      pedido seguimiento envio paquete factura expediente modelo lote referencia \
      ordine spedizione tracciamento pacco fattura pratica modello lotto riferimento codice
      """)
    add(.plainNumber, "number no nr nummer numero num")
    add(.digit, "zero oh one two three four five six seven eight nine double")
  }

  private mutating func add(_ kind: ScanWords, _ words: String) {
    for word in words.split(separator: " ") {
      let id = Int(table.intern(Array(word.utf8)))
      if id == kinds.count { kinds.append([]) }
      kinds[id].insert(kind)
    }
  }

  /// What each piece of a text is.
  func kinds(of text: FoldedText, _ pieces: [Piece]) -> [ScanWords] {
    pieces.map { piece in
      let id = table.find(text.bytes, Int(piece.from), Int(piece.to), hash: piece.hash)
      return id < 0 ? [] : kinds[Int(id)]
    }
  }
}
