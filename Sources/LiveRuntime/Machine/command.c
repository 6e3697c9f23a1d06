// The same programs as a command: makes all runs of requests.h one after another, and writes each run's output behind
// its length.

#include "runtime.h"

typedef struct { const void *bytes; unsigned long length; } vector;

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
int fd_write(int file, const vector *vectors, int count, unsigned long *done);

static void write(const void *bytes, unsigned long length) {
  while (length > 0) {
    vector piece = {bytes, length};
    unsigned long done = 0;
    if (fd_write(1, &piece, 1, &done) != 0 || done == 0) __builtin_trap();
    bytes = (const char *)bytes + done;
    length -= done;
  }
}

void _start(void) {
  const double *numbers = galley_request_numbers;
  for (int request = 0; request < galley_request_count; request++) {
    galley_reset();
    for (int i = 0; i < galley_request_lengths[request]; i++) galley_settings()[i] = *numbers++;
    galley_run(galley_request_programs[request], 3);
    unsigned long length = galley_output_length();
    write(&length, sizeof length);
    write(galley_output(), length);
  }
}
