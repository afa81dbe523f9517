// Opening and closing: locale, terminfo, modes of the tty.
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static SCREEN *screen;
static int is_open;
static ct_wishes wished;

// ncurses blanks what the locale cannot write: "C" gets UTF-8, too.
static int choose_locale(void) {
  static const char *const tries[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
    if (setlocale(LC_CTYPE, tries[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  }
  setlocale(LC_CTYPE, "C");
  return 0;
}

// newterm, unlike initscr, does not exit when TERM is unknown.
static int choose_terminal(int32_t *is_fallback) {
  *is_fallback = 0;
  const char *direct = wished.color && wished.direct ? ct_direct_entry() : NULL;
  if (direct) screen = newterm(direct, stdout, stdin);
  if (!screen) screen = newterm(NULL, stdout, stdin);
  if (screen) return 1;
  *is_fallback = 1;
  screen = newterm("xterm-256color", stdout, stdin);
  return screen != NULL;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  idlok(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // ncurses has read the variable itself; its own default of a second makes Escape slow.
  if (!getenv("ESCDELAY")) set_escdelay(25);
  ct_define_keys(wished.mouse);
}

static void find_colors(ct_facts *facts) {
  facts->colors = 0;
  facts->pairs = 0;
  if (!wished.color || !has_colors() || start_color() == ERR) return;
  use_default_colors();
  facts->colors = COLORS;
  facts->pairs = COLOR_PAIRS;
}

// tmux is no xterm, but its line of status is a title as xterm's is.
static int has_title_line(void) {
  const char *line = tigetstr("tsl");
  return line && line != (char *)-1 && strncmp(line, "\033]", 2) == 0;
}

static void give_up(void) {
  endwin();
  delscreen(screen);
  screen = NULL;
  ct_release_signals();
}

ct_opening ct_open(const ct_wishes *wishes, ct_facts *facts) {
  wished = *wishes;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  facts->has_unicode = choose_locale();
  // Before newterm, which takes over the handlers that are default.
  if (!ct_catch_signals()) return CT_NO_SIGNALS;
  ct_guard_crashes();
  if (!choose_terminal(&facts->is_fallback)) {
    ct_unguard_crashes();
    ct_release_signals();
    return CT_UNKNOWN_TERMINAL;
  }
  const char *address = tigetstr("cup");
  if (!address || address == (char *)-1) {
    ct_unguard_crashes();
    give_up();
    return CT_NO_CURSOR;
  }
  set_modes();
  find_colors(facts);
  facts->has_commands = tigetflag("XT") > 0;
  facts->has_title = facts->has_commands || has_title_line();
  wished.title = wished.title && facts->has_title;
  is_open = 1;
  ct_modes_on(&wished);
  return CT_OPENED;
}

void ct_leave(void) {
  if (!is_open || isendwin()) return;
  ct_modes_off();
  // endwin shows the cursor, and a later refresh hides it again.
  endwin();
}

void ct_enter(void) {
  if (!is_open) return;
  reset_prog_mode();
  clearok(curscr, TRUE);
  refresh();
  ct_modes_on(&wished);
}

void ct_close(void) {
  if (!is_open) return;
  ct_leave();
  is_open = 0;
  ct_unguard_crashes();
  delscreen(screen);
  screen = NULL;
  ct_release_signals();
}

void ct_sync_size(int32_t *rows, int32_t *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      is_term_resized(size.ws_row, size.ws_col)) {
    resizeterm(size.ws_row, size.ws_col);
  }
  getmaxyx(stdscr, *rows, *columns);
}
