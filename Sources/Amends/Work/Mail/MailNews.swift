import AmendsPolicy
import Import
import Ledger
import Store

/// What looking into a watched mailbox brought.
struct MailNewsSummary: Equatable {
  var tally = MailTally()
  /// Messages that are refused; `amends import` tells why.
  var refused = 0

  /// What came, in words; `nil` where nothing did.
  func words(of path: String) -> String? {
    var words = tally.words(withCopies: false)
    if refused > 0 { words.append("\(refused) refused: amends import '\(path)' tells why") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

/// Brings into the desk what a watched mailbox holds that was not read before.
///
/// What was read is remembered in the desk after its rows: a crash in between only means that it is read
/// again, which changes nothing.
struct MailNews {
  /// How many messages are taken in at once, while others wait to write.
  private static let portion = 200

  let store: DeskStore
  let agent: String
  let path: String
  let options: ImportOptions

  /// Takes in what is new; nothing while another program is writing to an mbox file.
  ///
  /// - Throws: `ImportFailure` where the mailbox cannot be read, or the desk takes nothing.
  func take() throws(ImportFailure) -> MailNewsSummary {
    let kind = try ImportFailure.ofFile { () throws(ImportError) in
      try MailboxKind.look(at: path)
    }
    switch kind {
    case .folder: return try takeFolder()
    case .mbox: return try takeFile()
    }
  }

  private func takeFolder() throws(ImportFailure) -> MailNewsSummary {
    let known = try ofDesk { () throws(DeskError) in try store.filesRead(of: path) }
    return try take(behind: .files(known)) { (batch) throws(DeskError) in
      try store.noteRead(batch.files, of: path)
    }
  }

  private func takeFile() throws(ImportFailure) -> MailNewsSummary {
    guard let file = MailboxFile(path), !file.isBusy else { return MailNewsSummary() }
    let mark = try ofDesk { () throws(DeskError) in try store.mark(of: path) }
    let start = mark.map { file.goesOn(behind: $0) ? Int($0.offset) : 0 } ?? 0
    guard file.size > start else { return MailNewsSummary() }
    return try take(behind: .bytes(start)) { (batch) throws(DeskError) in
      try store.setMark(file.mark(at: start + batch.messageBytes), of: path)
    }
  }

  private func take(
    behind read: MailboxRead, remember: (ImportBatch) throws(DeskError) -> Void
  ) throws(ImportFailure) -> MailNewsSummary {
    var summary = MailNewsSummary()
    var reader = try ImportFailure.ofFile { () throws(ImportError) in
      try FileImport(mailbox: path, behind: read, options: options)
    }
    while let batch = try next(&reader) {
      let tally = try ofDesk { () throws(DeskError) in
        let tally = try store.importRows(batch.rows, at: options.now, by: agent)
        try remember(batch)
        return tally
      }
      summary.tally.add(tally.mail)
      summary.refused += batch.rejections.count
    }
    return summary
  }

  private func next(_ reader: inout FileImport) throws(ImportFailure) -> ImportBatch? {
    do throws(ImportError) {
      return try reader.next(Self.portion)
    } catch {
      throw .file(error)
    }
  }

  private func ofDesk<Value>(
    _ work: () throws(DeskError) -> Value
  ) throws(ImportFailure) -> Value {
    do throws(DeskError) {
      return try work()
    } catch {
      throw .desk(error)
    }
  }
}
