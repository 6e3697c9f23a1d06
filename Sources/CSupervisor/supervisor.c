#define _GNU_SOURCE
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// Code between fork and exec must be safe there: it must not allocate memory or take a lock.

static void pause_milliseconds(long milliseconds) {
  struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static void put_descriptors(int output, int errors, int report, int extra) {
  output = fcntl(output, F_DUPFD, 10);
  errors = fcntl(errors, F_DUPFD, 10);
  report = fcntl(report, F_DUPFD, 10);
  if (extra >= 0) extra = fcntl(extra, F_DUPFD, 10);
  int input = open("/dev/null", O_RDONLY);
  dup2(input, 0);
  dup2(output, 1);
  dup2(errors, 2);
  dup2(report, 3);
  fcntl(3, F_SETFD, FD_CLOEXEC);
  int first = 4;
  if (extra >= 0) dup2(extra, first++);
#if defined(__linux__) && defined(SYS_close_range)
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int descriptor = first; descriptor < most; descriptor++) close(descriptor);
}

static void limit(int resource, long most, int is_hard) {
  struct rlimit limit;
  if (most <= 0 || getrlimit(resource, &limit) != 0) return;
  if ((rlim_t)most < limit.rlim_max || limit.rlim_max == RLIM_INFINITY) limit.rlim_cur = most;
  if (is_hard) limit.rlim_max = limit.rlim_cur;
  setrlimit(resource, &limit);
}

static void run_program(
  const char *path, char *const arguments[], char *const environment[], struct supervised_limits limits) {
  setsid();
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  limit(RLIMIT_FSIZE, limits.file_size, 1);
  limit(RLIMIT_NOFILE, limits.files, 1);
  // Only the soft limit is set: at the hard limit the system kills a program without a signal that gives the reason.
  limit(RLIMIT_AS, limits.memory, 1);
  limit(RLIMIT_CPU, limits.processor_seconds, 0);
  struct rlimit none_left = {0, 0};
  setrlimit(RLIMIT_CORE, &none_left);
#ifdef __linux__
  // The program must not get the keys of this process.
  syscall(SYS_keyctl, 1 /* KEYCTL_JOIN_SESSION_KEYRING */, NULL);
  if (limits.no_new_privileges) prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
  execve(path, arguments, environment);
  int error = errno;
  write(3, &error, sizeof error);
  _exit(127);
}

// The orphans of a killed child become children of the supervisor, so this repeats until none is left.
static void end_descendants(pid_t program) {
  for (int round = 0; round < 10000; round++) {
    kill(-program, SIGKILL);
    kill(program, SIGKILL);
#ifdef __linux__
    char text[4096];
    int file = open("/proc/thread-self/children", O_RDONLY);
    long count = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0) close(file);
    text[count < 0 ? 0 : count] = 0;
    for (char *rest = text; *rest;) {
      char *end;
      long child = strtol(rest, &end, 10);
      if (end == rest) break;
      // The end of the buffer may have cut off the last number.
      if (child > 1 && *end == ' ') kill((pid_t)child, SIGKILL);
      rest = end;
    }
#endif
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    if (waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD) return;
    pause_milliseconds(1);
  }
}

static void end_like(int status) {
  if (WIFSIGNALED(status)) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(WTERMSIG(status), SIG_DFL);
    sigset_t all;
    sigemptyset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    kill(getpid(), WTERMSIG(status));
  }
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static void supervise(pid_t program, pid_t parent) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigaddset(&signals, SIGTERM);
  for (;;) {
    int status;
    pid_t ended;
    while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
      if (ended != program) continue;
      end_descendants(program);
      end_like(status);
    }
    int number = 0;
#ifdef __linux__
    struct timespec time = {0, 100000000};
    number = sigtimedwait(&signals, NULL, &time);
#else
    pause_milliseconds(2);
    sigset_t pending;
    if (sigpending(&pending) == 0 && sigismember(&pending, SIGTERM)) number = SIGTERM;
#endif
    if (number == SIGTERM || getppid() != parent) {
      end_descendants(program);
      _exit(128 + SIGTERM);
    }
  }
}

pid_t supervised_spawn(
  const char *path, char *const arguments[], char *const environment[], const char *folder, int output, int errors,
  int extra, struct supervised_limits limits) {
  int report[2];
  if (pipe(report) != 0) return -errno;
  fcntl(report[0], F_SETFD, FD_CLOEXEC);
  fcntl(report[1], F_SETFD, FD_CLOEXEC);
  pid_t parent = getpid();
  // A thread of a pool can have another priority than the user gave to this process.
  int priority = getpriority(PRIO_PROCESS, (id_t)parent);
  // The signal handlers of this process must not run in the supervisor.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t supervisor = fork();
  if (supervisor == 0) {
    setsid();
    setpriority(PRIO_PROCESS, 0, priority);
#ifdef __linux__
    prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
    put_descriptors(output, errors, report[1], extra);
    pid_t program = chdir(folder) == 0 ? fork() : -1;
    if (program == 0) run_program(path, arguments, environment, limits);
    if (program < 0) {
      int error = errno;
      write(3, &error, sizeof error);
      _exit(127);
    }
    for (int descriptor = 0; descriptor < 5; descriptor++) close(descriptor);
    supervise(program, parent);
  }
  int error = supervisor < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  // The pipe ends without an error code when the program has started.
  if (supervisor > 0) {
    while (read(report[0], &error, sizeof error) < 0 && errno == EINTR) {}
    if (error != 0) waitpid(supervisor, NULL, 0);
  }
  close(report[0]);
  return error == 0 ? supervisor : -error;
}
