// Modes of xterm and its kin that ncurses does not switch.
#include "internal.h"

#include <string.h>

// Bracketed paste; presses, releases and the wheel (1000) in digits (1006); the stack of titles.
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define TITLE_KEEP "\033[22;2t"
#define TITLE_BACK "\033[23;2t"

// What turns off what is on; filled before anything is turned on, so that a handler finds it whole.
static char off[sizeof PASTE_OFF + sizeof MOUSE_OFF + sizeof TITLE_BACK];

// The entries of some terminals keep and give back the title with the screen.
static int screen_keeps_title(void) {
  const char *enter = tigetstr("smcup");
  return enter && enter != (char *)-1 && strstr(enter, "\033[22;") != NULL;
}

void ct_modes_on(const ct_wishes *wishes) {
  int keep_title = wishes->title && !screen_keeps_title();
  strcpy(off, wishes->mouse ? PASTE_OFF MOUSE_OFF : PASTE_OFF);
  if (keep_title) strcat(off, TITLE_BACK);
  ct_write(PASTE_ON, strlen(PASTE_ON));
  if (wishes->mouse) ct_write(MOUSE_ON, strlen(MOUSE_ON));
  if (keep_title) ct_write(TITLE_KEEP, strlen(TITLE_KEEP));
}

size_t ct_modes_off_bytes(const char **bytes) {
  *bytes = off;
  return strlen(off);
}

void ct_modes_off(void) { ct_write(off, strlen(off)); }
