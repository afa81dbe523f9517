/// A part of a message: its header, and either its content or the parts within it.
struct Part {
  var header: MailHeader
  var media: MediaType
  /// The content as it is packed.
  var content: ArraySlice<UInt8>
  var parts: [Part] = []

  /// Whether it is meant to be kept as a file, not to be read.
  var isAttachment: Bool {
    guard let value = header["content-disposition"]?.value else { return false }
    let disposition = ParameterList(value)
    return disposition.head == "attachment" || disposition.parameters["filename"] != nil
  }

  /// Unpacks the content, up to so many bytes (RFC 2045, 6).
  func unpacked(most: Int) -> (bytes: [UInt8], remarks: [MailRemark]) {
    let name = header["content-transfer-encoding"].map { ParameterList($0.value).head } ?? ""
    switch name {
    case "", "7bit", "8bit", "binary":
      return cut((Array(content.prefix(most)), content.count > most))
    case "quoted-printable": return cut(QuotedPrintable.decode(content, most: most))
    case "base64": return cut(Base64.decode(content, most: most))
    default: return (Array(content.prefix(most)), [.unknownEncoding(String(name.prefix(40)))])
    }
  }

  private func cut(_ found: (bytes: [UInt8], isCut: Bool)) -> ([UInt8], [MailRemark]) {
    (found.bytes, found.isCut ? [.textCut] : [])
  }
}
