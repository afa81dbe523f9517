import AmendsPolicy
import ArgumentParser
import Delivery

/// The sender without a screen.
struct SendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Let what waits in the outbox leave when it is due.",
    discussion: """
      amends send          stay, and send each reply when its time has come
      amends send --once   send what is due now, and end

      One sender is at work for a desk; a second one says who that is and stands by, or ends with 1 where
      it was told --once. Wording and contact limits are asked again before each reply leaves. What a server
      does not take for now is tried again, later each time, for about a day. SIGTERM puts the reply under
      way back, or finishes it where it is leaving already; a second signal ends at once.

      --json answers with one object a reply: {"id","outcome","state","reason","next"}; outcome is one of sent,
      postponed, deferred, held, failed, uncertain, left alone. Exits with 4 where one that was due did not
      leave and somebody should look.
      """)

  @Flag(help: "Send what is due now, and end.")
  var once = false

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  /// What takes the replies away, where anything may.
  ///
  /// - Throws: `Failure` where a person hands every reply over, or says of each that it may leave.
  private func carrier(of workplace: Workplace) throws(Failure) -> ConfiguredCarrier {
    let file = workplace.places.configFile
    guard let carrier = workplace.carrier else {
      throw Failure(
        .no,
        "replies leave by hand here: `amends`, o and enter hand them over; to have them sent, set"
          + " carrier under [delivery] in \(file)")
    }
    guard once || workplace.configuration.send != .manual else {
      throw Failure(
        .no,
        "[delivery] send = \"manual\" in \(file): replies leave at a person's word, in the outbox of"
          + " `amends` or by `amends send --once`")
    }
    return carrier
  }

  func run() throws {
    let signals = StopSignals()
    let workplace = desk.workplace()
    let carrier = try self.carrier(of: workplace)
    let store = try workplace.openDesk()
    let wording = workplace.lateWording()
    for fault in wording.load().faults { StandardError.say(fault) }
    let check = PolicyCheck(
      wording: wording, reader: workplace.reader(), profile: workplace.configuration.profile,
      store: store)
    let report = SendReport(store: store, isJSON: json)
    let run = try SenderRun(
      once ? .allDue : .staying,
      departures: Departures(
        store: store, check: check, carrier: carrier, sender: carrier.sender),
      lock: try SenderLock(workplace.places.senderLock), program: "amends send",
      agent: workplace.agent, tell: { report.take($0) })
    signals.watch { run.stop() }
    let watch = DeskWatch(
      store: store, places: workplace.places, notify: { run.noteDeskChanged() })
    guard let watch else { throw Failure(.part, DeskWatch.complaint) }
    watch.start()
    try report.end(run.run(), other: run.holder)
  }
}
