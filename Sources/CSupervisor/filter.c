#define _GNU_SOURCE
#include "supervisor.h"

#ifdef __linux__
#include <errno.h>
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

// Calls that take memory which nobody counts, or that reach parts of the kernel which no namespace divides.
static const unsigned refused[] = {
  SYS_memfd_create, SYS_shmget, SYS_msgget, SYS_mq_open, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_bpf,
  SYS_perf_event_open, SYS_userfaultfd, SYS_open_by_handle_at,
#ifdef SYS_io_uring_setup
  SYS_io_uring_setup,
#endif
#ifdef SYS_memfd_secret
  SYS_memfd_secret,
#endif
};

// Sockets of these families stay in their namespace.
static const unsigned families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define LOAD(field) (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(answer) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, answer)
// Skips the next instruction if the loaded number differs, or if it is smaller.
#define IF_EQUAL(number) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1)
#define IF_AT_LEAST(number) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, number, 0, 1)
#endif

int supervised_write_filter(int file) {
#if defined(__linux__) && defined(ARCHITECTURE)
  struct sock_filter program[16 + 2 * COUNT(refused) + 2 * COUNT(families)];
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
