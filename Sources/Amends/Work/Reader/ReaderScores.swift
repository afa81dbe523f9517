import AmendsPolicy
import Glibc
import PolicyProof

/// What trainings of the reader made of drafts that they had not seen: files of `{"file","id","logits"}`, an object a line.
struct ReaderScores {
  private struct Key: Hashable {
    var file: String
    var id: String
  }

  private var opinions: [Key: ReaderOpinion] = [:]

  /// Reads files of scores.
  ///
  /// - Throws: `Failure` where one cannot be read, with file and line.
  init(_ files: [String]) throws {
    for file in files { try read(file) }
  }

  private mutating func read(_ path: String) throws {
    var input = LineInput(try DraftInput.open(path))
    var number = 0
    while let line = try input.next() {
      number += 1
      if line.isBlank { continue }
      guard case .bytes(let bytes) = line, let object = try? JSONReader.value(of: bytes),
        case .string(let file)? = object["file"], case .string(let id)? = object["id"],
        let opinion = Self.opinion(object)
      else {
        throw Failure(
          .no,
          "\(path):\(number): expected {\"file\",\"id\",\"logits\"} with \(ReaderOpinion.Output.allCases.count) logits"
        )
      }
      opinions[Key(file: file, id: id)] = opinion
    }
  }

  private static func opinion(_ object: JSONValue) -> ReaderOpinion? {
    guard case .array(let values)? = object["logits"],
      values.count == ReaderOpinion.Output.allCases.count
    else { return nil }
    let logits = values.compactMap { value -> Float? in
      if case .number(let text) = value { Float(text) } else { nil }
    }
    return logits.count == values.count && logits.allSatisfy(\.isFinite)
      ? ReaderOpinion(logits: logits) : nil
  }

  /// The labelled drafts of files that have a score.
  ///
  /// - Throws: `Failure` where a file cannot be opened.
  func scored(_ files: [String]) throws -> [(draft: LabelledDraft, opinion: ReaderOpinion)] {
    var drafts: [(draft: LabelledDraft, opinion: ReaderOpinion)] = []
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for fault in lines.faults { StandardError.say(fault) }
      let name = String(file.split(separator: "/").last ?? "")
      for draft in lines.items {
        guard let opinion = opinions[Key(file: name, id: draft.id)] else { continue }
        drafts.append((draft, opinion))
      }
    }
    return drafts
  }
}
