import CTerminal
import Screen
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func event(_ kind: ct_event_kind, _ code: UInt32 = 0, _ modifiers: Int = 0) -> ct_event {
    ct_event(kind: Int32(kind.rawValue), code: code, modifiers: UInt32(modifiers))
  }

  private func bytes(_ text: String) -> [ct_event] { text.utf8.map { event(CT_BYTE, UInt32($0)) } }

  private func key(_ key: ct_key, _ modifiers: Int = 0) -> ct_event {
    event(CT_KEY, key.rawValue, modifiers)
  }

  private func decode(_ drains: [ct_event]...) -> [KeyPress] {
    var decoder = KeyDecoder()
    for events in drains {
      for event in events { decoder.take(event) }
      decoder.endOfInput()
    }
    return decoder.takeKeys()
  }

  @Test(arguments: [
    ("a", "a"), ("\r", "enter"), ("\n", "ctrl-j"), ("\t", "tab"), ("\u{7F}", "backspace"),
    ("\u{8}", "backspace"), ("\u{1}", "ctrl-a"), ("\u{1A}", "ctrl-z"), ("\u{0}", "ctrl-space"),
    ("\u{1B}", "escape"), ("\u{1B}x", "alt-x"), ("\u{1B}\u{1B}", "escape escape"),
    ("\u{1B}\u{7F}", "alt-backspace"), ("\u{1B}\u{1}", "ctrl-alt-a"), ("\u{1B}é", "alt-é"),
    ("\u{1F}", "ctrl-_"), ("\u{1C}", "ctrl-\\"), ("日é", "日 é"), ("jjk", "j j k"), (" ", "space"),
    ("\u{85}x", "x"),
    ("\u{1B}[99~j", "j"), ("\u{1B}[Ij", "j"), ("\u{1B}[?1;2cj", "j"), ("\u{1B}[", "alt-["),
    ("\u{1B}OXj", "j"), ("\u{1B}]0;é\u{7}é", "é"), ("\u{1B}P1\u{1B}xj", "alt-x j"),
    ("\u{1B}O", "alt-O"), ("\u{1B}]11;rgb:0/0\u{7}j", "j"),
    ("\u{1B}]11;rgb:0/0\u{1B}\\j", "j"), ("\u{1B}[12", ""), ("\u{1B}[1\rj", "enter j"),
  ])
  func bytesAreKeys(text: String, keys: String) {
    #expect(decode(bytes(text)).map(\.description).joined(separator: " ") == keys)
  }

  @Test func namedKeysWithModifiers() {
    let events = [
      key(CT_UP), key(CT_LEFT, CT_CONTROL), key(CT_TAB, CT_SHIFT),
      event(CT_KEY, CT_FUNCTION.rawValue + 5), event(CT_KEY, CT_FUNCTION.rawValue + 13),
      event(CT_KEY, 9999),
    ]
    #expect(decode(events).map(\.description) == ["up", "ctrl-left", "shift-tab", "f5"])
    #expect(decode(bytes("\u{1B}") + [key(CT_UP)]).map(\.description) == ["alt-up"])
  }

  /// An escape is alone when nothing follows it in the same go.
  @Test func escapeThenALetterLater() {
    #expect(decode(bytes("\u{1B}"), bytes("x")).map(\.description) == ["escape", "x"])
  }

  @Test func aLetterMayComeInTwoPortions() {
    let letter = bytes("é")
    #expect(decode([letter[0]], [letter[1]]) == ["é"])
  }

  @Test(
    arguments: [
      [0xFF, 0x61], [0xC3, 0x61], [0x80, 0x61], [0xE2, 0x82, 0x61], [0xED, 0xA0, 0x80, 0x61],
      [0xC3, 0xC3, 0x61], [0xF5, 0x80, 0x80, 0x80, 0x61],
    ] as [[UInt32]])
  func whatIsNoUTF8IsDropped(codes: [UInt32]) {
    #expect(decode(codes.map { event(CT_BYTE, $0) }) == ["a"])
  }

  @Test func aPasteIsOneKey() {
    let events = [event(CT_PASTE_BEGIN)] + bytes("q\u{1B}x\r日") + [key(CT_UP), event(CT_PASTE_END)]
    #expect(decode(events + bytes("z")) == [.paste("q\u{1B}x\r日"), "z"])
  }

  @Test func aPasteMayComeInSeveralPortions() {
    #expect(
      decode([event(CT_PASTE_BEGIN)] + bytes("a"), bytes("b"), bytes("c") + [event(CT_PASTE_END)])
        == [.paste("abc")])
  }

  /// An end mark inside of what is pasted must not turn the rest into commands.
  @Test func anEndMarkInsideOfAPasteDoesNotEndIt() {
    let events =
      [event(CT_PASTE_BEGIN)] + bytes("a") + [event(CT_PASTE_END)] + bytes("Qy\u{1B}")
      + [event(CT_PASTE_END)] + bytes("j")
    #expect(decode(events) == [.paste("aQy\u{1B}"), "j"])
  }

  @Test func anEndMarkAloneIsNothing() {
    #expect(decode([event(CT_PASTE_END)] + bytes("j")) == ["j"])
  }

  @Test func aPasteWithoutAnEndCanBeEnded() {
    var decoder = KeyDecoder()
    for event in [event(CT_PASTE_BEGIN)] + bytes("abc") { decoder.take(event) }
    decoder.endOfInput()
    #expect(decoder.isPasting)
    #expect(decoder.keys.isEmpty)
    decoder.endPaste()
    #expect(!decoder.isPasting)
    #expect(decoder.takeKeys() == [.paste("abc")])
  }

  @Test(arguments: 0..<50)
  func anyEventsDoNoHarm(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var decoder = KeyDecoder()
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let code = UInt32(state >> 33 & 0x1FF)
      decoder.take(ct_event(kind: Int32(state >> 60 & 7), code: code, modifiers: code & 7))
      if state >> 50 & 15 == 0 { decoder.endOfInput() }
      for key in decoder.takeKeys() { #expect(!key.description.isEmpty) }
    }
  }
}
