import AmendsPolicy
import Inbox
import Ledger
import Reader
import Screen
import Themes

/// Examines everything that Amends depends on.
struct Doctor {
  let workplace: Workplace
  /// Whether the mail server is asked too.
  var connects = false

  /// What was found, in the order in which things are needed.
  func examine() -> [Diagnosis] {
    configuration + [keys, zone, clock]
      + DeskExamination(workplace: workplace).diagnoses
      + packs + [reader] + themes
      + CarrierExamination(carrier: workplace.configuration.carrier, connects: connects).diagnoses
      + [SenderExamination(workplace: workplace).diagnosis].compactMap(\.self)
      + MailExamination(
        mail: workplace.configuration.mail, shopAddresses: workplace.configuration.shopAddresses
      ).diagnoses
      + DurabilityExamination(folder: workplace.places.data).diagnoses
      + TerminalExamination().diagnoses + [limits]
  }

  private var configuration: [Diagnosis] {
    let file = workplace.places.configFile
    guard workplace.loaded.isFromFile else {
      return [.ok("config", "none at \(file): the defaults hold")]
    }
    let faults = workplace.loaded.faults.map {
      Diagnosis.fault(
        "config", $0.description, remedy: "put it right; until then the default holds")
    }
    return faults.isEmpty ? [.ok("config", file)] : faults
  }

  private var keys: Diagnosis {
    do throws(KeymapError) {
      _ = try Keymap(overrides: workplace.configuration.keys)
      return .ok("keys", "\(workplace.configuration.keys.count) of your own")
    } catch {
      return .fault(
        "keys", error.description,
        remedy: "change [keys] in the configuration; `amends keys` lists the names")
    }
  }

  private var zone: Diagnosis {
    .ok("zone", "\(workplace.zones.usual.name), where a customer's own is not known")
  }

  private var clock: Diagnosis {
    switch SystemClock.reading.keeping {
    case .kept: .ok("clock", "a time server keeps it right")
    case .adrift(let error):
      .note(
        "clock",
        "no time server keeps it right any more; it may be wrong by \(error.milliseconds) ms",
        remedy: "see why: timedatectl, chronyc tracking")
    case .unknown:
      .note(
        "clock",
        "nothing is known to keep it right: after a start of the machine a wrong clock may go"
          + " unnoticed, by up to \(ClockSuspicion.mostUntouched.inWords)",
        remedy: "have a time server keep it right: chrony or systemd-timesyncd")
    }
  }

  private var limits: Diagnosis {
    .ok("limits", "held by the desk's ledger; see it happen here: amends doctor --prove")
  }

  private var packs: [Diagnosis] {
    let folder = workplace.configuration.packs ?? workplace.places.packs
    do throws(Failure) {
      let rules = WordingRules(folder: folder)
      let packs = try rules.packs()
      let faults = rules.faults.map {
        Diagnosis.fault("packs", $0, remedy: "put the pack right, or take it out of \(folder)")
      }
      let languages = rules.policy.languages.joined(separator: ", ")
      let count = packs.map(\.rules.count).reduce(0, +)
      return [.ok("packs", "\(packs.count) packs, \(count) rules, for \(languages)")]
        + faults
    } catch {
      return [.fault("packs", error.message, remedy: "install Amends again")]
    }
  }

  private var reader: Diagnosis {
    let reader = workplace.reader()
    switch reader.standing {
    case .ready(let installed, _):
      let mode = reader.mode == .warn ? ", warns only" : ""
      return .ok(
        "reader", "\(reader.file ?? "") is whole, kernel \(installed.kernel.rawValue)\(mode)")
    case .absent(""): return .ok("reader", "switched off: the rules judge alone")
    case .absent(let reason):
      return .note("reader", "the rules judge alone", remedy: reason)
    }
  }

  private var themes: [Diagnosis] {
    let own = workplace.themes.ownNames
    let wanted = workplace.configuration.theme
    let checked = own + (wanted.map { own.contains($0) ? [] : [$0] } ?? [])
    let faults = checked.compactMap(remark(onTheme:))
    let known = "\(Themes.names.joined(separator: ", "))"
    let summary =
      "\(wanted ?? "the default") in use; built in are \(known); \(own.count) of your own"
    return faults.isEmpty ? [.ok("themes", summary)] : faults
  }

  /// What is wrong with a theme, or hard to read in it.
  private func remark(onTheme name: String) -> Diagnosis? {
    let folder = workplace.places.themes
    do throws(ThemeFault) {
      guard let spot = try workplace.themes.theme(name).weakSpots().first else { return nil }
      return .note(
        "themes", "\(name) is hard to read: \(spot)", remedy: "change these colours in \(folder)")
    } catch {
      return .fault(
        "themes", error.words, remedy: "put it right in \(folder); until then the default is used")
    }
  }
}
