import AmendsPolicy
import Foundation
import Glibc
import Synchronization

/// The rules of time zones by name, each looked up when it is first asked for.
final class ZoneTable: Sendable {
  /// The zone of customers of whom none is known.
  let usual: Zone
  private let known = Mutex<[String: Zone]>([:])

  /// A table with a zone for the unknown; the machine's own where none is named, or none by that name.
  init(usual name: String?) {
    usual = name.flatMap(Self.zone(named:)) ?? Self.machine
  }

  /// The zone by a name, or that of customers of whom none is known.
  func zone(_ name: String?) -> Zone {
    guard let name else { return usual }
    return known.withLock { known in
      if let zone = known[name] { return zone }
      let zone = Self.zone(named: name) ?? usual
      known[name] = zone
      return zone
    }
  }

  /// The zone that the database of time zones knows by a name; `nil` where it knows none.
  static func zone(named name: String) -> Zone? {
    if name == "UTC" { return .utc }
    guard name.utf8.count <= 64, name.utf8.allSatisfy(isPartOfName),
      let rules = TimeZone(identifier: name)
    else { return nil }
    return Zone(name: name) { instant in
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      return .seconds(Int64(rules.secondsFromGMT(for: date)))
    }
  }

  /// What is said of a name that stands for no zone.
  static func complaint(about name: String) -> String {
    "“\(name)” is no time zone: write it like Europe/Berlin or America/New_York"
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// The zone that this machine's clock shows, without the cost of the whole database.
  static var machine: Zone {
    tzset()
    return Zone(name: machineName) { instant in
      var seconds = time_t(instant.milliseconds / 1000)
      var local = tm()
      guard localtime_r(&seconds, &local) != nil else { return Span(milliseconds: 0) }
      return .seconds(Int64(local.tm_gmtoff))
    }
  }

  private static var machineName: String {
    if let name = Environment.value("TZ") { return name }
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/etc/localtime", &path, path.count - 1)
    guard count > 0 else { return "this machine's time" }
    let target = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.split(separator: "/").suffix(2).joined(separator: "/")
  }
}
