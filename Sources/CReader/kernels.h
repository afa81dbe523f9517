#include "creader.h"

extern const struct reader_kernel reader_portable;
#if defined(__x86_64__)
extern const struct reader_kernel reader_avx2;
extern const struct reader_kernel reader_avx512;
#elif defined(__aarch64__)
extern const struct reader_kernel reader_neon;
extern const struct reader_kernel reader_neon_dot;
#endif

// The most rows of a product of floats that any kernel sums at once.
enum { MOST_ROWS = 8 };
