// What a kernel does with floats, in the same order on every machine.
//
// Included by each kernel after it defined
//   KERNEL_TARGET  the attribute that lets the compiler use the machine's instructions,
//   ROWS           how many rows of a product of floats are summed at once,
//   SHIFT          what its activations are shifted by: 0 or 128.

#include "creader.h"
#include "lanes.h"

KERNEL_TARGET static void quantise(const float *rows, size_t count, size_t width,
                                   uint8_t *quantised, float *scales) {
  for (size_t row = 0; row < count; row++, rows += width, quantised += width) {
    lanes most = all(0);
    for (size_t at = 0; at < width; at += LANES) most = larger(magnitude(load(rows + at)), most);
    float scale = largest_of(most) / 127.0f;
    scales[row] = scale;
    lanes divisor = all(scale > 0 ? scale : 1.0f);
    for (size_t at = 0; at < width; at += LANES) {
      bit_lanes rounded = (bit_lanes)(load(rows + at) / divisor + ROUNDER);
      byte_lanes bytes = __builtin_convertvector(rounded, byte_lanes) ^ (uint8_t)SHIFT;
      memcpy(quantised + at, &bytes, sizeof bytes);
    }
  }
}

KERNEL_TARGET static void normalise(float *rows, const float *added, size_t count, size_t width,
                                    const float *weight, const float *bias, float eps) {
  for (size_t row = 0; row < count; row++, rows += width, added += width) {
    lanes sum = all(0);
    for (size_t at = 0; at < width; at += LANES) {
      lanes value = load(rows + at) + load(added + at);
      store(rows + at, value);
      sum += value;
    }
    lanes mean = all(sum_of(sum) / (float)width);
    lanes squares = all(0);
    for (size_t at = 0; at < width; at += LANES) {
      lanes distance = load(rows + at) - mean;
      squares += distance * distance;
    }
    float variance = sum_of(squares) / (float)width;
    lanes spread = all(1.0f / __builtin_elementwise_sqrt(variance + eps));
    for (size_t at = 0; at < width; at += LANES) {
      lanes value = (load(rows + at) - mean) * spread;
      store(rows + at, value * load(weight + at) + load(bias + at));
    }
  }
}

// The complement of the error function is Abramowitz and Stegun's 7.1.26, good to 1.5e-7.
INLINE lanes bent(lanes x) {
  lanes size = magnitude(x);
  lanes z = size * 0.70710678118654752f;
  lanes t = 1.0f / (z * 0.3275911f + 1.0f);
  lanes tail = t * 1.061405429f - 1.453152027f;
  tail = tail * t + 1.421413741f;
  tail = tail * t - 0.284496736f;
  tail = tail * t + 0.254829592f;
  tail = tail * t * exponential(-(z * z));
  return larger(x, all(0)) - size * 0.5f * tail;
}

KERNEL_TARGET static void gelu(float *values, size_t count) {
  for (size_t at = 0; at < count; at += LANES) store(values + at, bent(load(values + at)));
}

KERNEL_TARGET static void soft_max(float *values, size_t count, float scale) {
  size_t room = (count + LANES - 1) / LANES * LANES;
  for (size_t at = count; at < room; at++) values[at] = -__FLT_MAX__;
  lanes most = all(-__FLT_MAX__);
  for (size_t at = 0; at < room; at += LANES) most = larger(load(values + at), most);
  lanes top = all(largest_of(most));
  for (size_t at = 0; at < room; at += LANES)
    store(values + at, exponential((load(values + at) - top) * scale));
  for (size_t at = count; at < room; at++) values[at] = 0;
  lanes sum = all(0);
  for (size_t at = 0; at < room; at += LANES) sum += load(values + at);
  lanes share = all(1.0f / sum_of(sum));
  for (size_t at = 0; at < room; at += LANES) store(values + at, load(values + at) * share);
}

KERNEL_TARGET static void dots(const float *rows, size_t count, size_t width, const float *vector,
                               float *result) {
  for (size_t row = 0; row < count; row++, rows += width) {
    lanes sum = all(0);
    for (size_t at = 0; at < width; at += LANES) sum += load(rows + at) * load(vector + at);
    result[row] = sum_of(sum);
  }
}

KERNEL_TARGET static void mix(const float *rows, size_t count, size_t width, const float *shares,
                              float *result) {
  for (size_t at = 0; at < width; at += LANES) {
    lanes sum = all(0);
    for (size_t row = 0; row < count; row++) sum += load(rows + row * width + at) * shares[row];
    store(result + at, sum);
  }
}

INLINE void product_tile(const int rows, const float *a, size_t a_stride, const float *b,
                         size_t b_stride, float *c, size_t c_stride, size_t depth) {
  lanes sums[ROWS];
  UNROLLED for (int row = 0; row < rows; row++) sums[row] = all(0);
  for (size_t at = 0; at < depth; at++, b += b_stride) {
    lanes column = load(b);
    UNROLLED for (int row = 0; row < rows; row++) sums[row] += column * a[row * a_stride + at];
  }
  UNROLLED for (int row = 0; row < rows; row++) store(c + row * c_stride, sums[row]);
}

// c[rows][width] = a[rows][depth] * b[depth][width], for up to ROWS rows
INLINE void product(size_t rows, const float *a, size_t a_stride, const float *b, size_t b_stride,
                    float *c, size_t c_stride, size_t depth, size_t width) {
  for (size_t at = 0; at < width; at += LANES) {
    if (rows == ROWS) {
      product_tile(ROWS, a, a_stride, b + at, b_stride, c + at, c_stride, depth);
      continue;
    }
    for (size_t row = 0; row < rows; row++)
      product_tile(1, a + row * a_stride, a_stride, b + at, b_stride, c + row * c_stride + at,
                   c_stride, depth);
  }
}

// The stride of transposed keys is kept off powers of two, whose columns would share few places of the cache.
INLINE void gather(const float *joined, size_t count, size_t stride, size_t width, size_t size,
                   float *keys, size_t keys_stride, float *values) {
  for (size_t token = 0; token < count; token++) {
    const float *key = joined + token * stride + width;
    for (size_t at = 0; at < size; at++) keys[at * keys_stride + token] = key[at];
    memcpy(values + token * size, key + width, size * sizeof *values);
  }
  size_t room = (count + LANES - 1) / LANES * LANES;
  for (size_t at = 0; at < size; at++)
    for (size_t token = count; token < room; token++) keys[at * keys_stride + token] = 0;
}

KERNEL_TARGET static void attend(const float *joined, size_t count, size_t heads, size_t size,
                                 float *scratch, float *result) {
  size_t width = heads * size, stride = 3 * width;
  size_t room = (count + LANES - 1) / LANES * LANES, keys_stride = room + LANES;
  float *keys = scratch, *values = keys + size * keys_stride, *scores = values + size * room;
  float scale = 1.0f / __builtin_elementwise_sqrt((float)size);
  for (size_t head = 0; head < heads; head++, joined += size, result += size) {
    gather(joined, count, stride, width, size, keys, keys_stride, values);
    for (size_t row = 0; row < count; row += ROWS) {
      size_t rows = count - row < ROWS ? count - row : ROWS;
      product(rows, joined + row * stride, stride, keys, keys_stride, scores, room, size, room);
      for (size_t at = 0; at < rows; at++) soft_max(scores + at * room, count, scale);
      product(rows, scores, room, values, size, result + row * width, width, count, size);
    }
  }
}

// A product that takes so many outputs at a time, and of them so many tokens, then the tokens that are left one by one.
#define MULTIPLY(NAME, TARGET, TILE, OUTPUTS, TOKENS)                                              \
  TARGET static void NAME(const struct reader_matrix *matrix, const uint8_t *quantised,            \
                          const float *scales, size_t count, float *result) {                      \
    size_t inputs = matrix->inputs, outputs = matrix->outputs;                                     \
    for (size_t output = 0; output < outputs; output += OUTPUTS) {                                 \
      size_t token = 0;                                                                            \
      for (; token + TOKENS <= count; token += TOKENS)                                             \
        TILE(TOKENS, matrix, output, quantised + token * inputs, scales + token,                   \
             result + token * outputs);                                                            \
      for (; token < count; token++)                                                               \
        TILE(1, matrix, output, quantised + token * inputs, scales + token,                        \
             result + token * outputs);                                                            \
    }                                                                                              \
  }

#define KERNEL(PRODUCT) \
  {quantise, PRODUCT, normalise, gelu, attend, soft_max, dots, mix}
