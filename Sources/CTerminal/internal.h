// What the files of this target share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "cterminal.h"

// Defines the keys that terminfo lacks, and modified ones, as codes of ours.
void ct_define_keys(void);

// Installs the handlers that write to a pipe; 0 when there is no pipe.
int ct_catch_signals(void);
void ct_release_signals(void);

// Installs the handlers that restore the terminal before a crash, with the bytes that do so.
void ct_guard_crashes(void);
void ct_unguard_crashes(void);

// The bytes that turn bracketed paste on and off.
#define CT_PASTE_ON "\033[?2004h"
#define CT_PASTE_OFF "\033[?2004l"

#endif
