/// What lies over the list, the topmost last; the topmost gets the keys.
enum Layer: Sendable {
  case customer(CustomerScreen)
  case composer(Composer)
  case outbox(OutboxScreen)
  case sheet(CaseSheet)
  case why(WhyLayer)
  case help(HelpScreen)
  case palette(Palette)
  case themes(ThemePicker)
  case views(ViewPicker)
  case prompt(PromptLayer)
  case choice(Choice)
  case form(Form)
  case handOver(HandOver)

  /// The context in which the keys of a full screen are looked up; `nil` for what lies over one.
  var context: CommandContext? {
    switch self {
    case .customer: .customer
    case .composer: .composer
    case .outbox: .outbox
    case .sheet: .sheet
    default: nil
    }
  }
}
