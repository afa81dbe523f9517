/// Drafts of 2,000 bytes that are made to be dear to check.
enum AdversarialDrafts {
  /// The drafts, each with what it is.
  static let all: [(name: String, text: String)] = [
    ("broken words", filled("re view re fund up date re move ")),
    ("letters apart", filled("r e f u n d  r e v i e w  ")),
    ("digits for letters", filled("r3fund y0ur rev1ew upd4te 5tars ")),
    ("one letter off", filled("refumd reviem ratimg updade feedbak ")),
    ("every slot of a lure", filled("refund once you update your review if you remove the stars ")),
    (
      "the same in one sentence",
      filled("refund if review remove stars page please once gift your ")
    ),
    (
      "asks and denials",
      filled("please do not change your review but never mind if you remove it. ")
    ),
    ("gaps", filled("you the a of may write to a an the us here ")),
    ("brackets and dots", filled("a.b@(c).d[e]-f_g+h/")),
    ("single digits", filled("1 2 3 4 5 6 7 8 9 0 ")),
    ("markup", filled("<b>r</b>e<i>v</i>&amp;{{x}} <")),
    ("marks on letters", filled("r\u{301}e\u{301}v\u{301}i\u{301}e\u{301}w ")),
    ("pictographs", filled("⭐⭐💰🎁➡️📝 ")),
    ("turned around", filled("\u{202E}weiver ruoy evomer\u{202C} ")),
  ]

  private static let length = 2_000

  private static func filled(_ text: String) -> String {
    var filled = ""
    while filled.utf8.count + text.utf8.count <= length { filled += text }
    return filled
  }
}
