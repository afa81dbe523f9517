import Store

/// Examines the newest part of the audit, and whether an erasure was left unfinished.
struct AuditExamination {
  /// How many of the newest entries are looked at, so that it takes a moment only.
  private static let newest = 1000
  let workplace: Workplace

  /// What was found; nothing where the desk cannot be opened, which is told elsewhere.
  var diagnoses: [Diagnosis] {
    guard let store = try? workplace.openDesk() else { return [] }
    defer { try? store.close() }
    guard let verdict = try? store.verifyAudit(newest: Self.newest),
      let head = try? store.auditHead(), let unscrubbed = try? store.unscrubbed()
    else { return [] }
    return [chain(verdict, head)] + (unscrubbed > 0 ? [Self.unfinished] : [])
  }

  private func chain(_ verdict: AuditVerdict, _ head: AuditHead) -> Diagnosis {
    guard verdict.isWhole else {
      let words =
        verdict.fault?.inWords ?? "of \(verdict.untold) moves of replies no entry tells"
      return .fault(
        "audit", words,
        remedy: "somebody changed the desk past Amends: `amends audit verify` looks at all of it")
    }
    let entries = head.count == 1 ? "1 entry" : "\(head.count) entries"
    return .ok("audit", "\(entries), the newest \(verdict.count) whole, head \(head.hash)")
  }

  private static let unfinished = Diagnosis.fault(
    "erasure", "somebody was erased, and the files of the desk may still hold traces",
    remedy: "close other programs that read the desk, then run: amends erase --finish")
}
