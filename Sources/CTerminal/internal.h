// What the files of this target share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "cterminal.h"

// Defines the keys that terminfo lacks, modified ones, and what begins a paste or a report of the
// mouse, as codes of ours.
void ct_define_keys(int32_t with_mouse);

// Turns on, and off again, what ncurses does not know: bracketed paste, the mouse, the kept title. The
// last returns the bytes for a handler that may only write, with those that terminfo would add.
void ct_modes_on(const ct_wishes *wishes);
void ct_modes_off(void);
size_t ct_modes_off_in_crash(const char **bytes);

// Installs the handlers that write to a pipe; 0 when there is no pipe.
int ct_catch_signals(void);
void ct_release_signals(void);

// Installs the handlers that restore the terminal before a crash, with the bytes that do so.
void ct_guard_crashes(void);
void ct_unguard_crashes(void);

#endif
