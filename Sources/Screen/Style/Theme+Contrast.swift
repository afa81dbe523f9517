extension Theme {
  /// A role that stands out too little from the ground that it is drawn upon.
  public struct WeakSpot: Hashable, Sendable {
    /// The role.
    public var role: Role
    /// What is behind it.
    public var ground: Role
    /// The ratio of their luminances.
    public var contrast: Double

    /// How far it falls short: 1 is just enough.
    var share: Double { contrast / role.leastContrast }
  }

  /// The contrast of a role on a ground, as a terminal shows them; `nil` where the terminal chooses a
  /// shade.
  public func contrast(of role: Role, on ground: Role, at depth: ColorDepth) -> Double? {
    let shown = depth.resolve(style(role, on: ground).over(paper))
    guard let letters = depth.shade(of: shown.foreground),
      let behind = depth.shade(of: shown.background)
    else { return nil }
    return Contrast.ratio(letters, behind)
  }

  /// What is hard to read at a depth, the worst first; empty where everything can be read, or where the
  /// terminal chooses the shades.
  public func weakSpots(at depth: ColorDepth = .trueColor) -> [WeakSpot] {
    Role.allCases.flatMap { role in
      role.grounds.compactMap { ground in
        contrast(of: role, on: ground, at: depth).map {
          WeakSpot(role: role, ground: ground, contrast: $0)
        }
      }
    }.filter { $0.share < 1 }.sorted { $0.share < $1.share }
  }
}

extension Theme.WeakSpot: CustomStringConvertible {
  /// Such as `text.dim on list.selected: 2.9 to 1, needs 4.5`.
  public var description: String {
    let tenths = Int(contrast * 10)
    let least = Int(role.leastContrast * 10)
    return "\(role.rawValue) on \(ground.rawValue): \(tenths / 10).\(tenths % 10) to 1,"
      + " needs \(least / 10).\(least % 10)"
  }
}
