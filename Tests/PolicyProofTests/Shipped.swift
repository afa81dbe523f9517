import AmendsPolicy
import PolicyPacks

/// The packs that ship, compiled once for all tests.
enum Shipped {
  static let policy = PolicyPacks.policy
}
