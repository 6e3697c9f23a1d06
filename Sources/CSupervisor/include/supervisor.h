#ifndef CSUPERVISOR_H
#define CSUPERVISOR_H

#include <sys/types.h>

/// The limits that the system enforces on a program from its first instruction. 0 means no limit.
struct supervised_limits {
  long file_size;
  long processor_seconds;
  long files;
  /// Whether the programs that it starts must not gain privileges that it lacks.
  int no_new_privileges;
};

/// Runs a program under its own supervisor. The supervisor is a process without descriptors that leads a session and
/// adopts all processes that the program leaves behind. When the program ends, the supervisor kills these processes and
/// then ends as the program did. It also kills the program and these processes when it gets SIGTERM or when this
/// process is gone.
///
/// Returns the supervisor's process ID once the program runs, or a negative error number.
pid_t supervised_spawn(
  const char *path, char *const arguments[], char *const environment[], const char *folder, int output, int errors,
  struct supervised_limits limits);

#endif
