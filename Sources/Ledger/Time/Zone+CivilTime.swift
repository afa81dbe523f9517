public import AmendsPolicy

extension Zone {
  /// The instant at which clocks in the zone show a time.
  ///
  /// A time that they show twice, as when summer time ends, is the first of both; one that they leave out is as
  /// much later as they are put forward.
  public func instant(of time: CivilTime) -> Instant {
    let onUTC = time.instant()
    let candidates = [onUTC - .days(1), onUTC + .days(1)].map { onUTC - offset(at: $0) }
    return candidates.filter { CivilTime($0, offset: offset(at: $0)) == time }.min()
      ?? candidates[0]
  }
}
