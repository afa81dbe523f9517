import AmendsPolicy
import PolicyProof

/// The labelled reviews of a file, one JSON object a line.
struct LabelledReviewLines {
  private(set) var reviews: [LabelledReview] = []
  /// Lines that could not be read, with file, line and reason.
  private(set) var faults: [String] = []

  /// Reads a file; lines that are no labelled review are left out and told.
  ///
  /// - Throws: `Failure` where it cannot be opened.
  init(_ path: String) throws {
    var input = LineInput(try DraftInput.open(path))
    var number = 0
    while let line = try input.next() {
      number += 1
      if line.isBlank { continue }
      do throws(DraftLineFault) {
        reviews.append(try Self.labelled(DraftLine.object(line)))
      } catch {
        faults.append("\(path):\(number): \(error.reason); the line is left out")
      }
    }
  }

  private static func labelled(_ object: JSONValue) throws(DraftLineFault) -> LabelledReview {
    let id = object["id"] ?? .null
    guard case .string(let text)? = object["text"] else {
      throw DraftLineFault(id: id, reason: "text is a string")
    }
    let title = object["title"]?.plainText ?? ""
    return LabelledReview(
      id: id.plainText, language: object["lang"]?.plainText ?? "?",
      complaint: title.isEmpty ? text : "\(title)\n\(text)",
      facts: ReviewFacts(isVerified: object["verified"].map { $0 == .bool(true) }),
      causes: try causes(object, id))
  }

  private static func causes(
    _ object: JSONValue, _ id: JSONValue
  ) throws(DraftLineFault) -> [Cause] {
    guard case .array(let names)? = object["causes"], !names.isEmpty else {
      throw DraftLineFault(id: id, reason: "causes is a list of causes, the likeliest first")
    }
    var causes: [Cause] = []
    for name in names {
      guard let cause = Cause(rawValue: name.plainText) else {
        let known = Cause.allCases.map(\.rawValue).joined(separator: ", ")
        throw DraftLineFault(id: id, reason: "a cause is one of \(known)")
      }
      causes.append(cause)
    }
    return causes
  }
}
