import AmendsPolicy
import Foundation
import Ledger
import SMTP
import Testing

@testable import Delivery

/// What Python's own mail parser understands of a message.
struct ParsedMail: Decodable {
  var from: String
  var to: String
  var subject: String
  var date: String
  var id: String
  var type: String
  var charset: String
  var encoding: String
  var text: String
  var defects: [String]
  var headers: [String]

  static func parse(_ files: [String]) throws -> [ParsedMail] {
    try JSONDecoder().decode([ParsedMail].self, from: python(script, files))
  }

  private static let script = """
    import sys, json, email, email.policy, datetime
    found = []
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            mail = email.message_from_bytes(file.read(), policy=email.policy.default)
        defects = [repr(d) for part in mail.walk() for d in part.defects]
        defects += [repr(d) for value in mail.values() for d in value.defects]
        date = mail["date"].datetime.astimezone(datetime.timezone.utc)
        found.append({
            "from": str(mail["from"]), "to": str(mail["to"]), "subject": str(mail["subject"]),
            "date": date.strftime("%Y-%m-%dT%H:%M:%SZ"), "id": str(mail["message-id"]),
            "type": mail.get_content_type(), "charset": mail.get_content_charset(),
            "encoding": str(mail["content-transfer-encoding"]), "text": mail.get_content(),
            "defects": defects, "headers": mail.keys()})
    json.dump(found, sys.stdout)
    """
}

@Suite("Messages that Python's mail parser reads back")
struct MailMessageTests {
  private static let long = String(repeating: "abcdefghij", count: 300)

  /// Texts with what a person reads after they have travelled.
  static let texts: [(written: String, read: String)] = [
    ("", "\n"), ("\n", "\n"), ("plain", "plain\n"), ("plain\n\n\n", "plain\n\n\n"),
    ("Größe: 5 € – “ja”\n", "Größe: 5 € – “ja”\n"), ("日本語の返事です。\n", "日本語の返事です。\n"),
    ("👩‍👩‍👧‍👦 e\u{301}\n", "👩‍👩‍👧‍👦 e\u{301}\n"), (".\n..\n.dot\n", ".\n..\n.dot\n"),
    ("From here\nFrom there\n>From\n", "From here\nFrom there\n>From\n"),
    ("one\r\ntwo\rthree\n\rfour", "one\ntwo\nthree\n\nfour\n"), ("\r\r\n\r", "\n\n\n"),
    ("trailing  \ntab\t\n \n", "trailing  \ntab\t\n \n"), ("a=b =20 =\n", "a=b =20 =\n"),
    (long, long + "\n"),
    (String(repeating: "é", count: 999), String(repeating: "é", count: 999) + "\n"),
    (String(repeating: "x", count: 75) + ".", String(repeating: "x", count: 75) + ".\n"),
    (String(repeating: "x", count: 75) + "From x", String(repeating: "x", count: 75) + "From x\n"),
    (String(repeating: " ", count: 200), String(repeating: " ", count: 200) + "\n"),
    ("Subject: no header\n\nBcc: x@y.de\n", "Subject: no header\n\nBcc: x@y.de\n"),
    ("\n.\r\nMAIL FROM:<x@y.de>\r\n", "\n.\nMAIL FROM:<x@y.de>\n"),
    ("nul \u{0} bell \u{7} escape \u{1B}[31m\n", "nul \u{0} bell \u{7} escape \u{1B}[31m\n"),
  ]

  static let subjects = [
    "Your order 114-7863528-5212210", "À propos de votre commande 114-7863528-5212210", "x",
    "=?UTF-8?Q?no?= encoded word", " leading", "trailing ", "two  spaces", "日本語", "👩‍👩‍👧‍👦",
    String(repeating: "word ", count: 60) + "end", String(repeating: "w", count: 400),
    String(repeating: "ä", count: 400), String(repeating: "日本 ", count: 90) + "x",
    "e" + String(repeating: "\u{301}", count: 80), "Re: \"quoted\" <angle> (paren), comma; @",
  ]

  @Test("texts, subjects and both line endings")
  func parsed() throws {
    let scratch = try Scratch()
    var expected: [(name: String, text: String, subject: String)] = []
    for (place, text) in Self.texts.enumerated() {
      expected.append(("t\(place)", text.read, "Your order 114-7863528-5212210"))
      try write("t\(place)", Sample.letter(text.written), .lineFeed, scratch)
    }
    for (place, subject) in Self.subjects.enumerated() {
      expected.append(("s\(place)", "body\n", subject))
      try write("s\(place)", Sample.letter("body", subject: subject), .lineFeed, scratch)
    }
    try write("wire", Sample.letter("Größe\nzwei"), .carriageReturnLineFeed, scratch)
    expected.append(("wire", "Größe\nzwei\n", "Your order 114-7863528-5212210"))
    try check(expected, scratch)
  }

  private func write(
    _ name: String,
    _ letter: Letter,
    _ ending: LineEnding,
    _ scratch: Scratch
  ) throws {
    let message = try MailMessage(letter, from: try Sample.shop(), at: Sample.now)
    let bytes = message.bytes(ending)
    try scratch.write(name, bytes)
    expectSound(bytes, ending)
  }

  /// What holds on the wire, whatever is inside.
  private func expectSound(_ bytes: [UInt8], _ ending: LineEnding) {
    #expect(bytes.allSatisfy { $0 == 10 || $0 == 13 || ($0 >= 32 && $0 < 127) })
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.components(separatedBy: ending.rawValue)
    #expect(lines.removeLast().isEmpty)
    for line in lines {
      #expect(line.utf8.count <= 78)
      #expect(!line.contains("\r") && !line.contains("\n"))
      #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
    }
  }

  private func check(
    _ expected: [(name: String, text: String, subject: String)],
    _ scratch: Scratch
  ) throws {
    let parsed = try ParsedMail.parse(expected.map { "\(scratch.path)/\($0.name)" })
    #expect(parsed.count == expected.count)
    for (mail, wanted) in zip(parsed, expected) {
      #expect(mail.defects.isEmpty, "\(wanted.name)")
      #expect(mail.text.replacingOccurrences(of: "\r\n", with: "\n") == wanted.text)
      #expect(mail.subject == wanted.subject)
      #expect(mail.from == "service@shop.example")
      #expect(mail.to == Sample.relay)
      #expect(mail.date == ISO8601.text(Sample.now))
      #expect(mail.id == "<\(Sample.id.text)@amends.shop.example>")
      #expect(mail.type == "text/plain")
      #expect(mail.charset == "utf-8")
      #expect(mail.headers == Self.headers)
    }
  }

  private static let headers = [
    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding",
  ]

  @Test("random text survives", arguments: [1, 2, 3] as [UInt64])
  func random(_ seed: UInt64) throws {
    var dice = DeliveryDice(seed: seed)
    let scratch = try Scratch()
    let alphabet = Array("a .=\n\t\u{1}\u{FE}éß日👍From -".unicodeScalars)
    var expected: [(name: String, text: String, subject: String)] = []
    for round in 0..<60 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...400, using: &dice) {
        text.append(alphabet.randomElement(using: &dice) ?? "a")
      }
      let body = String(text)
      let subject = String(String.UnicodeScalarView(text.filter { $0.value > 31 }))
        .trimmingCharacters(in: .whitespaces)
      try write("r\(round)", Sample.letter(body, subject: subject), .lineFeed, scratch)
      expected.append(("r\(round)", body.hasSuffix("\n") ? body : body + "\n", subject))
    }
    try check(expected, scratch)
  }

  @Test("the shorter encoding is taken")
  func encodings() {
    #expect(MailBody("Dear customer").encoding == "quoted-printable")
    #expect(MailBody("日本語の返事です").encoding == "base64")
  }

  @Test("a message id is the same for every attempt and differs between items")
  func identity() throws {
    let odd = try MailIdentity(OutboxID("a.b/c:d=é\r\n")).text
    #expect(odd == "a=2Eb=2Fc=3Ad=3D=C3=A9=0D=0A")
    for bad in ["", String(repeating: "a", count: 121), String(repeating: "\n", count: 41)] {
      #expect(throws: CarrierFault.unusableIdentity) { try MailIdentity(OutboxID(bad)) }
    }
  }

  @Test(
    "a message id leads back to its item",
    arguments: ["o1", "0B5E9A1C-7_x", "a.b/c:d=é\r\n", "=", "日本"])
  func wayBack(_ id: String) throws {
    let sender = try Sample.shop()
    let written = try MailIdentity(OutboxID(id)).messageID(from: sender)
    #expect(MessageReference(written)?.outboxItem == OutboxID(id))
  }

  @Test(
    "no control character enters a header",
    arguments: ["\r", "\n", "\u{0}", "\u{85}", "\u{2028}", "\u{2029}", "\u{1B}", "\t", "\u{7F}"])
  func controls(_ control: String) {
    #expect(throws: HeaderFault.controlCharacter) { try HeaderText("a\(control)Bcc: x@y.de") }
  }

  @Test("dates are as the system writes them")
  func dates() {
    #expect(MailDate.text(Instant(milliseconds: 0)) == "Thu, 1 Jan 1970 00:00:00 +0000")
    #expect(MailDate.text(Instant(milliseconds: -1)) == "Wed, 31 Dec 1969 23:59:59 +0000")
    #expect(MailDate.text(Sample.now) == "Fri, 27 Nov 2026 14:03:09 +0000")
  }

  @Test("base64 of every length", arguments: 0..<130)
  func base64(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    #expect(Base64.lines(bytes).joined() == Base64.text(bytes))
    #expect(Base64.lines(bytes).allSatisfy { $0.count <= 76 })
  }

  @Test("the subject names the order, in the language of the review")
  func subjectLines() throws {
    let order = Sample.order
    #expect(try SubjectLine.text(order: order, language: nil).text == "Your order \(order)")
    #expect(try SubjectLine.text(order: order, language: "de").text == "Ihre Bestellung \(order)")
    #expect(try SubjectLine.text(order: order, language: "xx").text == "Your order \(order)")
    #expect(try SubjectLine.text(order: nil, language: "fr").text == "À propos de votre achat")
    #expect(throws: HeaderFault.controlCharacter) {
      try SubjectLine.text(order: "1\r\nBcc: x@y.de", language: "en")
    }
  }
}
