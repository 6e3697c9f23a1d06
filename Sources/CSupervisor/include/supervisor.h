#ifndef CSUPERVISOR_H
#define CSUPERVISOR_H

#include <sys/types.h>

/// What the system holds a program to, from its first instruction on; nothing where a limit is 0.
struct supervised_limits {
  long file_size;
  long processor_seconds;
  long files;
  /// Whether no program that it starts gets rights that it lacks itself.
  int no_new_privileges;
};

/// Runs a program under a supervisor of its own: a process without descriptors that leads a session, adopts all that the
/// program leaves behind, kills it when the program ends, and then ends as the program did. It does the same when it
/// gets SIGTERM and when this process is gone.
///
/// Returns the supervisor's number once the program runs, or a negative error number.
pid_t supervised_spawn(
  const char *path, char *const arguments[], char *const environment[], const char *folder, int output, int errors,
  struct supervised_limits limits);

#endif
