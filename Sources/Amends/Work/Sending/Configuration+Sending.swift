import Delivery
import Inbox

extension Configuration {
  /// Who lets replies leave, as the inbox has it.
  var sending: SendingMode {
    guard carrier != .byHand else { return .byHand }
    return switch send {
    case .inbox: .inbox
    case .worker: .worker
    case .manual: .manual
    }
  }
}
