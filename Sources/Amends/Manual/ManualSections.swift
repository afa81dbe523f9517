/// What the manual says of the program as a whole.
enum ManualSections {
  static func add(to page: inout ManualText) {
    list("ENVIRONMENT", "Ev", environment, to: &page)
    list("FILES", "Pa", files, to: &page)
    page.macro("Sh", "EXIT STATUS")
    list("Li", exits.map { ("\($0.rawValue)", $0.words) }, to: &page)
    page.macro("Sh", "EXAMPLES")
    for (words, line) in examples {
      page.text(words)
      page.literal([line])
    }
  }

  private static func list(
    _ title: String, _ macro: String, _ entries: [(String, String)], to page: inout ManualText
  ) {
    page.macro("Sh", title)
    list(macro, entries, to: &page)
  }

  private static func list(
    _ macro: String, _ entries: [(String, String)], to page: inout ManualText
  ) {
    page.macro("Bl", "-tag -width Ds")
    for (name, words) in entries {
      page.macro("It", "\(macro) \(ManualText.escaped(name))")
      page.text(words)
    }
    page.macro("El")
  }

  private static let environment = [
    (
      "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME",
      "Where the files below lie, unless --desk puts them into one folder."
    ),
    ("NO_COLOR", "Where it is set nothing is coloured."),
    ("TERM, COLORTERM", "What the terminal can show."),
    ("TZ", "The clock on which times are shown."),
    ("VISUAL, EDITOR", "The editor that a draft can be lent to."),
    ("TMPDIR", "Where the throw-away desks of demo and tour lie."),
  ]

  private static let files = [
    ("~/.config/amends/config.toml", "The settings; every key may be missing."),
    ("~/.config/amends/themes/", "Themes of one's own."),
    ("~/.config/amends/packs/", "Wording rules of one's own."),
    ("~/.local/share/amends/desk.sqlite", "The desk: reviews, people, drafts, what was sent."),
    ("~/.local/share/amends/backups/", "Copies of the desk that backup has made."),
    ("~/.local/share/amends/reader.amends", "The second reader's model."),
    ("~/.local/state/amends/", "What is worth keeping for a while only."),
    ("~/.cache/amends/", "What can be made again."),
  ]

  private static let exits: [ExitStatus] = [.fine, .no, .usage, .noDesk, .part]

  private static let examples = [
    ("A guided first walk on a throw-away desk with sample data:", "amends tour"),
    ("The same desk without a guide:", "amends demo"),
    ("Bring in what the marketplace gives:", "amends import feedback.tsv reviews.jsonl"),
    ("May this be said?", "amends check reply.txt --rating 1 --complaint \"arrived broken\""),
    ("May we write, and when?", "amends cooldown 113-8656817-8943350"),
    (
      "This manual, where man finds it:",
      "amends man | install -Dm644 /dev/stdin ~/.local/share/man/man1/amends.1"
    ),
  ]
}

extension ExitStatus {
  /// What it tells, in words.
  fileprivate var words: String {
    switch self {
    case .fine: "All is well, and the answer, if one was asked for, is yes."
    case .no: "The answer is no, or there was nothing that could be read."
    case .usage: "The command line cannot be understood."
    case .noDesk: "The desk cannot be opened."
    case .part: "A part failed, the rest is done."
    }
  }
}
