import AmendsPolicy
import Testing

/// Disguised spelling is read as what it stands for, and the words that are there are underlined.
@Suite struct DisguiseTests {
  @Test(arguments: [
    "please remove your review", "PLEASE REMOVE YOUR REVIEW",
    "please rem\u{200B}ove your re\u{AD}view",
    "please rеmоve your rеviеw", "please ｒｅｍｏｖｅ your ｒｅｖｉｅｗ", "please 𝐫𝐞𝐦𝐨𝐯𝐞 your 𝐫𝐞𝐯𝐢𝐞𝐰",
    "please r3m0ve your r3v1ew", "please rem0ve your rev!ew", "please re.move your re*view",
    "please re-\nmove your re-\nview", "please r e m o v e your r e v i e w",
    "please r.e.m.o.v.e your r_e_v_i_e_w", "please reeeemove your reviewww",
    "please remvoe your reveiw", "please rémóve your rèvïew", "please r̲e̲m̲o̲v̲e̲ your r̶e̶v̶i̶e̶w̶",
    "please re<b></b>move your re&#118;iew", "please \u{202E}weiver ruoy evomer\u{202C}",
    "please re move your re view", "please ⓡⓔⓜⓞⓥⓔ your review",
  ])
  func isSeenThrough(_ draft: String) throws {
    #expect(try TestPack.words(TestPack.removal, draft) != nil)
  }

  @Test(arguments: [
    "please remove your cover", "the peer review will remove it", "we relieve you of the view",
    "please preview the movie", "re: your order, view the move",
  ])
  func leavesOrdinaryWords(_ draft: String) throws {
    #expect(try TestPack.words(TestPack.removal, draft) == nil)
  }

  @Test func underlinesTheSource() throws {
    let words = try TestPack.words(TestPack.removal, "Ünd: please r3m0ve your r\u{200B}eview!")
    #expect(words == ["r3m0ve", "r\u{200B}eview"])
  }
}
