import Import

/// Examines the mailboxes that are watched.
struct MailExamination {
  let mail: MailSettings
  let shopAddresses: Set<String>

  var diagnoses: [Diagnosis] {
    guard !mail.watched.isEmpty else {
      return [
        .ok("mail", "no mailbox is watched; [mail] inbox names one, `amends import` reads any")
      ]
    }
    return boxes.map(diagnosis) + (shopAddresses.isEmpty ? [addresses] : [])
  }

  private var boxes: [(key: String, path: String)] {
    [("inbox", mail.inbox), ("sent", mail.sent)].compactMap { key, path in
      path.map { (key, $0) }
    }
  }

  private func diagnosis(_ key: String, _ path: String) -> Diagnosis {
    do throws(ImportError) {
      let kind = try MailboxKind.look(at: path)
      return .ok("mail", "\(key) \(path), \(kind == .folder ? "a Maildir" : "an mbox file")")
    } catch {
      return .fault(
        "mail", error.description,
        remedy: "name a Maildir or an mbox file that this user may read under [mail] \(key)")
    }
  }

  private var addresses: Diagnosis {
    .note(
      "mail", "no address of the shop is known: copies of own mail that came in are refused",
      remedy: "name them: [mail] addresses = [\"shop@example.com\"]")
  }
}
