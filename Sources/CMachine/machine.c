#define _GNU_SOURCE
#include "cmachine.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/timex.h>
#include <sys/vfs.h>
#endif

cm_clock_keeping cm_read_clock_keeping(void) {
  cm_clock_keeping keeping = {0, 0, 0};
#ifdef __linux__
  struct timex state = {0};
  if (adjtimex(&state) < 0) return keeping;
  keeping.is_known = 1;
  keeping.is_kept = (state.status & STA_UNSYNC) == 0;
  keeping.error = state.esterror;
#endif
  return keeping;
}

int cm_look(int folder, const char *name) {
#ifdef O_PATH
  return openat(folder, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
#else
  return openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
#endif
}

int64_t cm_file_system(int descriptor) {
#ifdef __linux__
  struct statfs facts;
  if (fstatfs(descriptor, &facts) == 0) return (int64_t)(uint32_t)facts.f_type;
#else
  (void)descriptor;
#endif
  return -1;
}

void cm_inherit_standard_only(void *file_actions) {
  posix_spawn_file_actions_addclosefrom_np(file_actions, STDERR_FILENO + 1);
}

void cm_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
