#if defined(__x86_64__)

#include <immintrin.h>

#include "kernels.h"

#define KERNEL_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define ROWS 8
#define SHIFT 128

#include "operations.h"

enum { TOKENS = 6, GROUPS = 4, GROUP = 16 };

// Some tokens times some groups of 16 outputs, summed in registers.
INLINE void tile(const int tokens, const int groups, const struct reader_matrix *matrix,
                 size_t output, const uint8_t *quantised, const float *scales, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  const int8_t *weights = matrix->weights + output * inputs;
  __m512i sums[TOKENS][GROUPS];
  UNROLLED for (int token = 0; token < tokens; token++)
    UNROLLED for (int group = 0; group < groups; group++) sums[token][group] = _mm512_setzero_si512();
  for (size_t at = 0; at < inputs; at += 4) {
    __m512i part[GROUPS];
    UNROLLED for (int group = 0; group < groups; group++)
      part[group] = _mm512_loadu_si512(weights + group * GROUP * inputs + at * GROUP);
    UNROLLED for (int token = 0; token < tokens; token++) {
      int32_t four;
      memcpy(&four, quantised + token * inputs + at, sizeof four);
      __m512i activation = _mm512_set1_epi32(four);
      UNROLLED for (int group = 0; group < groups; group++)
        sums[token][group] = _mm512_dpbusd_epi32(sums[token][group], activation, part[group]);
    }
  }
  UNROLLED for (int group = 0; group < groups; group++) {
    size_t first = output + (size_t)group * GROUP;
    __m512i shift = _mm512_slli_epi32(_mm512_loadu_si512(matrix->sum + first), 7);
    lanes scale = load(matrix->scale + first), bias = load(matrix->bias + first);
    UNROLLED for (int token = 0; token < tokens; token++) {
      lanes dot = (lanes)_mm512_cvtepi32_ps(_mm512_sub_epi32(sums[token][group], shift));
      store(result + token * outputs + first, dot * scales[token] * scale + bias);
    }
  }
}

INLINE void column(const int groups, const struct reader_matrix *matrix, size_t output,
                   const uint8_t *quantised, const float *scales, size_t count, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  for (; count >= TOKENS; count -= TOKENS) {
    tile(TOKENS, groups, matrix, output, quantised, scales, result);
    quantised += TOKENS * inputs, scales += TOKENS, result += TOKENS * outputs;
  }
  switch (count) {
  case 5: tile(5, groups, matrix, output, quantised, scales, result); break;
  case 4: tile(4, groups, matrix, output, quantised, scales, result); break;
  case 3: tile(3, groups, matrix, output, quantised, scales, result); break;
  case 2: tile(2, groups, matrix, output, quantised, scales, result); break;
  case 1: tile(1, groups, matrix, output, quantised, scales, result); break;
  }
}

KERNEL_TARGET static void multiply(const struct reader_matrix *matrix, const uint8_t *quantised,
                                   const float *scales, size_t count, float *result) {
  size_t output = 0;
  for (; output + GROUPS * GROUP <= matrix->outputs; output += GROUPS * GROUP)
    column(GROUPS, matrix, output, quantised, scales, count, result);
  for (; output < matrix->outputs; output += GROUP)
    column(1, matrix, output, quantised, scales, count, result);
}

const struct reader_kernel reader_avx512 = KERNEL(multiply);

#endif
