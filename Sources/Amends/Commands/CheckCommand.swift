import AmendsPolicy
import ArgumentParser
import Glibc

/// May this be said? Judges one draft, or many.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether a draft may be sent.",
    discussion: """
      amends check reply.txt --rating 1 --complaint "Arrived broken"
      echo "We refunded you." | amends check --asked-refund --json
      amends check --jsonl drafts.jsonl > verdicts.jsonl

      Exits with 1 when the draft is blocked. --json answers with one object:
      {"verdict","language","findings":[{"rule","severity","ranges","text","title","rewrite","source"}]}.

      --jsonl takes one object a line: {"id","lang","kind","rating","complaint",
      "customer_requested_refund","issue_resolved","draft"}, of which only draft is required; what is
      missing is taken from the options. Each gives one line, in the same order:
      {"id","verdict","findings":[{"rule","severity","ranges":[[start,end],…],"text"}]}, ranges in
      UTF-8 bytes of the draft, text the reason. A line that cannot be read gives {"id","error"}, and
      the exit code 4; a blocked draft among many is no failure.
      """)

  @Argument(help: "The file with the draft; standard input without one, or with -.")
  var file: String?

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

  @Option(help: "The customer's language, such as en.")
  var lang: String?

  @Option(help: "How strictly to judge: default or strict. The configuration's otherwise.")
  var profile: ProfileName?

  @Flag(help: "Answer in JSON.")
  var json = false

  @Flag(help: "Read one JSON object a line, and answer each with one.")
  var jsonl = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let rating, !(1...5).contains(rating) { throw ValidationError("--rating is from 1 to 5") }
  }

  func run() throws {
    let workplace = desk.workplace()
    let policy = try workplace.wordingRules().policy
    var context = DraftContext(
      kind: kind.kind, rating: rating, complaint: complaint, askedForRefund: askedRefund,
      issueResolved: resolved, language: lang)
    context.profile = profile?.profile ?? workplace.configuration.profile
    if jsonl {
      try CheckLines(policy: policy, base: context).run(file)
    } else {
      try checkOne(policy, context)
    }
  }

  private func checkOne(_ policy: WordingPolicy, _ context: DraftContext) throws {
    let name = file.flatMap { $0 == "-" ? nil : $0 } ?? "standard input"
    let draft = try DraftInput.text(of: file, name: name)
    let report = policy.check(draft, in: context)
    var output = StandardOutput()
    if json {
      output.line(report.json)
    } else {
      let paint = Paint(STDOUT_FILENO)
      CheckReport(draft: draft, name: name, report: report, paint: paint).write(to: &output)
    }
    try output.finish()
    if report.verdict == .block { throw ExitStatus.no }
  }
}

/// The kinds of item by the names of the command line.
enum KindName: String, CaseIterable, ExpressibleByArgument {
  case productReview = "product_review"
  case sellerFeedback = "seller_feedback"

  /// The kind.
  var kind: ItemKind { self == .productReview ? .productReview : .sellerFeedback }
}

/// The profiles by the names of the command line.
enum ProfileName: String, CaseIterable, ExpressibleByArgument {
  case usual = "default"
  case strict

  /// The profile.
  var profile: Profile { self == .usual ? .default : .strict }
}
