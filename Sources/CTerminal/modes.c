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
// What the entries that keep the title with the screen give it back with.
#define TITLE_BACK_WITH_SCREEN "\033[23;0;0t"

// What turns off what is on, and what a crash sends for it; filled before anything is turned on, so that
// a handler finds them whole.
static char off[sizeof PASTE_OFF + sizeof MOUSE_OFF + sizeof TITLE_BACK];
static char off_in_crash[sizeof off + sizeof TITLE_BACK_WITH_SCREEN];
static int is_on;

// The entries of some terminals keep and give back the title with the screen.
static int screen_keeps_title(void) {
  const char *enter = tigetstr("smcup");
  return enter && enter != (char *)-1 && strstr(enter, "\033[22;") != NULL;
}

void ct_modes_on(const ct_wishes *wishes) {
  int with_screen = screen_keeps_title();
  int keep_title = wishes->title && !with_screen;
  strcpy(off, wishes->mouse ? PASTE_OFF MOUSE_OFF : PASTE_OFF);
  if (keep_title) strcat(off, TITLE_BACK);
  strcpy(off_in_crash, off);
  if (with_screen) strcat(off_in_crash, TITLE_BACK_WITH_SCREEN);
  ct_write(PASTE_ON, strlen(PASTE_ON));
  if (wishes->mouse) ct_write(MOUSE_ON, strlen(MOUSE_ON));
  // After a stop they are turned on twice; a title kept the second time would be ours.
  if (keep_title && !is_on) ct_write(TITLE_KEEP, strlen(TITLE_KEEP));
  is_on = 1;
}

size_t ct_modes_off_in_crash(const char **bytes) {
  *bytes = off_in_crash;
  return strlen(off_in_crash);
}

void ct_modes_off(void) {
  ct_write(off, strlen(off));
  is_on = 0;
}
