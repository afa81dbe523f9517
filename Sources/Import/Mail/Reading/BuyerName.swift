import Mail

/// The buyer's name as the marketplace gives it.
enum BuyerName {
  private static let longest = 80

  /// Finds the name in front of the sender's address, before “- Amazon Marketplace”, else in the subject, behind
  /// “Amazon customer”.
  static func find(in header: MailHeader) -> String {
    let shown = header.addresses("from").addresses.first?.name ?? ""
    let name = shown.firstRange(of: " - Amazon").map { shown[..<$0.lowerBound] }
    return usable(name ?? named(in: header.text("subject"), behind: "Amazon customer "))
  }

  /// Finds the name in the line that announces a copy of an own message.
  static func addressee(in lines: [Substring]) -> String {
    for line in lines {
      let name = named(in: String(line), behind: "sent to ")
      if !name.isEmpty { return usable(name) }
    }
    return ""
  }

  private static func named(in text: String, behind words: String) -> Substring {
    guard let range = text.firstRange(of: words) else { return "" }
    return text[range.upperBound...].prefix { $0 != "(" && $0 != "." && $0 != ":" && $0 != "," }
  }

  /// "customer" and numbers of ten figures stand for buyers without a name.
  private static func usable(_ name: Substring) -> String {
    let text = String(String(name).trimmed().prefix(longest))
    let isNone = text.lowercased() == "customer" || text.allSatisfy(\.isNumber)
    return isNone ? "" : text
  }
}
