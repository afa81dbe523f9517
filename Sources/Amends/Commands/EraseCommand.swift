import ArgumentParser
import Glibc
import Ledger
import Store

/// Removes everything personal about a customer.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Remove everything personal about a customer, for good.",
    discussion: """
      amends erase 114-7863528-5212210 --reason "asked for it by mail"
      amends erase qw2smy2gutcr61k@marketplace.amazon.com --yes --json

      Says what it will do, and asks for the key once more. Removed are names, addresses, order numbers,
      the words of reviews, former reviews, drafts, replies, facts and notes, the search index, refused
      rows and drafts in an editor that name them. What stays: kinds and times of facts, permits, stars,
      and keyed hashes by which the person is recognised. They are marked as never to be contacted. A file
      that names them again brings nothing back: their reviews are left out, of facts only kind and time
      are kept. A waiting reply is recalled; while one is on its way nothing is erased.

      The files of the desk are written anew, which takes a while with a large one, while everybody else
      waits. Backups made before, mail that left, and the files that were imported still hold the
      person: see to them yourself. The reason is kept in the audit: name nobody in it.

      --json answers with {"customer","reviews","formerTexts","drafts","replies","facts","notes",
      "permits","files":[…],"copies":[…]}; copies are backups that were found. Exits with 1 when it was
      refused or not confirmed, 4 when traces may be left in the files of the desk.
      """)

  @Argument(help: "Any key of the person: relay address, order, or reviewer id.")
  var customer: PersonArgument?

  @Option(help: "Why, for the audit; name nobody.")
  var reason = ""

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Only write the files of the desk anew, where that was interrupted.")
  var finish = false

  @Flag(help: "Answer in JSON; needs --yes.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if finish == (customer != nil) {
      throw ValidationError("name a customer, or --finish what was interrupted")
    }
    if json, !yes { throw ValidationError("--json cannot ask: it needs --yes") }
    if reason.utf8.count > 200 { throw ValidationError("--reason has 200 bytes at most") }
  }

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    if let customer { try erase(customer, workplace, store) }
    try store.removeTraces()
    if finish { try say(["the files of the desk are written anew"]) }
  }

  private func erase(
    _ customer: PersonArgument,
    _ workplace: Workplace,
    _ store: DeskStore
  ) throws {
    let plan = try store.erasurePlan(of: customer.known(in: store).id)
    guard !TraceSearch(plan.traces).finds(in: reason) else {
      throw Failure(.usage, "the reason names the person: it is kept for ever, so leave that out")
    }
    if let hindrance = plan.hindrance { throw hindrance }
    let around = PersonalFiles(places: workplace.places, plan: plan)
    let (files, copies) = (around.found, around.copies)
    if !json { try say(plan.lines(files: files, copies: copies)) }
    try confirm(customer)
    let job = EraseJob(store: store, plan: plan, files: files, reason: reason)
    try job.run(at: SystemClock.now, by: workplace.agent)
    if json {
      var output = StandardOutput()
      output.line(plan.json(files: files, copies: copies))
      try output.finish()
    } else {
      try say(["erased; now the files of the desk are written anew …"])
    }
  }

  private func confirm(_ customer: PersonArgument) throws {
    guard !yes else { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(.usage, "nobody can be asked here: say --yes to erase them")
    }
    StandardError.say("type \(customer.key.text) to erase them:")
    guard let typed = readLine(), CustomerKey(typed) == customer.key else {
      throw Failure(.no, "nothing was erased")
    }
  }

  private func say(_ lines: [String]) throws {
    var output = StandardOutput()
    for line in lines { output.safeLine(line) }
    try output.finish()
  }
}
