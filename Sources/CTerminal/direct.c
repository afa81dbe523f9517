// Direct colours: ncurses uses them only by an entry of terminfo that has them, which TERM seldom names.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static int promises_colors(void) {
  const char *promise = getenv("COLORTERM");
  return promise && (strcmp(promise, "truecolor") == 0 || strcmp(promise, "24bit") == 0);
}

// Whether terminfo has an entry by this name, with red, green and blue in a colour's number.
static int is_direct(const char *name) {
  int status;
  if (setupterm(name, STDOUT_FILENO, &status) != OK) return 0;
  int has_rgb = tigetflag("RGB") > 0 || tigetnum("RGB") > 0;
  int is_direct = has_rgb && tigetnum("colors") >= 1 << 24;
  del_curterm(cur_term);
  return is_direct;
}

// xterm-256color has xterm-direct, foot has foot-direct, xterm-kitty has kitty-direct.
const char *ct_direct_entry(void) {
  static char entry[64];
  const char *term = getenv("TERM");
  if (!term || !*term || strlen(term) > 40 || !promises_colors()) return NULL;
  char base[48];
  strcpy(base, term);
  char *suffix = strstr(base, "-256color");
  if (suffix) *suffix = 0;
  snprintf(entry, sizeof entry, "%s-direct", base);
  if (is_direct(entry)) return entry;
  if (strncmp(base, "xterm-", 6) != 0) return NULL;
  snprintf(entry, sizeof entry, "%s-direct", base + 6);
  return is_direct(entry) ? entry : NULL;
}
