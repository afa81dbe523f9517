import Foundation
import Ledger
import Testing

@testable import Mail

/// What Python's own mail parser understands of a message.
private struct Heard: Decodable {
  var subject: String
  var addresses: [[String]]
  var date: String?
  var texts: [String]
}

@Suite("Python's mail parser reads the same")
struct PythonTests {
  /// What is broken, or in a character set that only one of the two knows, is mended by each in its own way; an
  /// enclosed message is text to Python and none to us.
  private static let different: Set<String> = [
    "addresses", "attachment-only", "bare-return", "boundary-padding", "broken-header-line",
    "continuation-first",
    "digest-and-message", "duplicate-fields", "encoded-sloppy", "encoded-smuggled-line",
    "iso-2022-jp", "koi8-r",
    "no-boundary", "no-content-type-8bit-cp1252", "no-content-type-8bit-utf8", "nul",
    "obsolete-colon", "quoted-printable-sloppy", "says-utf8-is-cp1252", "too-deep",
    "unknown-charset-word",
    "utf-16le-unmarked",
    "utf8-cut", "uuencode", "wrong-boundary",
  ]

  private static let script = """
    import sys, json, email, email.policy, email.utils, email.header, datetime
    def whole(value):
        return str(email.header.make_header(email.header.decode_header(value or "")))
    heard = {}
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            mail = email.message_from_bytes(file.read(), policy=email.policy.compat32)
        texts = []
        for part in mail.walk():
            if part.get_content_type() != "text/plain" or part.get_filename(): continue
            if part.get_content_disposition() == "attachment": continue
            charset = part.get_content_charset() or "us-ascii"
            texts.append(part.get_payload(decode=True).decode(charset, "replace"))
        date = mail["date"] and email.utils.parsedate_to_datetime(mail["date"])
        if date and date.tzinfo is None: date = date.replace(tzinfo=datetime.timezone.utc)
        found = email.utils.getaddresses([mail["from"] or ""])
        heard[path.split("/")[-1][:-4]] = {
            "subject": whole(mail["subject"]), "texts": texts,
            "addresses": [[whole(name), address] for name, address in found],
            "date": date and date.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}
    json.dump(heard, sys.stdout)
    """

  @Test("subjects, senders, dates and texts")
  func same() throws {
    let names = Messages.names.filter { !Self.different.contains($0) }
    #expect(names.count > 25)
    let files = names.map { Messages.folder.appendingPathComponent("\($0).eml").path }
    let heard = try JSONDecoder().decode([String: Heard].self, from: python(Self.script, files))
    for name in names {
      let mail = try Messages.read(name)
      let other = try #require(heard[name])
      #expect(Self.folded(mail.header.text("subject")) == Self.folded(other.subject), "\(name)")
      let senders = mail.header.addresses("from").addresses.map { [$0.name, $0.text] }
      #expect(senders == other.addresses, "\(name)")
      #expect(mail.header.instant("date").map { ISO8601.text($0) } == other.date, "\(name)")
      if mail.isPlain {
        #expect(
          Self.folded(mail.text) == Self.folded(other.texts.joined(separator: "\n")), "\(name)")
      }
    }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Runs Python on a script with arguments, and gives what it prints.
private func python(_ script: String, _ arguments: [String]) throws -> Data {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-c", script] + arguments
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0)
  return data
}
