import Testing

@testable import Mail

@Suite("Bodies")
struct BodyTests {
  @Test(
    "quoted-printable in its sloppy forms",
    arguments: [
      ("a=3Db", "a=b"), ("a=\nb", "ab"), ("a=  \r\nb", "ab"), ("a  \nb\t", "a\nb"), ("=C3=a9", "é"),
      ("=", ""), ("a=", "a"), ("=4", "=4"), ("=XY", "=XY"), ("==3D", "=="), ("a=\n", "a"), ("", ""),
      ("\n\n", "\n\n"), ("a=20\nb", "a \nb"),
    ])
  func quotedPrintable(_ packed: String, _ text: String) {
    let found = QuotedPrintable.decode(Array(packed.utf8)[...], most: 99)
    #expect(String(decoding: found.bytes, as: UTF8.self) == text)
    #expect(!found.isCut)
  }

  @Test(
    "base64 with rubbish in it",
    arguments: [
      ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("Y Q\n=\n=", "a"), ("YW", "a"), ("Y", ""),
      ("Y*W!J-j", "abc"), ("", ""), ("====", ""), ("YQ==YQ==", "a"), ("=YQ==", "a"),
    ])
  func base64(_ packed: String, _ text: String) {
    let found = Base64.decode(Array(packed.utf8)[...], most: 99)
    #expect(String(decoding: found.bytes, as: UTF8.self) == text)
  }

  @Test("what is too long is cut, and said so")
  func cut() {
    var limits = MailLimits()
    limits.text = 100
    for head in ["", "Content-Transfer-Encoding: quoted-printable\n"] {
      let mail = ParsedMessage(
        Array("\(head)\n\(String(repeating: "word ", count: 99))".utf8)[...], limits: limits)
      #expect(mail.text.utf8.count <= 100)
      #expect(mail.remarks == [.textCut])
    }
    let html = ParsedMessage(
      Array("Content-Type: text/html\n\n\(String(repeating: "<p>word", count: 99))".utf8)[...],
      limits: limits)
    #expect(html.remarks == [.textCut])
  }

  @Test(
    "markup becomes what a person would see",
    arguments: [
      ("a<br>b", "a\nb"), ("<p>a</p><p>b</p>", "a\n\nb"), ("<div>a</div><div>b</div>", "a\nb"),
      ("a  \n b", "a b"), ("<b>a</b><i>b</i>", "ab"), ("<ul><li>a<li>b</ul>c", "- a\n- b\nc"),
      ("<td>a</td><td>b</td>", "a b"), ("<a href='x>y'>z</a>", "z"), ("a<!-- > -->b", "ab"),
      ("<p hidden>a</p>b", "b"), ("<p style='display : none'>a<p>b", "b"),
      ("<div style='font-size:0px'>a<div>b</div></div>c", "c"),
      ("<div style='font-size:0.9em'>a</div>", "a"),
      ("<span style=\"opacity:0\">a</span>b", "b"),
      ("<blockquote>a<br>b</blockquote>c", "> a\n> b\n\nc"), ("<pre>a\n  b</pre>", "a\n  b"),
      ("<script>a</script>b<style>c</style>", "b"), ("<title>a</title>b", "b"),
      ("a &lt; b", "a < b"),
      ("a < b", "a < b"), ("x&nbsp;&nbsp;y&nbspz", "x y z"), ("&amp;lt;", "&lt;"),
      ("<img alt=a>b", "b"),
      ("a<hr>b", "a\nb"), ("</p>a", "a"), ("<", "<"), ("<p", ""), ("", ""),
      ("<p></p><br><p></p>", ""),
    ])
  func markup(_ markup: String, _ text: String) {
    let mail = ParsedMessage(Array("Content-Type: text/html; charset=utf-8\n\n\(markup)".utf8)[...])
    #expect(mail.text == text)
  }
}
