// Signals as bytes on a pipe, and a terminal that is whole again after a crash.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
enum { CAUGHT = sizeof caught / sizeof caught[0] };
static struct sigaction before[CAUGHT];
static struct sigaction pipe_before;

// Only write(2): everything else waits for the loop.
static void note_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  (void)!write(ends[1], &byte, 1);
  errno = saved;
}

int32_t ct_pipe(int32_t both[2]) { return pipe2(both, O_CLOEXEC | O_NONBLOCK); }

int ct_catch_signals(void) {
  if (ct_pipe(ends) != 0) return 0;
  struct sigaction action = {.sa_flags = SA_RESTART};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  // Threads of Swift block signals, and what they start inherits that.
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int i = 0; i < CAUGHT; i++) {
    sigaction(caught[i], &action, &before[i]);
    sigaddset(&wanted, caught[i]);
  }
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &pipe_before);
  return 1;
}

void ct_release_signals(void) {
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

int32_t ct_signal_descriptor(void) { return ends[0]; }

void ct_stop(void) {
  ct_leave();
  kill(0, SIGSTOP);
  ct_enter();
}

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { CRASHES = sizeof crashes / sizeof crashes[0] };
static struct sigaction crash_before[CRASHES];
static struct termios modes;
static int has_modes;
// A stack overflow leaves no room for a handler on the stack that overflowed.
static char spare_stack[64 * 1024];

// Fixed bytes, because terminfo cannot be asked here: modes off, keypad off, colours off, cursor shown,
// screen of the shell. A terminal that knows one of them not ignores it.
static void restore_and_die(int number) {
  static const char leave[] = "\033[?1l\033>\033[m\033[?25h\033[?1049l";
  const char *modes_off;
  size_t count = ct_modes_off_in_crash(&modes_off);
  (void)!write(STDOUT_FILENO, modes_off, count);
  (void)!write(STDOUT_FILENO, leave, sizeof leave - 1);
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  ct_unguard_crashes();
  raise(number);
}

void ct_guard_crashes(void) {
  has_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_flags = SA_ONSTACK | SA_NODEFER};
  action.sa_handler = restore_and_die;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &crash_before[i]);
}

void ct_unguard_crashes(void) {
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crash_before[i], NULL);
}
