/// Reads the tree of parts (RFC 2046, 5.1), within limits.
struct PartReader {
  private let limits: MailLimits
  private(set) var remarks: [MailRemark] = []
  private var partsLeft: Int

  init(_ limits: MailLimits) {
    self.limits = limits
    partsLeft = limits.parts
  }

  /// Reads a message, or a part of one that is of a kind unless its header names another.
  mutating func read(
    _ bytes: ArraySlice<UInt8>, depth: Int = 0, else kind: MediaType = .plain
  ) -> Part {
    var reader = HeaderReader(limits)
    let body = reader.read(bytes)
    reader.remarks.forEach { note($0) }
    let media = reader.header["content-type"].map { MediaType($0.value, else: kind) } ?? kind
    var part = Part(header: reader.header, media: media, content: body)
    if media.type == "multipart" { readParts(of: &part, depth: depth) }
    return part
  }

  private mutating func readParts(of part: inout Part, depth: Int) {
    guard depth < limits.depth, partsLeft > 0 else { return note(.partsLeftOut) }
    let split = split(part)
    guard !split.parts.isEmpty else {
      part.media = .plain
      return note(.noBoundary)
    }
    if split.isCut { note(.partsLeftOut) }
    if !split.isClosed { note(.noLastBoundary) }
    partsLeft -= split.parts.count
    let kind = part.media.name == "multipart/digest" ? MediaType.message : .plain
    part.parts = split.parts.map { read($0, depth: depth + 1, else: kind) }
  }

  private func split(_ part: Part) -> Multipart {
    let named = part.media.parameters["boundary"].map { $0[...].trimmed }
    if let named, !named.isEmpty {
      let split = Multipart(part.content, boundary: named, most: partsLeft)
      if !split.parts.isEmpty { return split }
    }
    let guessed = Multipart.guess(part.content) ?? []
    return guessed.isEmpty
      ? Multipart([], boundary: [0], most: 0)
      : Multipart(part.content, boundary: guessed, most: partsLeft)
  }

  private mutating func note(_ remark: MailRemark) {
    if !remarks.contains(remark) { remarks.append(remark) }
  }
}
