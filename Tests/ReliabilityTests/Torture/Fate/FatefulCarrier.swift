package import AmendsPolicy
package import Delivery

/// A carrier whose sender may die before or after each of its steps.
package struct FatefulCarrier<Post: Carrier>: Carrier {
  private let post: Post
  private let fate: Fate

  package init(_ post: Post, _ fate: Fate) {
    self.post = post
    self.fate = fate
  }

  package func prepare(
    _ letter: Letter, as attempt: Fence, at now: Instant
  ) throws(CarrierFault) -> FatefulMessage<Post.Ready> {
    let ready = try fate.around(.prepare) { () throws(CarrierFault) in
      try post.prepare(letter, as: attempt, at: now)
    }
    return FatefulMessage(ready: ready, fate: fate)
  }

  package func trace(_ attempt: Fence) throws(CarrierFault) -> Trace {
    try post.trace(attempt)
  }
}

/// A message whose sender may die before its dot, or after the answer to it.
package struct FatefulMessage<Ready: ReadyMessage>: ReadyMessage {
  let ready: Ready
  let fate: Fate

  package func leave() -> Outcome { fate.around(.dot) { ready.leave() } }

  package func discard() { ready.discard() }
}
