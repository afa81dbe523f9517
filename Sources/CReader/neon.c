#if defined(__aarch64__)

#include <arm_neon.h>

#include "kernels.h"

#define KERNEL_TARGET
#define ROWS 4
#define SHIFT 0

#include "operations.h"

#define DOT_TARGET __attribute__((target("dotprod")))

enum { DOT_TOKENS = 4, TOKENS = 2, PARTS = 4, PART = 4, GROUP = 16 };

// The four sums of a token as results.
INLINE void finish(const struct reader_matrix *matrix, size_t output, const int32x4_t *sums,
                   float scale, float *result) {
  UNROLLED for (int part = 0; part < PARTS; part++) {
    size_t first = output + (size_t)part * PART;
    float32x4_t value = vcvtq_f32_s32(sums[part]) * scale * vld1q_f32(matrix->scale + first);
    vst1q_f32(result + first, value + vld1q_f32(matrix->bias + first));
  }
}

static inline __attribute__((always_inline)) DOT_TARGET void dot_tile(
    const int tokens, const struct reader_matrix *matrix, size_t output, const uint8_t *quantised,
    const float *scales, float *result) {
  size_t inputs = matrix->inputs;
  const int8_t *weights = matrix->weights + output * inputs;
  int32x4_t sums[DOT_TOKENS][PARTS];
  UNROLLED for (int token = 0; token < tokens; token++)
    UNROLLED for (int part = 0; part < PARTS; part++) sums[token][part] = vdupq_n_s32(0);
  for (size_t at = 0; at < inputs; at += 16) {
    int8x16_t activations[DOT_TOKENS];
    UNROLLED for (int token = 0; token < tokens; token++)
      activations[token] = vld1q_s8((const int8_t *)quantised + token * inputs + at);
#define FOUR_INPUTS(LANE)                                                                         \
  UNROLLED for (int part = 0; part < PARTS; part++) {                                             \
    int8x16_t weight = vld1q_s8(weights + (at + 4 * LANE) * GROUP + part * 16);                   \
    UNROLLED for (int token = 0; token < tokens; token++)                                         \
      sums[token][part] = vdotq_laneq_s32(sums[token][part], weight, activations[token], LANE);   \
  }
    FOUR_INPUTS(0)
    FOUR_INPUTS(1)
    FOUR_INPUTS(2)
    FOUR_INPUTS(3)
#undef FOUR_INPUTS
  }
  UNROLLED for (int token = 0; token < tokens; token++)
    finish(matrix, output, sums[token], scales[token], result + token * matrix->outputs);
}

MULTIPLY(multiply_dot, DOT_TARGET, dot_tile, GROUP, DOT_TOKENS)

INLINE int8x8_t spread(const uint8_t *from) {
  int32_t four;
  memcpy(&four, from, sizeof four);
  return vreinterpret_s8_s32(vdup_n_s32(four));
}

// Two products of 8 bits fit into 16: neither weights nor activations reach -128.
INLINE void tile(const int tokens, const struct reader_matrix *matrix, size_t output,
                 const uint8_t *quantised, const float *scales, float *result) {
  size_t inputs = matrix->inputs;
  const int8_t *weights = matrix->weights + output * inputs;
  int32x4_t low[TOKENS][PARTS], high[TOKENS][PARTS];
  UNROLLED for (int token = 0; token < tokens; token++)
    UNROLLED for (int part = 0; part < PARTS; part++)
      low[token][part] = high[token][part] = vdupq_n_s32(0);
  for (size_t at = 0; at < inputs; at += 8) {
    int8x8_t first[TOKENS], second[TOKENS];
    UNROLLED for (int token = 0; token < tokens; token++) {
      first[token] = spread(quantised + token * inputs + at);
      second[token] = spread(quantised + token * inputs + at + 4);
    }
    UNROLLED for (int part = 0; part < PARTS; part++) {
      int8x16_t one = vld1q_s8(weights + at * GROUP + part * 16);
      int8x16_t two = vld1q_s8(weights + (at + 4) * GROUP + part * 16);
      UNROLLED for (int token = 0; token < tokens; token++) {
        int16x8_t lower = vmull_s8(vget_low_s8(one), first[token]);
        int16x8_t upper = vmull_s8(vget_high_s8(one), first[token]);
        lower = vmlal_s8(lower, vget_low_s8(two), second[token]);
        upper = vmlal_s8(upper, vget_high_s8(two), second[token]);
        low[token][part] = vpadalq_s16(low[token][part], lower);
        high[token][part] = vpadalq_s16(high[token][part], upper);
      }
    }
  }
  UNROLLED for (int token = 0; token < tokens; token++) {
    int32x4_t sums[PARTS];
    UNROLLED for (int part = 0; part < PARTS; part++)
      sums[part] = vpaddq_s32(low[token][part], high[token][part]);
    finish(matrix, output, sums, scales[token], result + token * matrix->outputs);
  }
}

MULTIPLY(multiply, KERNEL_TARGET, tile, GROUP, TOKENS)

const struct reader_kernel reader_neon = KERNEL(multiply);
const struct reader_kernel reader_neon_dot = KERNEL(multiply_dot);

#endif
