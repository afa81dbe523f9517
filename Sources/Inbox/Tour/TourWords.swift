/// What the strip of a guided walk says, with the keys of this person.
struct TourWords: Equatable {
  /// What to do next.
  var text: String
  /// How to go on without it, or to end the walk.
  var ways: String

  init(_ step: Tour.Step?, keys: Keymap) {
    func key(_ command: Command, in context: CommandContext = .customer) -> String {
      keys.keys(for: command, in: context).first.map { "\($0)" } ?? ":\(command.rawValue)"
    }
    guard let step else {
      text = "That was the tour. \(key(.quit)) leaves; nothing of this desk is kept."
      ways = "\(Tour.leave) takes this away"
      return
    }
    ways = "\(Tour.skip) skips this · \(Tour.leave) ends the tour"
    let number = "\(step.rawValue + 1)/\(Tour.Step.allCases.count)"
    let words =
      switch step {
      case .move:
        "\(key(.moveDown)) goes to the next review, \(key(.moveUp)) back. All of these may be answered."
      case .open:
        "\(key(.open, in: .list)) opens the person: all that ever passed between you."
      case .why: "\(key(.why)) says whether you may write to them, until when, and why."
      case .cause:
        "Any key closes that. \(key(.takeCause)) takes the cause that the text suggests, \(key(.setCause)) asks."
      case .compose: "\(key(.compose)) writes a reply. Asked which way, enter takes the first."
      case .lure: "Try to lure. Type: We refund you once you update your review."
      case .mend:
        "BLOCKED, and the checks say why. \(key(.useRewrite, in: .composer)) puts in a safe wording."
      case .queue:
        "\(key(.queueReply, in: .composer)) queues it. It may ask first: the key it names agrees."
      case .undo: "It waits before it leaves. \(key(.undo)) takes it back, as it does most things."
      case .help: "\(key(.help)) shows the keys of a screen, \(key(.palette)) finds any command."
      }
    text = "\(number)  \(words)"
  }
}
