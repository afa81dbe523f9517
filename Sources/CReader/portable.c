#include "kernels.h"

#define KERNEL_TARGET
#define ROWS 2
#define SHIFT 0

#include "operations.h"

enum { TOKENS = 2, PARTS = 4, PART = 4, GROUP = 16 };

typedef int8_t bytes_8 __attribute__((vector_size(8)));
typedef int8_t bytes_16 __attribute__((vector_size(16)));
typedef int16_t shorts_8 __attribute__((vector_size(16)));
typedef int16_t shorts_16 __attribute__((vector_size(32)));
typedef int32_t ints_8 __attribute__((vector_size(32)));

#define EVEN(VALUE) __builtin_shufflevector(VALUE, VALUE, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD(VALUE) __builtin_shufflevector(VALUE, VALUE, 1, 3, 5, 7, 9, 11, 13, 15)

// Written as compilers know a product of 16-bit pairs.
INLINE ints_8 pairs(shorts_16 a, shorts_16 b) {
  return __builtin_convertvector(EVEN(a), ints_8) * __builtin_convertvector(EVEN(b), ints_8) +
         __builtin_convertvector(ODD(a), ints_8) * __builtin_convertvector(ODD(b), ints_8);
}

// Four activations, for each of 4 outputs.
INLINE shorts_16 spread(const uint8_t *from) {
  int32_t four;
  memcpy(&four, from, sizeof four);
  int32_t twice[2] = {four, four};
  bytes_8 bytes;
  memcpy(&bytes, twice, sizeof bytes);
  shorts_8 half = __builtin_convertvector(bytes, shorts_8);
  return __builtin_shufflevector(half, half, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
}

// Some tokens times 4 outputs; a sum holds two halves of each.
INLINE void tile(const int tokens, const struct reader_matrix *matrix, size_t output,
                 const uint8_t *quantised, const float *scales, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  const int8_t *weights =
      matrix->weights + output / GROUP * GROUP * inputs + output % GROUP * PART;
  ints_8 sums[TOKENS];
  UNROLLED for (int token = 0; token < tokens; token++) sums[token] = (ints_8){0};
  for (size_t at = 0; at < inputs; at += 4) {
    bytes_16 bytes;
    memcpy(&bytes, weights + at * GROUP, sizeof bytes);
    shorts_16 wide = __builtin_convertvector(bytes, shorts_16);
    UNROLLED for (int token = 0; token < tokens; token++)
      sums[token] += pairs(wide, spread(quantised + token * inputs + at));
  }
  UNROLLED for (int token = 0; token < tokens; token++)
    for (size_t at = 0; at < PART; at++) {
      float dot = (float)(sums[token][2 * at] + sums[token][2 * at + 1]);
      float value = dot * scales[token] * matrix->scale[output + at] + matrix->bias[output + at];
      result[token * outputs + output + at] = value;
    }
}

MULTIPLY(multiply, KERNEL_TARGET, tile, PART, TOKENS)

const struct reader_kernel reader_portable = KERNEL(multiply);
