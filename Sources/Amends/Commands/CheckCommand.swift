import AmendsPolicy
import ArgumentParser
import Glibc

/// May this be said? Judges drafts: a text, files of templates, or many of a file.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether a draft may be sent.",
    discussion: """
      amends check reply.txt --rating 1 --complaint "Arrived broken"
      echo "We refunded you." | amends check --asked-refund --json
      amends check --github templates/*.txt
      amends check --jsonl drafts.jsonl > verdicts.jsonl

      Exits with 1 when a draft is blocked. --json answers with one object for each draft:
      {"verdict","language","readers":["rules","reader"],
      "findings":[{"rule","ground","severity","ranges","text","title","rewrite","source"}],
      "checklist":[{"point","met","missing"}]} with the six points of a reply that mends the matter, and its "file" where there are several. --github prints annotations for a pull request.

      --jsonl takes one object a line: {"id","lang","kind","rating","complaint",
      "customer_requested_refund","issue_resolved","earlier":[…],"channel","order","personal":[…],
      "draft"}, of which only draft is required; earlier are your own messages of the case; what is missing is taken from the options. Each gives one line, in the same order:
      {"id","verdict","findings":[{"rule","ground","severity","ranges":[[start,end],…],"text"}]}, ranges in
      UTF-8 bytes of the draft, text the reason. A line that cannot be read gives {"id","error"}, and
      the exit code 4; a blocked draft among many is no failure.

      The second reader judges too where it is installed (amends reader), unless --rules-only is given;
      "ground" says what a finding rests on: form, rule, signs or reading.
      """)

  @Argument(help: "Files with a draft each; standard input without one, or with -.")
  var files: [String] = []

  @Option(help: "What the customer left: product_review or seller_feedback.")
  var kind: KindName = .productReview

  @Option(help: "The customer's stars, 1 to 5.")
  var rating: Int?

  @Option(help: "What the customer wrote.")
  var complaint = ""

  @Flag(help: "The customer asked for a refund of their own will.")
  var askedRefund = false

  @Flag(help: "The matter was settled before this draft.")
  var resolved = false

  @Option(
    help: ArgumentHelp(
      "A file with your own earlier message of the case; oldest first, as often as needed.",
      valueName: "file"))
  var earlier: [String] = []

  @Option(help: "The way it leaves: answer, proactive or public_reply. Sets length and form.")
  var channel: ChannelName?

  @Option(help: "The order number that the message carries in its subject.")
  var order: String?

  @Option(
    help: ArgumentHelp(
      "What a public reply must not hold, such as the customer's full name; as often as needed.",
      valueName: "words"))
  var personal: [String] = []

  @Option(help: "The customer's language, such as en.")
  var lang: String?

  @Option(help: "How strictly to judge: default or strict. The configuration's otherwise.")
  var profile: ProfileName?

  @Flag(help: "Answer in JSON.")
  var json = false

  @Flag(help: "Print annotations that GitHub shows beside the lines of a pull request.")
  var github = false

  @Flag(help: "Read one JSON object a line, and answer each with one.")
  var jsonl = false

  @Flag(help: "Judge by the rules alone, without the second reader.")
  var rulesOnly = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let rating, !(1...5).contains(rating) { throw ValidationError("--rating is from 1 to 5") }
    if [json, github, jsonl].count(where: { $0 }) > 1 {
      throw ValidationError("--json, --github and --jsonl exclude each other")
    }
    if jsonl, files.count > 1 { throw ValidationError("--jsonl reads one file") }
  }

  func run() throws {
    let workplace = desk.workplace()
    let judge = DraftJudge(
      policy: workplace.wordingRules().policy,
      reader: workplace.reader(rulesOnly ? .off : nil))
    var context = DraftContext(
      kind: kind.kind, rating: rating, complaint: complaint, askedForRefund: askedRefund,
      issueResolved: resolved, earlier: try earlier.map { try DraftInput.text(of: $0) },
      language: lang, channel: channel?.channel, order: order, personal: personal)
    context.profile = profile?.profile ?? workplace.configuration.profile
    if jsonl {
      try CheckLines(judge: judge, base: context).run(files.first)
    } else {
      try checkEach(judge, context)
    }
  }

  private func checkEach(_ judge: DraftJudge, _ context: DraftContext) throws {
    var output = StandardOutput()
    var worst = Verdict.pass
    for file in files.isEmpty ? ["-"] : files {
      let draft = try DraftInput.text(of: file)
      let report = judge.report(draft, context)
      write(CheckedDraft(file: file, draft: draft, report: report, judge: judge), &output)
      if report.verdict == .block { worst = .block }
    }
    try output.finish()
    if worst == .block { throw ExitStatus.no }
  }

  private func write(_ checked: CheckedDraft, _ output: inout StandardOutput) {
    if json {
      output.line(files.count > 1 ? checked.jsonWithFile : checked.json)
    } else if github {
      for line in checked.annotations { output.line(line) }
    } else {
      CheckReport(checked, paint: Paint(STDOUT_FILENO)).write(to: &output)
    }
  }
}

/// The kinds of item by the names of the command line.
enum KindName: String, CaseIterable, ExpressibleByArgument {
  case productReview = "product_review"
  case sellerFeedback = "seller_feedback"

  /// The kind.
  var kind: ItemKind { self == .productReview ? .productReview : .sellerFeedback }
}

/// The channels by the names of the command line.
enum ChannelName: String, CaseIterable, ExpressibleByArgument {
  case answer, proactive
  case publicReply = "public_reply"

  /// The channel.
  var channel: Channel {
    switch self {
    case .answer: .answer
    case .proactive: .proactive
    case .publicReply: .publicReply
    }
  }
}

/// The profiles by the names of the command line.
enum ProfileName: String, CaseIterable, ExpressibleByArgument {
  case usual = "default"
  case strict

  /// The profile.
  var profile: Profile { self == .usual ? .default : .strict }
}
