#include "kernels.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>

static int has_dot(void) {
  enum { DOT_PRODUCT = 1 << 20 };
  return (getauxval(AT_HWCAP) & DOT_PRODUCT) != 0;
}
#endif

#if defined(__x86_64__)
static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

const struct reader_kernel *reader_kernel(enum reader_kernel_kind kind) {
  switch (kind) {
  case reader_kernel_portable:
    return &reader_portable;
#if defined(__x86_64__)
  case reader_kernel_avx2:
    return has_avx2() ? &reader_avx2 : NULL;
  case reader_kernel_avx512:
    return has_avx512() ? &reader_avx512 : NULL;
#elif defined(__aarch64__)
  case reader_kernel_neon:
    return &reader_neon;
#if defined(__linux__)
  case reader_kernel_neon_dot:
    return has_dot() ? &reader_neon_dot : NULL;
#endif
#endif
  default:
    return NULL;
  }
}
