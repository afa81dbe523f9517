import AmendsPolicy
import Delivery
import Inbox
import Ledger
import SMTP
import SMTPClient
import Terminal
import Testing

@testable import Amends

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ text: String) -> LoadedConfiguration {
    ConfigurationReader.read(text, file: "config.toml", folder: "/etc/amends")
  }

  @Test("everything can be set")
  func full() throws {
    let loaded = read(
      """
      [agent]
      name = "amy"
      [contact]
      interval_hours = 24
      max_unanswered = 3
      order_window_days = 10
      quiet_hours = "21:30-07"
      zone = "Europe/Berlin"
      [policy]
      profile = "strict"
      reader = "warn"
      packs = "mine"
      [delivery]
      carrier = "maildir"
      maildir = "/var/mail/out"
      from = "shop@example.com"
      send = "manual"
      undo_seconds = 60
      [mail]
      inbox = "box"
      sent = "/var/mail/sent"
      addresses = ["Help@Example.com"]
      [screen]
      theme = "light"
      title = false
      notify = "osc777"
      mouse = true
      [shop]
      brand_owner = true
      competitors = ["DrowsyDune", "Acme"]
      [views]
      3 = "stars:1 leak"
      1 = { name = "broken", filter = "cause:damaged stars:1-2", order = "newest" }
      [keys]
      compose = ["c", "f7"]
      quit = "Q"
      """)
    #expect(loaded.faults.isEmpty)
    let configuration = loaded.configuration
    #expect(configuration.agent == "amy")
    #expect(
      configuration.limits
        == ContactLimits(
          interval: .hours(24), maximumUnanswered: 3, orderWindow: .days(10),
          quietHours: QuietHours(from: 21 * 60 + 30, to: 7 * 60)))
    #expect(configuration.zone == "Europe/Berlin")
    #expect(configuration.profile == .strict)
    #expect(configuration.reader == .warn)
    #expect(configuration.packs == "/etc/amends/mine")
    guard case .maildir(let path, let from) = configuration.carrier else {
      Issue.record("no maildir")
      return
    }
    #expect(path == "/var/mail/out")
    #expect("\(from)" == "shop@example.com")
    #expect(configuration.send == .manual)
    #expect(configuration.sending == .manual)
    #expect(configuration.undo == .seconds(60))
    #expect(configuration.mail.watched == ["/etc/amends/box", "/var/mail/sent"])
    #expect(configuration.shopAddresses == ["help@example.com", "shop@example.com"])
    #expect(configuration.theme == "light")
    #expect(!configuration.title)
    #expect(configuration.notify == .osc777)
    #expect(configuration.mouse)
    #expect(configuration.isBrandOwner == true)
    #expect(configuration.competitors == ["DrowsyDune", "Acme"])
    #expect(
      configuration.views == [
        try SavedView(
          key: 1, name: "broken", filter: "cause:damaged stars:1-2", order: .newest),
        try SavedView(key: 3, filter: "stars:1 leak"),
      ])
    #expect(configuration.views.map(\.name) == ["broken", "stars:1 leak"])
    #expect(configuration.keys == ["compose": ["c", "f7"], "quit": ["Q"]])
  }

  private let smtp = """
    [delivery]
    carrier = "smtp"
    from = "shop@example.com"
    smtp_host = "mail.example.com"

    """

  @Test("a mail server has what it needs, and usual values for the rest")
  func smtpDefaults() throws {
    let loaded = read(smtp)
    #expect(loaded.faults.isEmpty)
    let from = try MailAddress("shop@example.com")
    #expect(
      loaded.configuration.carrier
        == .smtp(MailServer(host: "mail.example.com", port: 465), from: from, login: nil))
  }

  @Test("everything of a mail server can be set")
  func smtpInFull() throws {
    let loaded = read(
      smtp + """
        smtp_port = 2525
        smtp_security = "starttls"
        smtp_user = "amy"
        smtp_secret = "file:secret"
        smtp_auth = "login"
        smtp_ca_file = "ca.pem"
        """)
    #expect(loaded.faults.isEmpty)
    let server = MailServer(
      host: "mail.example.com", port: 2525, security: .startTLS, authorities: "/etc/amends/ca.pem")
    let login = MailLogin(
      user: try #require(UserName("amy")), secret: .file("/etc/amends/secret"), mechanism: .login)
    let from = try MailAddress("shop@example.com")
    #expect(loaded.configuration.carrier == .smtp(server, from: from, login: login))
  }

  @Test(
    "a protection has its usual port, and none is for this machine alone",
    arguments: [
      ("tls", "mail.example.com", 465), ("starttls", "mail.example.com", 587),
      ("none", "localhost", 25), ("none", "127.0.0.1", 25), ("none", "::1", 25),
      ("none", "mail.example.com", nil), ("none", "127.example.com", nil),
      ("none", "10.0.0.1", nil), ("none", "localhost.example.com", nil),
    ] as [(String, String, Int?)])
  func smtpPorts(_ security: String, _ host: String, _ port: Int?) {
    let loaded = read(
      """
      [delivery]
      carrier = "smtp"
      from = "shop@example.com"
      smtp_host = "\(host)"
      smtp_security = "\(security)"
      """)
    if case .smtp(let server, _, _) = loaded.configuration.carrier {
      #expect(server.port == port)
      #expect(loaded.faults.isEmpty)
    } else {
      #expect(port == nil)
      #expect(loaded.faults.map(\.key) == ["delivery.carrier"])
    }
  }

  @Test(
    "where something of a mail server is wrong or missing, replies are handed over, and no secret is repeated",
    arguments: [
      ("smtp_secret = \"canary\"", "delivery.smtp_secret", "file:PATH"),
      ("smtp_secret = \"pass:canary\"", "delivery.smtp_secret", "env:NAME"),
      ("smtp_secret = \"env:X\"", "delivery.carrier", "needs smtp_user"),
      ("smtp_user = \"amy\"", "delivery.carrier", "needs smtp_secret"),
      ("smtp_user = \"a\\u0001b\"", "delivery.smtp_user", "control character"),
      ("smtp_port = 0", "delivery.smtp_port", "1 to 65535"),
      ("smtp_auth = \"cram-md5\"", "delivery.smtp_auth", "xoauth2"),
      ("smtp_security = \"ssl\"", "delivery.smtp_security", "none of tls, starttls, none"),
    ])
  func smtpFaults(_ line: String, _ key: String, _ word: String) {
    let loaded = read(smtp + line)
    #expect(loaded.configuration.carrier == .byHand)
    #expect(loaded.faults.map(\.key) == [key])
    #expect(loaded.faults.first?.reason.contains(word) == true)
    #expect(loaded.faults.first?.description.contains("canary") == false)
  }

  @Test(
    "a carrier says what it needs beside it",
    arguments: [
      ("carrier = \"smtp\"", "smtp_host"), ("carrier = \"maildir\"", "maildir = "),
      ("carrier = \"smtp\"\nsmtp_host = \"mail.example.com\"", "from = "),
      ("carrier = \"maildir\"\nmaildir = \"x\"", "from = "),
      ("carrier = \"smtp\"\nsmtp_host = \"mail.example.com:25 \"", "without a port"),
    ])
  func carrierNeeds(_ text: String, _ word: String) {
    let loaded = read("[delivery]\n\(text)\n")
    #expect(loaded.configuration.carrier == .byHand)
    #expect(loaded.faults.map(\.line).count == 1)
    #expect(loaded.faults.first?.reason.contains(word) == true)
  }

  @Test("a wrong undo time is no reason to hand replies over")
  func unrelatedFault() {
    let loaded = read(smtp + "undo_seconds = -1")
    #expect(loaded.faults.map(\.key) == ["delivery.undo_seconds"])
    #expect(loaded.configuration.carrier != .byHand)
  }

  @Test("what is not said has its default")
  func partial() {
    let loaded = read("[agent]\nname = \"amy\"\n")
    #expect(loaded.configuration.limits == ContactLimits())
    #expect(loaded.configuration.carrier == .byHand)
    #expect(loaded.configuration.undo == .seconds(30))
    #expect(loaded.configuration.reader == .on)
    #expect(loaded.configuration.title && !loaded.configuration.mouse)
    #expect(loaded.configuration.notify == .none)
    #expect(read("") == LoadedConfiguration(isFromFile: true))
  }

  @Test(
    "what is wrong keeps its default and names its line",
    arguments: [
      ("[contact]\n\ninterval_hours = -1", 3, "contact.interval_hours"),
      ("[contact]\ninterval_hours = 100000", 2, "contact.interval_hours"),
      ("[contact]\nmax_unanswered = 0", 2, "contact.max_unanswered"),
      ("[contact]\nquiet_hours = \"21\"", 2, "contact.quiet_hours"),
      ("[contact]\nquiet_hours = \"25-08\"", 2, "contact.quiet_hours"),
      ("[contact]\nquiet_hours = \"21-21\"", 2, "contact.quiet_hours"),
      ("[contact]\nzone = \"../../etc/passwd\"", 2, "contact.zone"),
      ("[delivery]\nfrom = \"a@b\\nBcc: c@d\"", 2, "delivery.from"),
      ("[mail]\naddresses = [\"nobody\"]", 2, "mail.addresses"),
      ("[mail]\ninbox = 3", 2, "mail.inbox"),
      ("[policy]\nprofile = \"strikt\"", 2, "policy.profile"),
      ("[policy]\nreader = \"maybe\"", 2, "policy.reader"),
      ("[policy]\nreader = false", 2, "policy.reader"),
      ("# note\ncontact = 3", 2, "contact"), ("\n[[contact]]\n", 2, "contact"),
      ("[contact]\n# \u{0}\ninterval_hours = 1\n", 2, ""), ("[keys]\nquit = 3", 2, "keys.quit"),
      ("[agent]\nname = \"\"", 2, "agent.name"), ("[screen]\ntitle = \"yes\"", 2, "screen.title"),
      ("[screen]\nmouse = 1", 2, "screen.mouse"),
      ("[screen]\nnotify = \"mail\"", 2, "screen.notify"),
    ])
  func faults(_ text: String, _ line: Int, _ key: String) {
    let loaded = read(text)
    #expect(loaded.faults.map(\.line) == [line])
    #expect(loaded.faults.map(\.key) == [key])
    #expect(loaded.configuration == Configuration())
  }

  @Test("Lines are counted as TOML does, whatever they end with")
  func lineEnds() {
    #expect(
      read("[agent]\r\nname = \"x\\u2028\"\r\n[screen]\r\ntheme = 1\r\n").faults.map(\.line) == [4])
  }

  @Test("several faults come in the order of their lines")
  func several() {
    let loaded = read("[screen]\ntheme = 1\n[agent]\nnam = \"x\"\n[policy]\nprofile = 2\n")
    #expect(loaded.faults.map(\.line) == [2, 4, 6])
    #expect(loaded.faults[1].description.contains("did you mean “name”?"))
  }

  @Test(
    "no text crashes it",
    arguments: [
      "a", "=", "[", "[]", "[[contact]]", "[contact]\n[contact]", "\u{0}", "a=1979-05-27",
      "x={y={z=1}}",
      "[é]", "[[[", "[\n", " [ [\n]", "\u{FEFF}[é]", "[\r\n]", "[.]", "[=]", "a = [}", "a = [1, }",
      "a = [#]\n}", "a = {b = [}}",
      String(repeating: "a.", count: 100_000) + "b = 1", "a = '''\n''' \u{0}",
      "[keys]\n\"a b\" = [[\"x\"]]", "é = 1", "[contact]\ninterval_hours = 9223372036854775808",
      String(repeating: "a.", count: 500) + "b = 1", String(repeating: "[", count: 10_000),
    ])
  func hostile(_ text: String) {
    let loaded = read(text)
    #expect(!loaded.faults.isEmpty)
    #expect(loaded.configuration == Configuration())
  }

  @Test("a damaged file is told and never crashes it", arguments: 0..<400)
  func damaged(_ seed: UInt64) {
    let whole = """
      # comment
      [agent]
      name = "amy"
      [contact]
      interval_hours = 24 # note
      quiet_hours = '21:30-07'
      [keys]
      compose = ["c", "f7",
        "alt-x"]
      "quit" = "Q"

      """
    var random = Steps(state: seed)
    var bytes = Array(whole.utf8)
    let noise = Array("[]{}=.,\"'\\#\n\r\t\u{0}\u{1}é😀\u{FEFF}\u{85}-+_:1einf0x".utf8)
    for _ in 0...random.below(6) {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(noise[random.below(noise.count)], at: place)
      case 2: bytes[place] = noise[random.below(noise.count)]
      default: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
      }
    }
    let loaded = read(String(decoding: bytes, as: UTF8.self))
    #expect(loaded.isFromFile)
  }

  private struct Steps {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test("a view that cannot be used is told with its line and reason, and the others work")
  func views() {
    let loaded = read(
      """
      [views]
      1 = "stars:9"
      2 = "contact:due"
      10 = "stars:1"
      3 = 7
      4 = { name = "late" }
      5 = { filter = "cause:late", nme = "late" }
      6 = { filter = "cause:late", name = "" }
      7 = { filter = "cause:late", order = "new" }
      9 = ""
      02 = "cause:late"
      [views.8]
      name = "gremlins"
      filter = "kind:gremlin"
      """)
    #expect(loaded.configuration.views.map(\.key) == [2])
    #expect(
      loaded.faults.map(\.description) == [
        "config.toml:2: views.1: “stars:9” at character 1: expected stars:1, stars:1..2 or stars:3..",
        "config.toml:4: views.10: views are on the keys 1 to 9",
        "config.toml:5: views.3: this is a whole number;"
          + " expected a filter, or { name = …, filter = … }",
        "config.toml:6: views.4: filter is missing",
        "config.toml:7: views.5: a view has no nme: did you mean “name”?;"
          + " known are name, filter, order",
        "config.toml:8: views.6: a name has 1 to 30 characters",
        "config.toml:9: views.7: “new” is none of urgency, newest, oldest, stars",
        "config.toml:10: views.9: the usual list is on 0; a view of all of it needs a name",
        "config.toml:11: views.02: views are on the keys 1 to 9",
        "config.toml:12: views.8: “kind:gremlin” at character 1:"
          + " expected kind:review or kind:feedback",
      ])
  }
}
