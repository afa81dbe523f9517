import Testing

@testable import ReaderInstall

@Suite("Which pieces are kept")
struct PruningTests {
  @Test(
    "Latin letters, and what is no letter, stay",
    arguments: [
      "the", "▁the", "grüße", "▁été", "Łódź", "Đặng", "ŋ", "ƒ", "ʻokina", "e\u{301}", "ẞ", "ﬁ",
      "Ａｂ", "ª", "µ", "2024", "٣", "€", "₹", "...", "—", "😀", "👍🏽", "🇩🇪", "❤\u{FE0F}", "★", "½",
      "Ⅳ", "①", "™", "▁", "x²", "\u{200D}", "𝐀", "Ⓐ", "",
    ])
  func kept(_ piece: String) { #expect(VocabularyPruning.keeps(piece)) }

  @Test(
    "letters of other scripts go",
    arguments: [
      "мир", "Ж", "▁и", "ναι", "Ω", "日本", "語", "ひら", "カタ", "ー", "ｶ", "한국", "שלום", "سلام",
      "हिन्दी", "\u{93F}", "ไทย", "ქართ", "հայ", "አማ", "ㄅ", "aмb", "pαge", "2024年", "😀я",
      "\u{1D26}", "\u{AB65}", "𝛀",
    ])
  func dropped(_ piece: String) { #expect(!VocabularyPruning.keeps(piece)) }

  @Test("the special pieces come first, the others by their bytes")
  func order() throws {
    let base = try TinyBase().model(in: TestFolder())
    let order = try VocabularyPruning.order(base.vocabulary)
    let pieces = order.dropFirst(4).map { TinyBase.defaultPieces[$0] }
    #expect(Array(order.prefix(4)) == [0, 1, 2, 3])
    #expect(
      pieces == [
        "...", "a", "s", "é", "€", "▁", "▁2024", "▁grüße", "▁the", "▁été", "😀",
      ])
  }

  @Test("two like pieces are a fault")
  func alike() throws {
    var tiny = TinyBase()
    tiny.pieces[6] = "a"
    let base = try tiny.model(in: TestFolder())
    #expect(throws: FormatFault("the pieces 6 and 15 are alike")) {
      try VocabularyPruning.order(base.vocabulary)
    }
  }
}
