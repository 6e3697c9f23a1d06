#define _GNU_SOURCE
#include "supervisor.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Calls that take memory which nobody counts, or that reach parts of the kernel which no namespace divides: its log, and
// news of what other programs do with the same files.
static const unsigned refused[] = {
  SYS_memfd_create, SYS_shmget, SYS_msgget, SYS_mq_open, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_bpf,
  SYS_perf_event_open, SYS_userfaultfd, SYS_open_by_handle_at, SYS_syslog, SYS_inotify_init1, SYS_fanotify_init,
#ifdef SYS_inotify_init
  SYS_inotify_init,
#endif
#ifdef SYS_io_uring_setup
  SYS_io_uring_setup,
#endif
#ifdef SYS_memfd_secret
  SYS_memfd_secret,
#endif
};

// Commands that delay other programs which open the same file, or that report what others do in a folder.
static const unsigned refused_commands[] = {F_SETLEASE, F_NOTIFY};

// Sockets of these families stay in their namespace.
static const unsigned families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define LOAD(field) (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(answer) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, answer)
// Skips the next instruction if the loaded number differs, or if it is smaller.
#define IF_EQUAL(number) SKIP_UNLESS_EQUAL(number, 1)
#define SKIP_UNLESS_EQUAL(number, count) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, count)
#define IF_AT_LEAST(number) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, number, 0, 1)
#endif

int supervised_write_filter(int file) {
#if defined(__linux__) && defined(ARCHITECTURE)
  struct sock_filter program[19 + 2 * COUNT(refused) + 2 * COUNT(refused_commands) + 2 * COUNT(families)];
  int count = 0;
  program[count++] = LOAD(arch);
  program[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  program[count++] = ANSWER(SECCOMP_RET_ERRNO | ENOSYS);
  program[count++] = LOAD(nr);
#ifdef __x86_64__
  // The second way to call the kernel, with other numbers.
  program[count++] = IF_AT_LEAST(0x40000000);
  program[count++] = ANSWER(SECCOMP_RET_ERRNO | ENOSYS);
#endif
  for (unsigned index = 0; index < COUNT(refused); index++) {
    program[count++] = IF_EQUAL(refused[index]);
    program[count++] = ANSWER(SECCOMP_RET_ERRNO | ENOSYS);
  }
  program[count++] = SKIP_UNLESS_EQUAL(SYS_fcntl, 2 + 2 * COUNT(refused_commands));
  program[count++] = LOAD(args[1]);
  for (unsigned index = 0; index < COUNT(refused_commands); index++) {
    program[count++] = IF_EQUAL(refused_commands[index]);
    program[count++] = ANSWER(SECCOMP_RET_ERRNO | EINVAL);
  }
  program[count++] = ANSWER(SECCOMP_RET_ALLOW);
  program[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 1, 0);
  program[count++] = ANSWER(SECCOMP_RET_ALLOW);
  program[count++] = LOAD(args[0]);
  for (unsigned index = 0; index < COUNT(families); index++) {
    program[count++] = IF_EQUAL(families[index]);
    program[count++] = ANSWER(SECCOMP_RET_ALLOW);
  }
  program[count++] = ANSWER(SECCOMP_RET_ERRNO | EAFNOSUPPORT);
  size_t size = count * sizeof program[0];
  return pwrite(file, program, size, 0) == (ssize_t)size;
#else
  (void)file;
  return 0;
#endif
}
