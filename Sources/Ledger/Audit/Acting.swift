/// Who works on a desk, and from where: what the audit notes beside every act.
public struct Acting: Hashable, Sendable {
  /// The name beside what the person does.
  public var agent: String
  /// The account of the operating system.
  public var user: String
  /// The machine.
  public var host: String
  /// The process, with the run of the machine: `pid:start:boot`.
  public var process: String

  /// Somebody, somewhere; what is not said is unknown.
  public init(agent: String = "", user: String = "", host: String = "", process: String = "") {
    self.agent = agent
    self.user = user
    self.host = host
    self.process = process
  }
}
