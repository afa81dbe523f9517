/// What the address of a review or of a product gives away.
enum ReviewLink {
  /// The review's id in `…/gp/customer-reviews/R…` or `…/review/R…`.
  static func reviewID(in address: String) -> String? {
    for mark in ["/customer-reviews/", "/review/"] {
      guard let id = segment(after: mark, in: address), isReviewID(id) else { continue }
      return id
    }
    return nil
  }

  /// The product's number in `…/dp/…`, `…/product/…`, `…/product-reviews/…` or `…ASIN=…`.
  static func asin(in address: String) -> String? {
    for mark in ["/dp/", "/gp/product/", "/product-reviews/", "/product/", "ASIN=", "asin="] {
      guard let found = segment(after: mark, in: address), let asin = ASIN.read(found) else {
        continue
      }
      return asin
    }
    return nil
  }

  /// Whether a text has the form of a review's id.
  static func isReviewID(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "R") && (8...24).contains(text.utf8.count)
      && text.utf8.allSatisfy(isLetterOrFigure)
  }

  private static func segment(after mark: String, in address: String) -> String? {
    let bytes = Array(address.utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count > wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let segment = bytes[(start + wanted.count)...].prefix(while: isLetterOrFigure)
      return String(decoding: segment, as: UTF8.self)
    }
    return nil
  }

  private static func isLetterOrFigure(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
