// Input: bytes, and keys as terminfo and xterm write them.
#include "internal.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Codes of ours lie above those that ncurses gives out (up to KEY_MAX and one for each extended
// name), and below what its tree of sequences can hold (16 bits).
enum { OWN = 0x2000, PASTE_BEGIN = 0x3000, PASTE_END, MOUSE_DIGITS, MOUSE_BYTES };

static int own_code(int key, int modifiers) { return OWN + key * 8 + modifiers; }

// xterm counts modifiers as 1 + shift 1 + alt 2 + control 4.
static int modifiers_of(int number) {
  int bits = number - 1;
  return (bits & 1 ? CT_SHIFT : 0) | (bits & 2 ? CT_ALT : 0) | (bits & 4 ? CT_CONTROL : 0);
}

static void define_if_free(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

// The sequences of xterm, which most terminals send whatever TERM says.
static void define_letters(void) {
  static const struct { char letter; int key; } keys[] = {
      {'A', CT_UP},   {'B', CT_DOWN}, {'C', CT_RIGHT}, {'D', CT_LEFT},
      {'H', CT_HOME}, {'F', CT_END},  {'P', CT_FUNCTION + 1}, {'Q', CT_FUNCTION + 2},
      {'R', CT_FUNCTION + 3}, {'S', CT_FUNCTION + 4}};
  char sequence[16];
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    for (int number = 2; number <= 8; number++) {
      snprintf(sequence, sizeof sequence, "\033[1;%d%c", number, keys[i].letter);
      define_key(sequence, own_code(keys[i].key, modifiers_of(number)));
    }
    snprintf(sequence, sizeof sequence, "\033O%c", keys[i].letter);
    define_if_free(sequence, own_code(keys[i].key, 0));
    if (keys[i].key < CT_FUNCTION) {
      snprintf(sequence, sizeof sequence, "\033[%c", keys[i].letter);
      define_if_free(sequence, own_code(keys[i].key, 0));
    }
  }
}

static void define_tildes(void) {
  static const struct { int number; int key; } keys[] = {
      {1, CT_HOME}, {2, CT_INSERT}, {3, CT_DELETE}, {4, CT_END}, {5, CT_PAGE_UP},
      {6, CT_PAGE_DOWN}, {7, CT_HOME}, {8, CT_END}, {11, CT_FUNCTION + 1},
      {12, CT_FUNCTION + 2}, {13, CT_FUNCTION + 3}, {14, CT_FUNCTION + 4},
      {15, CT_FUNCTION + 5}, {17, CT_FUNCTION + 6}, {18, CT_FUNCTION + 7},
      {19, CT_FUNCTION + 8}, {20, CT_FUNCTION + 9}, {21, CT_FUNCTION + 10},
      {23, CT_FUNCTION + 11}, {24, CT_FUNCTION + 12}};
  char sequence[16];
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    snprintf(sequence, sizeof sequence, "\033[%d~", keys[i].number);
    define_if_free(sequence, own_code(keys[i].key, 0));
    for (int number = 2; number <= 8; number++) {
      snprintf(sequence, sizeof sequence, "\033[%d;%d~", keys[i].number, number);
      define_key(sequence, own_code(keys[i].key, modifiers_of(number)));
    }
  }
}

// Modified keys of terminals that do not write like xterm: names as in xterm's entry, shift without
// a number.
static void define_extended(void) {
  static const struct { const char *name; int key; } keys[] = {
      {"kUP", CT_UP}, {"kDN", CT_DOWN}, {"kLFT", CT_LEFT}, {"kRIT", CT_RIGHT},
      {"kHOM", CT_HOME}, {"kEND", CT_END}, {"kPRV", CT_PAGE_UP}, {"kNXT", CT_PAGE_DOWN},
      {"kIC", CT_INSERT}, {"kDC", CT_DELETE}};
  char name[8];
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    for (int number = 2; number <= 8; number++) {
      snprintf(name, sizeof name, number == 2 ? "%s" : "%s%d", keys[i].name, number);
      const char *sequence = tigetstr(name);
      if (sequence && sequence != (char *)-1)
        define_key(sequence, own_code(keys[i].key, modifiers_of(number)));
    }
  }
}

// Reports come as bytes behind these: what a report means is decided where it can be tested. Without
// the mouse the second is a function key of some consoles.
static void define_mouse(int32_t is_wanted) {
  define_key("\033[<", MOUSE_DIGITS);
  if (is_wanted) define_key("\033[M", MOUSE_BYTES);
}

void ct_define_keys(int32_t with_mouse) {
  define_letters();
  define_tildes();
  define_extended();
  define_if_free("\033[Z", own_code(CT_TAB, CT_SHIFT));
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
  define_mouse(with_mouse);
}

static ct_event key(uint32_t code, uint32_t modifiers) {
  return (ct_event){.kind = CT_KEY, .code = code, .modifiers = modifiers};
}

// xterm's entry numbers F13 to F60 as modified F1 to F12.
static ct_event function_key(int number) {
  static const uint32_t groups[] = {
      0, CT_SHIFT, CT_CONTROL, CT_CONTROL | CT_SHIFT, CT_ALT, CT_ALT | CT_SHIFT};
  int group = (number - 1) / 12;
  return group < 6 ? key(CT_FUNCTION + (uint32_t)((number - 1) % 12) + 1, groups[group])
                   : (ct_event){.kind = CT_NOTHING};
}

static ct_event named_key(int code) {
  static const struct { int code; uint32_t key; uint32_t modifiers; } names[] = {
      {KEY_UP, CT_UP, 0}, {KEY_DOWN, CT_DOWN, 0}, {KEY_LEFT, CT_LEFT, 0},
      {KEY_RIGHT, CT_RIGHT, 0}, {KEY_HOME, CT_HOME, 0}, {KEY_FIND, CT_HOME, 0},
      {KEY_END, CT_END, 0}, {KEY_SELECT, CT_END, 0}, {KEY_LL, CT_END, 0},
      {KEY_PPAGE, CT_PAGE_UP, 0}, {KEY_NPAGE, CT_PAGE_DOWN, 0}, {KEY_IC, CT_INSERT, 0},
      {KEY_DC, CT_DELETE, 0}, {KEY_BACKSPACE, CT_BACKSPACE, 0}, {KEY_ENTER, CT_ENTER, 0},
      {KEY_BTAB, CT_TAB, CT_SHIFT}, {KEY_SLEFT, CT_LEFT, CT_SHIFT},
      {KEY_SRIGHT, CT_RIGHT, CT_SHIFT}, {KEY_SR, CT_UP, CT_SHIFT}, {KEY_SF, CT_DOWN, CT_SHIFT},
      {KEY_SHOME, CT_HOME, CT_SHIFT}, {KEY_SEND, CT_END, CT_SHIFT},
      {KEY_SPREVIOUS, CT_PAGE_UP, CT_SHIFT}, {KEY_SNEXT, CT_PAGE_DOWN, CT_SHIFT},
      {KEY_SIC, CT_INSERT, CT_SHIFT}, {KEY_SDC, CT_DELETE, CT_SHIFT}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (names[i].code == code) return key(names[i].key, names[i].modifiers);
  }
  return (ct_event){.kind = CT_NOTHING};
}

static ct_event event_of(int code) {
  if (code == PASTE_BEGIN) return (ct_event){.kind = CT_PASTE_BEGIN};
  if (code == PASTE_END) return (ct_event){.kind = CT_PASTE_END};
  if (code == MOUSE_DIGITS) return (ct_event){.kind = CT_MOUSE, .code = 0};
  if (code == MOUSE_BYTES) return (ct_event){.kind = CT_MOUSE, .code = 1};
  if (code >= OWN) return key((uint32_t)(code - OWN) / 8, (uint32_t)(code - OWN) % 8);
  if (code > KEY_F0 && code <= KEY_F(60)) return function_key(code - KEY_F0);
  return named_key(code);
}

// Bytes instead of wide characters: get_wch loses a character whose bytes come in two portions.
ct_event ct_read(void) {
  for (;;) {
    int code = wgetch(stdscr);
    if (code == ERR) return (ct_event){.kind = CT_NOTHING};
    if (code < 0x100) return (ct_event){.kind = CT_BYTE, .code = (uint32_t)code};
    // resizeterm queues KEY_RESIZE, and terminals send keys that have no name here.
    ct_event event = event_of(code);
    if (event.kind != CT_NOTHING) return event;
  }
}

int32_t ct_is_gone(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, 0) < 1) return 0;
  if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return 1;
  int waiting = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) < 0 || waiting == 0;
}
