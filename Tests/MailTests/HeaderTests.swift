import Ledger
import Testing

@testable import Mail

@Suite("Headers")
struct HeaderTests {
  private func header(_ text: String, _ limits: MailLimits = MailLimits()) -> (
    MailHeader, [MailRemark], String
  ) {
    var reader = HeaderReader(limits)
    let rest = reader.read(Array(text.utf8)[...])
    return (reader.header, reader.remarks, String(decoding: rest, as: UTF8.self))
  }

  @Test("are unfolded, and no lone return or NUL makes a field")
  func unfolded() {
    let (header, _, body) = header("A: one\r\n two\r\nB: x\rC: y\nD:\u{0}z\n\nbody")
    #expect(header.fields.map(\.name) == ["a", "b", "d"])
    #expect(header.fields.map(\.raw) == ["one two", "x C: y", "z"])
    #expect(body == "body")
  }

  @Test("end where a line is none of theirs, and say so")
  func broken() {
    let (header, remarks, body) = header("A: 1\nno field\nB: 2\n\nrest\n")
    #expect(header.fields.count == 1)
    #expect(remarks == [.headerBroken])
    #expect(body == "no field\nB: 2\n\nrest\n")
  }

  @Test("are kept within limits")
  func limits() {
    var limits = MailLimits()
    (limits.fields, limits.field, limits.header) = (3, 10, 40)
    let many = String(repeating: "A: b\n", count: 9) + "\n"
    #expect(header(many, limits).0.fields.count == 3)
    #expect(header(many, limits).1 == [.headerCut])
    let long = header("A: " + String(repeating: "x", count: 90) + "\n " + "y\n\n", limits)
    #expect(long.0.fields.map(\.value.count) == [9])
    #expect(long.1 == [.headerCut])
  }

  @Test("name the messages that are answered")
  func references() {
    let (header, _, _) = header(
      "References: <a@b.c><d@e.f>\n <bad> , <g@h.i>\nIn-Reply-To: x@y.z (a mail)\nReceived: from a; 1 Jan 2026 00:00:00 Z\nReceived: b\n\n"
    )
    #expect(header.references("references").map(\.text) == ["a@b.c", "d@e.f", "g@h.i"])
    #expect(header.references("in-reply-to").map(\.text) == ["x@y.z"])
    #expect(header.received.count == 1)
  }

  @Test(
    "have encoded words in every sloppy form",
    arguments: [
      ("=?utf-8?Q?a?= b", "a b"), ("=?utf-8?q?=C3?==?UTF-8?B?qQ==?=", "é"),
      ("=?utf-8*en?Q?a_b?=", "a b"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
      ("=?utf-8?Q?a", "=?utf-8?Q?a"), ("=?", "=?"), ("=??Q?a?=", "=??Q?a?="),
      ("(=?iso-8859-1?Q?=E9?=)", "(é)"), ("a =?utf-8?Q??= b", "a  b"),
      ("=?utf-8?Q?=E2=98=85?= =?us-ascii?Q?x?=", "★x"), ("=?utf-8?Q?a?=\t =?utf-8?Q?b?=", "ab"),
      ("=?utf-8?Q?a=00b=0Ac?=", "a b c"), ("=?utf-8?B?!!!?=", ""),
    ])
  func encodedWords(_ value: String, _ text: String) {
    #expect(EncodedWords.text(Array(value.utf8)) == text)
  }

  @Test(
    "tell what the receiving server found out",
    arguments: [
      ("mx.example; dkim=fail (bad; body) header.d=a.b; spf=pass", true, false, false),
      ("mx.example 1; DKIM = Fail ; SPF =fail", true, true, false),
      ("mx.example (dkim=fail); dmarc=pass", false, false, true),
      ("mx.example; dkim/1=fail; dkim=pass", true, false, false),
      ("mx.example; none", false, false, false),
      ("dkim=fail", false, false, false), ("", false, false, false),
      (";;;=;=fail", false, false, false),
    ])
  func authentication(_ value: String, _ dkim: Bool, _ spf: Bool, _ dmarc: Bool) {
    let results = AuthenticationResults(HeaderField(name: "x", value: Array(value.utf8)))
    #expect(results.says("dkim", "fail") == dkim)
    #expect(results.says("spf", "fail") == spf)
    #expect(results.says("dmarc", "pass") == dmarc)
  }
}
