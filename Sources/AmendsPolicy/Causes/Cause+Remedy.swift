extension Cause {
  /// What makes a matter of this cause good, in a sentence for the person who writes.
  ///
  /// The remedy has to fit the cause: goods for goods that failed, words for failed service (Gelbrich and Roschk, A
  /// Meta-Analysis of Organizational Complaint Handling and Customer Responses, 2011).
  public var remedy: String {
    switch self {
    case .damaged: "Replace it or refund it, as they like; what is broken need not come back."
    case .late: "Say where it is and the day it comes; else send it again or refund it."
    case .wrongItem: "Send the right one at your cost, or refund it; the return is on you."
    case .notAsDescribed: "Take it back with a full refund, and say what you correct on the page."
    case .defect: "Replace it or refund it, as they like; steps only where they solve it at once."
    case .missingParts: "Send what is missing today; refund it where that takes long."
    case .quality: "Exchange it or refund it, and say who hears of it."
    case .service: "Settle what they asked for, and say that you see to it yourself."
    case .price: "Say why it costs so much and take it back; promise no discount."
    case .misuse: "Say how it is meant to be used, without blame; help before you refund."
    case .fabricated: "Do not answer it: report it."
    case .unknown: "Ask one open question, and offer nothing yet."
    }
  }
}
