// A narrow view of ncurses: the types are ours, and curses.h stays inside this target.
//
// One terminal at a time, used from one thread. Everything that is a macro, a global or variadic in
// ncurses is wrapped here, because Swift cannot or must not see it.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>
#include <stdint.h>

// How opening went.
typedef enum {
  CT_OPENED = 0,
  CT_NOT_A_TERMINAL = 1,   // standard input or output is none
  CT_UNKNOWN_TERMINAL = 2, // terminfo knows neither TERM nor xterm-256color
  CT_NO_CURSOR = 3,        // the terminal cannot move its cursor ("dumb")
  CT_NO_SIGNALS = 4        // no pipe for signals could be made
} ct_opening;

// What a terminal is opened with; flags are 0 or 1.
typedef struct {
  int32_t color;   // whether to ask for colours at all
  int32_t direct;  // whether to look for an entry with direct colours where COLORTERM promises them
  int32_t title;   // whether the title will be set, so that the shell's must be kept
  int32_t mouse;   // whether clicks and the wheel are to be reported
} ct_wishes;

// What opening has found out.
typedef struct {
  int32_t colors;       // 0 without colours
  int32_t pairs;        // how many pairs of colours fit
  int32_t has_unicode;  // whether the locale writes UTF-8
  int32_t is_fallback;  // whether xterm-256color stands in for an unknown TERM
  int32_t has_title;    // whether the terminal takes titles as xterm does
  int32_t has_commands; // whether it takes the clipboard and more as xterm does
} ct_facts;

typedef enum {
  CT_NOTHING, CT_BYTE, CT_KEY, CT_PASTE_BEGIN, CT_PASTE_END,
  CT_MOUSE  // a report of the mouse begins: code 0 in digits, 1 in three bytes
} ct_event_kind;

// Keys that are no characters; function key n is CT_FUNCTION + n.
typedef enum {
  CT_UP = 1, CT_DOWN, CT_LEFT, CT_RIGHT, CT_HOME, CT_END, CT_PAGE_UP, CT_PAGE_DOWN,
  CT_INSERT, CT_DELETE, CT_BACKSPACE, CT_TAB, CT_ENTER, CT_FUNCTION = 32
} ct_key;

enum { CT_CONTROL = 1, CT_ALT = 2, CT_SHIFT = 4 };

typedef struct {
  int32_t kind;        // ct_event_kind
  uint32_t code;       // the byte, or the ct_key
  uint32_t modifiers;
} ct_event;

enum { CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16 };

// What a cell shows: marks are zero where there is none; attributes are bits from above.
typedef struct {
  uint32_t base;
  uint32_t marks[4];
  int32_t width;
  int32_t pair;
  uint32_t attributes;
} ct_cell;

// Opens the terminal.
ct_opening ct_open(const ct_wishes *wishes, ct_facts *facts);

// The name of the terminfo entry that gives the terminal named TERM direct colours, where COLORTERM
// says that it has them; NULL where there is none. Valid until the next call.
const char *ct_direct_entry(void);

// Restores the terminal for good.
void ct_close(void);

// Gives the terminal back for a while: to the shell, to an editor.
void ct_leave(void);

// Takes the terminal again; everything must be painted anew.
void ct_enter(void);

// Takes the terminal's present size over.
void ct_sync_size(int32_t *rows, int32_t *columns);

// The number of a pair of colours, -1 being the terminal's own; 0 where there is none left.
int32_t ct_pair(int32_t foreground, int32_t background);

// Gives all pairs free; everything must be painted anew.
void ct_reset_pairs(void);

// Puts one cell. What the C library measures otherwise than the cell says is shown as U+FFFD.
void ct_put(int32_t row, int32_t column, const ct_cell *cell);

// Shows the cursor at a place, or hides it there.
void ct_cursor(int32_t row, int32_t column, int32_t is_shown);

// Sends what has changed; everything when all is not 0.
void ct_flush(int32_t all);

void ct_bell(void);

// Sends bytes as they are, behind what was flushed.
void ct_write(const char *bytes, size_t count);

// The next byte or key that has come; never waits longer than an escape sequence may be split.
ct_event ct_read(void);

// Whether the terminal is gone, given that poll(2) called its descriptor readable.
int32_t ct_is_gone(void);

// A descriptor on which the numbers of caught signals can be read, a byte each; -1 before opening.
int32_t ct_signal_descriptor(void);

// Makes a pipe that does not block and is closed in other programs: the end to read and the end to
// write. Returns 0, or -1 when there is none left.
int32_t ct_pipe(int32_t ends[2]);

// Stops the whole process group, as Ctrl-Z would; returns when it goes on.
void ct_stop(void);

// Runs a program on the terminal, which must have been left, and waits for it; its standard error
// goes to the given descriptor, or stays where ours is when that is negative. Stops along when it
// is stopped. Returns the exit status, 128 and the signal's number, or -1 when it could not be
// started.
int32_t ct_run(char *const arguments[], int32_t error_descriptor);

// Runs a program with bytes as its input and no output, and waits for it; returns as ct_run does.
int32_t ct_feed(char *const arguments[], const char *bytes, size_t count);

#endif
