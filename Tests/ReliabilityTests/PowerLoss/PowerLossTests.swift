import AmendsPolicy
import Foundation
import Ledger
import Proof
import Store
import Testing
import Torture

extension Reliability {
  @Suite("Power cuts", .enabled(if: Programs.hasTrace, "needs strace, and leave to trace"))
  struct PowerLossTests {
    /// What was found in the states after many power cuts.
    private struct Findings {
      var states = 0
      /// States that lack something acknowledged.
      var losing = 0
      /// What SQLite found wrong, or why a state could not be opened.
      var damage: [String] = []
    }

    private static let customers = Profile.size(quick: 30, full: 60)

    @Test("no state that a power cut can leave lacks an acknowledged draft or permit")
    func cuts() throws {
      let findings = try replay(.recorder, states: Profile.size(quick: 200, full: 1000))
      Profile.report(
        "\(findings.states) states after power cuts (seed \(Profile.seed)): \(findings.losing) lack"
          + " something acknowledged, \(findings.damage.count) damaged")
      #expect(findings.losing == 0, "seed \(Profile.seed)")
      #expect(findings.damage.isEmpty, "seed \(Profile.seed)")
    }

    @Test("the control, which does not wait for the disk, loses acknowledged drafts")
    func control() throws {
      let findings = try replay(.hasty, states: Profile.size(quick: 100, full: 500))
      Profile.report(
        "control of the power cuts, synchronous=NORMAL: \(findings.losing) of \(findings.states)"
          + " states lack something acknowledged, \(findings.damage.count) damaged")
      #expect(findings.losing > 0, "the control proves nothing, seed \(Profile.seed)")
    }

    /// Traces a worker, cuts the power at many moments in every way, and opens what is left.
    private func replay(_ role: WorkerOrder.Role, states: Int) throws -> Findings {
      let scratch = try Scratch()
      _ = try scratch.folder("acks")
      let order = WorkerOrder(role, in: scratch.path, customers: Self.customers)
      try settle(order)
      var disk = try Disk(folder: order.desk)
      let trace = try SystemCallTrace(
        of: [Programs.worker] + order.arguments, in: scratch.path, files: disk.files.keys,
        log: scratch.path + "/trace")
      var dice = Dice(seed: Profile.seed)
      var findings = Findings()
      var acks = Acks()
      let step = max(1, trace.operations.count * PowerCut.allCases.count / states)
      let offset = dice.throwing(0...step - 1)
      for (number, operation) in trace.operations.enumerated() {
        if case .write(let path, _, let bytes) = operation, path.contains("/acks/") {
          acks.add(String(decoding: bytes, as: UTF8.self))
        } else {
          disk.take(operation)
        }
        guard number % step == offset else { continue }
        for cut in PowerCut.allCases {
          let files = disk.files(after: cut, &dice)
          try open(files, acks, "\(cut) behind operation \(number)", scratch, &findings)
        }
      }
      #expect(acks.drafts.count == Self.customers)
      return findings
    }

    private func settle(_ order: WorkerOrder) throws {
      let store = try DeskStore(at: order.desk, limits: Town.limits)
      try order.town.settle(in: store, at: TortureClock.now)
      try store.close()
    }

    /// Opens the desk as it is after a power cut, with the store of the program, and looks for what was
    /// acknowledged.
    private func open(
      _ files: [String: [UInt8]], _ acks: Acks, _ state: String, _ scratch: Scratch,
      _ findings: inout Findings
    ) throws {
      let folder = try scratch.folder("state")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for (path, bytes) in files {
        let name = path.split(separator: "/").last ?? ""
        try #require(
          FileManager.default.createFile(
            atPath: "\(folder)/\(name)", contents: Data(bytes),
            attributes: [.posixPermissions: 0o600]))
      }
      findings.states += 1
      do {
        try DeskStore(at: folder, limits: Town.limits).close()
        let inventory = try Inventory(desk: folder)
        findings.damage += inventory.damage.map { "\(state): \($0)" }
        if !inventory.lost(of: acks).isEmpty { findings.losing += 1 }
      } catch {
        findings.damage.append("\(state): \(error)")
      }
    }
  }
}
