// Other programs: an editor on the terminal, and one that takes what is copied.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// What is ignored stays ignored through exec, so SIGPIPE must be told.
static int spawn(pid_t *child, posix_spawn_file_actions_t *actions, char *const arguments[]) {
  posix_spawnattr_t attributes;
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  // Nothing that is open here is another program's business, least of all the ends of pipes and locks.
  posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
  int failure = posix_spawnp(child, arguments[0], actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

static int32_t wait_for(pid_t child, int may_stop) {
  int status;
  for (;;) {
    if (waitpid(child, &status, may_stop ? WUNTRACED : 0) < 0) {
      if (errno != EINTR) return -1;
    } else if (WIFSTOPPED(status)) {
      // The shell waits for us, not for the child: stop as well, and go on together.
      raise(SIGSTOP);
      kill(child, SIGCONT);
    } else {
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
  }
}

int32_t ct_run(char *const arguments[], int32_t error_descriptor) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (error_descriptor >= 0)
    posix_spawn_file_actions_adddup2(&actions, error_descriptor, STDERR_FILENO);
  pid_t child;
  int failure = spawn(&child, &actions, arguments);
  posix_spawn_file_actions_destroy(&actions);
  return failure ? -1 : wait_for(child, 1);
}

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

int32_t ct_feed(char *const arguments[], const char *bytes, size_t count) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child;
  int failure = spawn(&child, &actions, arguments);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  if (!failure) write_all(ends[1], bytes, count);
  close(ends[1]);
  return failure ? -1 : wait_for(child, 0);
}
