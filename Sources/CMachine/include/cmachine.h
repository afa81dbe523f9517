// What Swift cannot ask the system itself: functions that are variadic, or that its modules leave out.
#ifndef CMACHINE_H
#define CMACHINE_H

#include <stdint.h>

// What the kernel says of how the wall clock is kept right (adjtimex(2)).
typedef struct {
  int32_t is_known;   // 0 where the system does not say
  int32_t is_kept;    // whether a time server keeps it right
  int64_t error;      // the estimated error in microseconds
} cm_clock_keeping;

cm_clock_keeping cm_read_clock_keeping(void);

// Opens a name within an open folder only to be looked at, no link followed; no permission to read is needed.
// Returns the descriptor, or -1 with errno.
int cm_look(int folder, const char *name);

// The kind of file system that an open file or folder lies on (statfs(2), f_type); -1 where it cannot be told.
int64_t cm_file_system(int descriptor);

// Takes care that the memory of this process gets into no core file and is read by no other process of its user.
void cm_forbid_dumps(void);

// Lets a program that is about to be started inherit its standard input, output and errors, and nothing else that
// is open here: the end of a pipe that another thread waits for would stay open as long as that program lives.
// What is given is a posix_spawn_file_actions_t; its header is not included, as this module would own its types then.
void cm_inherit_standard_only(void *file_actions);

#endif
