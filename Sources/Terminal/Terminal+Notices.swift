import CTerminal
import Glibc
public import Screen

/// How a person is told of something while they look elsewhere.
public enum NoticeWay: String, CaseIterable, Hashable, Sendable {
  /// Not at all.
  case none
  /// By the terminal's bell.
  case bell
  /// By a notification of the desktop, as iTerm2 takes it ("Proprietary Escape Codes", OSC 9).
  case osc9
  /// By a notification of the desktop, as rxvt-unicode takes it (its extension `notify`, OSC 777).
  case osc777
}

extension Terminal {
  /// Rings the bell.
  public func bell() {
    ct_bell()
  }

  /// Tells a person something; call it between frames.
  ///
  /// A terminal that takes no such commands, and tmux, which keeps them to itself, ring the bell instead:
  /// tmux marks the window.
  public func notify(_ text: SafeText, by way: NoticeWay) {
    let reachesDesktop = takesCommands && getenv("TMUX") == nil
    switch way {
    case .none: break
    case .osc9 where reachesDesktop: send("\u{1B}]9;\(text)\u{7}")
    case .osc777 where reachesDesktop: send("\u{1B}]777;notify;Amends;\(text)\u{7}")
    case .bell, .osc9, .osc777: ct_bell()
    }
  }
}
