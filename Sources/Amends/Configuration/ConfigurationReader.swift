import AmendsPolicy
import Inbox
import SMTP
import Terminal

/// Reads a configuration; what is wrong is told and keeps its default.
struct ConfigurationReader {
  private(set) var loaded = LoadedConfiguration(isFromFile: true)
  private let file: String
  private let folder: String
  private let lines: SettingLines
  private var delivery = DeliverySettings()

  /// Reads the text of a file, whose folder relative paths refer to.
  static func read(_ text: String, file: String, folder: String) -> LoadedConfiguration {
    var reader = ConfigurationReader(file: file, folder: folder, lines: SettingLines(text))
    do throws(ConfigurationFault) {
      reader.take(try Setting.table(of: text, file: file))
      reader.chooseCarrier()
    } catch {
      reader.loaded.faults.append(error)
    }
    reader.loaded.configuration.views.sort { $0.key < $1.key }
    reader.loaded.faults.sort { ($0.line, $0.key) < ($1.line, $1.key) }
    return reader.loaded
  }

  private init(file: String, folder: String, lines: SettingLines) {
    self.file = file
    self.folder = folder
    self.lines = lines
  }

  private mutating func take(_ root: [String: Setting]) {
    for (section, value) in root {
      guard SettingKey.sections.contains(section) else {
        let hint = Suggestion.words(for: section, among: SettingKey.sections)
        fault(section, "there is no such section\(hint)")
        continue
      }
      guard case .table(let table) = value else {
        fault(section, "this is \(value.kind); expected a section, [\(section)]")
        continue
      }
      for (name, value) in table { take(section, name, value) }
    }
  }

  private mutating func take(_ section: String, _ name: String, _ value: Setting) {
    let path = "\(section).\(name)"
    do throws(SettingFault) {
      if section == SettingKey.keySection {
        loaded.configuration.keys[name] = try SettingReader.keys(value)
      } else if section == SettingKey.viewSection {
        loaded.configuration.views.append(try SettingReader.view(value, on: name))
      } else if let key = SettingKey(rawValue: path) {
        try set(key, to: value)
      } else {
        let names = SettingKey.names(in: section)
        throw SettingFault(
          reason: "there is no such key\(Suggestion.words(for: name, among: names));"
            + " known are \(names.joined(separator: ", "))")
      }
    } catch {
      fault(path, error.reason)
    }
  }

  private mutating func set(_ key: SettingKey, to value: Setting) throws(SettingFault) {
    switch key {
    case .agentName: loaded.configuration.agent = try name(value)
    case .intervalHours:
      loaded.configuration.limits.interval = .hours(
        Int64(try SettingReader.number(value, in: 0...8784)))
    case .maxUnanswered:
      loaded.configuration.limits.maximumUnanswered = try SettingReader.number(value, in: 1...100)
    case .orderWindowDays:
      loaded.configuration.limits.orderWindow = .days(
        Int64(try SettingReader.number(value, in: 0...366)))
    case .quietHours:
      loaded.configuration.limits.quietHours = try SettingReader.quietHours(value)
    case .zone: loaded.configuration.zone = try zone(value)
    case .profile: loaded.configuration.profile = try SettingReader.choice(value, Profile.self)
    case .reader: loaded.configuration.reader = try SettingReader.choice(value, ReaderMode.self)
    case .packs: loaded.configuration.packs = path(try SettingReader.text(value))
    case .send: loaded.configuration.send = try SettingReader.choice(value, SendChoice.self)
    case .undoSeconds:
      loaded.configuration.undo = .seconds(
        Int64(try SettingReader.number(value, in: 0...86_400)))
    case .mailInbox: loaded.configuration.mail.inbox = path(try SettingReader.text(value))
    case .mailSent: loaded.configuration.mail.sent = path(try SettingReader.text(value))
    case .mailAddresses: loaded.configuration.mail.addresses = try SettingReader.addresses(value)
    case .theme: loaded.configuration.theme = try SettingReader.text(value)
    case .title: loaded.configuration.title = try SettingReader.flag(value)
    case .notify: loaded.configuration.notify = try SettingReader.choice(value, NoticeWay.self)
    case .mouse: loaded.configuration.mouse = try SettingReader.flag(value)
    case .brandOwner: loaded.configuration.isBrandOwner = try SettingReader.flag(value)
    case .competitors: loaded.configuration.competitors = try SettingReader.names(value)
    default: try setCarrier(key, to: value)
    }
  }

  private mutating func setCarrier(_ key: SettingKey, to value: Setting) throws(SettingFault) {
    switch key {
    case .carrier:
      delivery.carrier = try SettingReader.choice(value, DeliverySettings.CarrierName.self)
    case .maildir: delivery.maildir = path(try SettingReader.text(value))
    case .from: delivery.from = try SettingReader.address(value)
    case .smtpHost: delivery.host = try SettingReader.host(value)
    case .smtpPort: delivery.port = try SettingReader.number(value, in: 1...65_535)
    case .smtpSecurity: delivery.security = try SettingReader.choice(value, Security.self)
    case .smtpUser: delivery.user = try SettingReader.user(value)
    case .smtpSecret: delivery.secret = try SettingReader.secret(value, path: path)
    case .smtpAuth:
      delivery.login = try SettingReader.choice(value, DeliverySettings.LoginName.self)
    case .smtpAuthorities: delivery.authorities = path(try SettingReader.text(value))
    default: break
    }
  }

  /// Where anything that a carrier needs is missing or wrong, replies are handed over.
  private mutating func chooseCarrier() {
    let keys = Set(SettingKey.ofCarriers.map(\.rawValue))
    guard !loaded.faults.contains(where: { keys.contains($0.key) }) else { return }
    do throws(SettingFault) {
      loaded.configuration.carrier = try delivery.choice()
    } catch {
      fault(SettingKey.carrier.rawValue, error.reason)
    }
  }

  private func name(_ value: Setting) throws(SettingFault) -> String {
    let text = try SettingReader.text(value)
    guard !text.isEmpty, text.count <= 64 else {
      throw SettingFault(reason: "a name has 1 to 64 characters")
    }
    return text
  }

  private func zone(_ value: Setting) throws(SettingFault) -> String {
    let text = try SettingReader.text(value)
    guard ZoneTable.zone(named: text) != nil else {
      throw SettingFault(reason: ZoneTable.complaint(about: text))
    }
    return text
  }

  private func path(_ text: String) -> String { Places.expand(text, in: folder) }

  private mutating func fault(_ key: String, _ reason: String) {
    loaded.faults.append(
      ConfigurationFault(file: file, line: lines.line(of: key), key: key, reason: reason))
  }
}
