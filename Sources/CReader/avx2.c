#if defined(__x86_64__)

#include <immintrin.h>

#include "kernels.h"

#define KERNEL_TARGET __attribute__((target("avx2")))
#define ROWS 4
#define SHIFT 0

#include "operations.h"

enum { TOKENS = 6, PARTS = 2, PART = 4, GROUP = 16 };

// Some tokens times 8 outputs. Products are of 16 bits, as pairs of products of unsigned 8 bits could saturate; a sum
// holds two halves of each of 4 outputs.
INLINE void tile(const int tokens, const struct reader_matrix *matrix, size_t output,
                 const uint8_t *quantised, const float *scales, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  const int8_t *weights =
      matrix->weights + output / GROUP * GROUP * inputs + output % GROUP * PART;
  __m256i sums[TOKENS][PARTS];
  UNROLLED for (int token = 0; token < tokens; token++)
    UNROLLED for (int part = 0; part < PARTS; part++) sums[token][part] = _mm256_setzero_si256();
  for (size_t at = 0; at < inputs; at += 4) {
    __m256i wide[PARTS];
    UNROLLED for (int part = 0; part < PARTS; part++)
      wide[part] = _mm256_cvtepi8_epi16(
          _mm_loadu_si128((const __m128i *)(weights + at * GROUP + part * PART * 4)));
    UNROLLED for (int token = 0; token < tokens; token++) {
      int32_t four;
      memcpy(&four, quantised + token * inputs + at, sizeof four);
      __m256i activation = _mm256_cvtepi8_epi16(_mm_set1_epi32(four));
      UNROLLED for (int part = 0; part < PARTS; part++)
        sums[token][part] =
            _mm256_add_epi32(sums[token][part], _mm256_madd_epi16(wide[part], activation));
    }
  }
  __m256 scale = _mm256_loadu_ps(matrix->scale + output);
  __m256 bias = _mm256_loadu_ps(matrix->bias + output);
  UNROLLED for (int token = 0; token < tokens; token++) {
    __m256i pairs = _mm256_hadd_epi32(sums[token][0], sums[token][1]);
    __m256 dot = _mm256_cvtepi32_ps(_mm256_permute4x64_epi64(pairs, 0xd8));
    _mm256_storeu_ps(result + token * outputs + output, dot * scales[token] * scale + bias);
  }
}

MULTIPLY(multiply, KERNEL_TARGET, tile, PARTS *PART, TOKENS)

const struct reader_kernel reader_avx2 = KERNEL(multiply);

#endif
