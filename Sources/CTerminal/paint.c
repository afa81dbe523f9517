// Painting: cells, colours, cursor, and bytes that go past ncurses.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>
#include <wchar.h>

int32_t ct_pair(int32_t foreground, int32_t background) {
  // alloc_pair without colours is a segmentation fault.
  if (!has_colors() || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair > 0 ? pair : 0;
}

void ct_reset_pairs(void) {
  if (has_colors()) reset_color_pairs();
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CT_BOLD) attributes |= A_BOLD;
  if (bits & CT_DIM) attributes |= A_DIM;
  if (bits & CT_ITALIC) attributes |= A_ITALIC;
  if (bits & CT_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CT_REVERSE) attributes |= A_REVERSE;
  return attributes;
}

static wchar_t replacement(void) { return wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?'; }

static void put_text(int row, int column, const wchar_t *text, const ct_cell *cell) {
  cchar_t shown;
  int pair = cell->pair;
  if (setcchar(&shown, text, attributes_of(cell->attributes), (short)(pair & 0x7FFF), &pair) == ERR)
    return;
  // ERR in the lower right corner is no error: the cell is shown, the cursor cannot go on.
  (void)mvadd_wch(row, column, &shown);
}

void ct_put(int32_t row, int32_t column, const ct_cell *cell) {
  wchar_t text[6] = {(wchar_t)cell->base};
  int used = 1;
  int as_said = cell->base < 0x7F || wcwidth((wchar_t)cell->base) == cell->width;
  for (int i = 0; as_said && i < 4 && cell->marks[i]; i++) {
    if (wcwidth((wchar_t)cell->marks[i]) == 0) text[used++] = (wchar_t)cell->marks[i];
  }
  if (!as_said) {
    text[0] = replacement();
    if (cell->width == 2) put_text(row, column + 1, L" ", cell);
  }
  put_text(row, column, text, cell);
}

void ct_cursor(int32_t row, int32_t column, int32_t is_shown) {
  curs_set(is_shown != 0);
  move(row, column);
}

void ct_flush(int32_t all) {
  if (all) clearok(curscr, TRUE);
  refresh();
}

void ct_bell(void) { beep(); }

void ct_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
      if (poll(&output, 1, 1000) <= 0) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}
