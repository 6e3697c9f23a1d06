#ifndef CSUPERVISOR_H
#define CSUPERVISOR_H

#include <sys/types.h>

/// The limits that the system enforces on a program from its first instruction. 0 means no limit.
struct supervised_limits {
  long file_size;
  long processor_seconds;
  long files;
  /// The bytes of memory that each process may ask for.
  long memory;
  /// Whether the programs that it starts must not gain privileges that it lacks.
  int no_new_privileges;
};

/// Runs a program under its own supervisor. The supervisor is a process without descriptors that leads a session and
/// adopts all processes that the program leaves behind. When the program ends, the supervisor kills these processes and
/// then ends as the program did. It also kills the program and these processes when it gets SIGTERM or when this
/// process is gone.
///
/// The program inherits `extra`, if it is not negative, as descriptor 4.
///
/// Returns the supervisor's process ID once the program runs, or a negative error number.
pid_t supervised_spawn(
  const char *path, char *const arguments[], char *const environment[], const char *folder, int output, int errors,
  int extra, struct supervised_limits limits);

/// Writes a filter of system calls for `bwrap --seccomp` to `file`. It refuses calls that take memory which nobody
/// counts, and parts of the kernel that no namespace divides, such as sockets between virtual machines. Returns 0 if
/// there is no filter for this machine.
int supervised_write_filter(int file);

#endif
