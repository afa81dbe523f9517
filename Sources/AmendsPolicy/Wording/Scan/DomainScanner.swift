/// Finds e-mail addresses, links and bare domains.
enum DomainScanner {
  static func scan(_ reader: PieceReader) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < reader.pieces.count {
      let last = endOfChain(reader, at)
      if last > at, isContact(reader, at, last) { ranges.append(reader.range(at, last)) }
      at = last + 1
    }
    return ranges
  }

  /// The last piece that hangs on without a blank.
  private static func endOfChain(_ reader: PieceReader, _ first: Int) -> Int {
    var last = first
    while let sign = reader.glue(last + 1), isLinkSign(sign) { last += 1 }
    return last
  }

  private static func isLinkSign(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "="),
      UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ")"),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private static func isContact(_ reader: PieceReader, _ first: Int, _ last: Int) -> Bool {
    let chain = first...last
    if chain.contains(where: { reader.isOne($0, of: .marketplace) }) { return false }
    let hasAt = (first + 1...last).contains {
      reader.glue($0) == UInt8(ascii: "@") || isBracketedAt(reader, $0)
    }
    let hasScheme = chain.contains { reader.isOne($0, of: .scheme) }
    return (first + 1...last).contains { index in
      guard reader.glue(index) == UInt8(ascii: ".") else { return false }
      return reader.isOne(index, of: .plainEnd)
        || ((hasAt || hasScheme) && reader.isOne(index, of: .wordEnd))
    }
  }

  private static func isBracketedAt(_ reader: PieceReader, _ index: Int) -> Bool {
    let sign = reader.glue(index)
    return (sign == UInt8(ascii: "(") || sign == UInt8(ascii: "[")) && reader.isOne(index, of: .at)
  }
}
