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
    return decoder.takeInputs().compactMap(\.key)
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
    #expect(decoder.inputs.isEmpty)
    decoder.endPaste()
    #expect(!decoder.isPasting)
    #expect(decoder.takeInputs() == [.key(.paste("abc"))])
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
      for key in decoder.takeInputs().compactMap(\.key) { #expect(!key.description.isEmpty) }
    }
  }
}

@Suite("Reports of the mouse and answers of the terminal")
struct ReportTests {
  private func event(_ kind: ct_event_kind, _ code: UInt32 = 0) -> ct_event {
    ct_event(kind: Int32(kind.rawValue), code: code, modifiers: 0)
  }

  private func decode(
    _ portions: [String],
    form: UInt32? = nil,
    takesMouse: Bool = true
  ) -> [Input] {
    var decoder = KeyDecoder(takesMouse: takesMouse)
    if let form { decoder.take(event(CT_MOUSE, form)) }
    for portion in portions {
      for byte in portion.utf8 { decoder.take(event(CT_BYTE, UInt32(byte))) }
      decoder.endOfInput()
    }
    return decoder.takeInputs()
  }

  @Test(
    "Digits and three bytes say the same",
    arguments: [
      ("0;12;5M", 0, MousePress(.left, at: Point(row: 4, column: 11))),
      ("64;1;1M", 0, MousePress(.wheelUp, at: Point(row: 0, column: 0))),
      ("65;300;99M", 0, MousePress(.wheelDown, at: Point(row: 98, column: 299))),
      (" ,%", 1, MousePress(.left, at: Point(row: 4, column: 11))),
      ("`!!", 1, MousePress(.wheelUp, at: Point(row: 0, column: 0))),
    ] as [(String, UInt32, MousePress)])
  func reports(text: String, form: UInt32, press: MousePress) {
    #expect(decode([text + "j"], form: form) == [.mouse(press), .key("j")])
  }

  @Test(
    "What is no plain press is read away: releases, other buttons, held keys, places outside",
    arguments: [
      ("0;12;5m", 0), ("2;1;1M", 0), ("4;1;1M", 0), ("35;1;1M", 0), ("0;0;5M", 0), ("0;5M", 0),
      ("M", 0), ("#!!", 1), ("0!!", 1),
    ] as [(String, UInt32)])
  func others(text: String, form: UInt32) {
    #expect(decode([text + "j"], form: form) == [.key("j")])
  }

  @Test("Where nobody asked for the mouse its reports are read away")
  func unwanted() {
    #expect(decode(["0;12;5Mj"], form: 0, takesMouse: false) == [.key("j")])
  }

  @Test("A report that comes in two portions is never read as letters")
  func portions() {
    let press = Input.mouse(MousePress(.left, at: Point(row: 4, column: 11)))
    #expect(decode(["0;1", "2;5Mj"], form: 0) == [press, .key("j")])
    #expect(decode([" ", ",", "%j"], form: 1) == [press, .key("j")])
  }

  @Test(
    "A report that says anything else is read away up to its end, however long it is",
    arguments: [
      "0;1q", "0;-1;5M", "0;+2;5M", " 0;2;5M", "0;2;5~", String(repeating: "1", count: 30) + "M",
      "0;1;" + String(repeating: "0", count: 25) + "1M",
    ])
  func broken(text: String) {
    #expect(decode([text + "j"], form: 0) == [.key("j")])
  }

  @Test("A key ends a report that has no end")
  func cutOff() {
    #expect(decode(["0;1\rj"], form: 0) == [.key(.enter), .key("j")])
    for form in [0, 1] as [UInt32] {
      var decoder = KeyDecoder(takesMouse: true)
      let up = event(CT_KEY, CT_UP.rawValue)
      for event in [event(CT_MOUSE, form), event(CT_BYTE, 0x20), up, event(CT_BYTE, 0x6A)] {
        decoder.take(event)
      }
      #expect(decoder.takeInputs() == [.key(KeyPress(.up)), .key("j")])
    }
  }

  /// Terminfo calls the byte of column and row 95 backspace.
  @Test("Backspace within three bytes is one of them, and a key anywhere else")
  func backspace() {
    let backspace = event(CT_KEY, CT_BACKSPACE.rawValue)
    var decoder = KeyDecoder(takesMouse: true)
    for event in [event(CT_MOUSE, 1), event(CT_BYTE, 0x20), backspace, backspace, backspace] {
      decoder.take(event)
    }
    let press = MousePress(.left, at: Point(row: 94, column: 94))
    #expect(decoder.takeInputs() == [.mouse(press), .key(KeyPress(.backspace))])
    for event in [event(CT_MOUSE, 0), event(CT_BYTE, 0x30), backspace, event(CT_BYTE, 0x6A)] {
      decoder.take(event)
    }
    #expect(decoder.takeInputs() == [.key(KeyPress(.backspace)), .key("j")])
  }

  @Test(
    "The background is told in one to four digits a colour",
    arguments: [
      ("11;rgb:ffff/8080/0000\u{7}", Color.rgb(255, 128, 0)),
      ("11;rgb:ff/80/00\u{1B}\\", .rgb(255, 128, 0)), ("11;rgb:f/8/0\u{7}", .rgb(255, 136, 0)),
      ("11;rgba:0000/2b2b/3636/ffff\u{7}", .rgb(0, 43, 54)),
    ] as [(String, Color)])
  func background(text: String, color: Color) {
    #expect(decode(["\u{1B}]" + text + "j"]) == [.background(color), .key("j")])
  }

  @Test(
    "Anything else is no answer, and no key either",
    arguments: [
      "10;rgb:ffff/ffff/ffff", "11;rgb:ffff/ffff", "11;rgb:x/y/z", "11;#ffffff", "11;rgb:fffff/0/0",
      "52;c;aGk=", "11;?", String(repeating: "11;rgb:ff/ff/ff", count: 20),
    ])
  func noAnswer(text: String) {
    #expect(decode(["\u{1B}]\(text)\u{7}j"]) == [.key("j")])
  }

  @Test(
    "An answer without its end is none, whatever sequence comes later",
    arguments: ["\u{1B}[99~", "\u{1B}[?62;4c", "\u{1B}OX", "\u{1B}]\u{7}", "\u{1B}]0;x\u{7}"])
  func cutOffAnswer(later: String) {
    #expect(decode(["\u{1B}]11;rgb:ff/ff/ff", later + "j"]) == [.key("j")])
  }

  @Test(
    "What the terminal says of itself comes last, so that nothing else is waited for",
    arguments: [
      ("\u{1B}[?62;4c", true), ("\u{1B}[?6c", true), ("\u{1B}[c", false), ("\u{1B}[?25h", false),
      ("\u{1B}[>0;1c", false), ("\u{1B}]11;rgb:ff/ff/ff\u{7}", false), ("?c", false),
      ("\u{1B}[?62;4", false), ("\u{1B}[?2\u{1B}[5c", false),
    ])
  func isAnswered(text: String, isAnswered: Bool) {
    var decoder = KeyDecoder()
    for byte in text.utf8 { decoder.take(event(CT_BYTE, UInt32(byte))) }
    #expect(decoder.isAnswered == isAnswered)
  }

  @Test("Only a whole sequence ends what is waited for")
  func within() {
    var decoder = KeyDecoder()
    for byte in "\u{1B}]11;rgb:ff".utf8 { decoder.take(event(CT_BYTE, UInt32(byte))) }
    #expect(decoder.isWithinSequence)
    for byte in "/ff/ff\u{7}".utf8 { decoder.take(event(CT_BYTE, UInt32(byte))) }
    #expect(!decoder.isWithinSequence)
    #expect(decoder.takeInputs() == [.background(.rgb(255, 255, 255))])
  }
}

extension Input {
  /// The key, where it is one.
  var key: KeyPress? {
    if case .key(let key) = self { return key }
    return nil
  }
}
