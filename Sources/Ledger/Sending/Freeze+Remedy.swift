extension Freeze {
  /// What to do before sending is allowed again.
  public var remedy: String {
    switch kind {
    case .clock where endsByItself:
      "a time server ends this by itself (`timedatectl` shows whether one answers)"
    case .clock: "put the clock right, or make sure that it is right"
    case .restored:
      "bring in again what was recorded since: opt-outs, answers, contacts made elsewhere"
        + (needsHorizon
          ? "; find out until when messages may have left that this desk does not know" : "")
    case .storage: "find out what is wrong with the disk, and make a backup elsewhere"
    case .stopped: "ask who stopped it"
    }
  }
}
