import AmendsPolicy
import Delivery
import Ledger
import Store

/// Everything that a command stands on: folders, configuration, zones.
struct Workplace: Sendable {
  /// The most bytes that a configuration may have.
  static let mostConfigBytes = 256 << 10

  let places: Places
  let loaded: LoadedConfiguration
  let zones: ZoneTable

  /// The workplace that the environment, or a folder for everything, leads to.
  init(desk: String?) {
    let places = Places(desk: desk)
    let loaded = Self.load(places)
    self.init(places: places, loaded: loaded)
  }

  init(places: Places, loaded: LoadedConfiguration) {
    self.places = places
    self.loaded = loaded
    zones = ZoneTable(usual: loaded.configuration.zone)
  }

  /// What was set, or stands by default.
  var configuration: Configuration { loaded.configuration }

  /// The name beside what this person does.
  var agent: String { configuration.agent ?? Environment.login }

  /// Says on standard error what is wrong with the configuration; the command goes on with defaults.
  func warn() {
    for fault in loaded.faults { StandardError.say("\(fault); the default is used") }
  }

  /// Opens the desk, and makes it where there is none.
  ///
  /// - Throws: `Failure` where that is impossible, with what to do about it.
  func openDesk() throws(Failure) -> DeskStore {
    let zones = zones
    do throws(DeskError) {
      return try DeskStore(
        at: places.data, limits: configuration.limits, zones: { zones.zone($0) }, acting: acting,
        clock: SystemClock.reading)
    } catch {
      throw Failure(.noDesk, error.description)
    }
  }

  /// Who works here, for the audit.
  private var acting: Acting {
    Acting(
      agent: agent, user: Environment.login, host: Machine.name,
      process: "\(ProcessIdentity.current)")
  }

  private static func load(_ places: Places) -> LoadedConfiguration {
    let file = places.configFile
    do throws(SmallFileFault) {
      let text = try SmallFile.text(file, most: mostConfigBytes, isTrusted: true)
      return ConfigurationReader.read(text, file: file, folder: places.config)
    } catch {
      guard error != .missing else { return LoadedConfiguration() }
      let fault = ConfigurationFault(
        file: file, line: 0, key: "", reason: "the configuration cannot be read: \(error.words)")
      return LoadedConfiguration(faults: [fault], isFromFile: true)
    }
  }
}
