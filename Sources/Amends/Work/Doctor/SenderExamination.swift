import Glibc

/// Examines whether anybody lets replies leave.
struct SenderExamination {
  let workplace: Workplace

  /// What was found; `nil` where a person hands every reply over.
  var diagnosis: Diagnosis? {
    guard workplace.configuration.carrier != .byHand else { return nil }
    do throws(Failure) {
      if let holder = try lock()?.holder { return .ok("sender", "\(holder.name) sends") }
    } catch {
      return .fault("sender", error.message, remedy: "nothing leaves until then")
    }
    return switch workplace.configuration.send {
    case .inbox: .ok("sender", "an inbox sends while it is open; nobody sends at the moment")
    case .manual: .ok("sender", "replies leave at a person's word, in the outbox")
    case .worker:
      .note("sender", "nobody sends", remedy: "have `amends send` run on this machine")
    }
  }

  /// The lock, where there ever was a sender.
  private func lock() throws(Failure) -> SenderLock? {
    let path = workplace.places.senderLock
    return access(path, F_OK) == 0 ? try SenderLock(path) : nil
  }
}
