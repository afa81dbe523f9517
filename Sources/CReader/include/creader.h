#ifndef CREADER_H
#define CREADER_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// A matrix of signed 8-bit weights, one scale for each output.
struct reader_matrix {
  const float *scale;
  const float *bias;
  // The sum of an output's weights, for kernels whose activations are shifted by 128.
  const int32_t *sum;
  // [outputs/16][inputs/4][16][4]
  const int8_t *weights;
  size_t outputs;  // a multiple of 16
  size_t inputs;   // a multiple of 16
};

// One way to do the arithmetic. All of them give the same bits: sums are taken in the same order, 16 lanes wide, and
// nothing is fused that another machine cannot fuse. Widths are multiples of 16.
struct reader_kernel {
  // Rows to 8 bits, each by its own scale; only this kernel's `multiply` knows what they look like.
  void (*_Nonnull quantise)(const float *rows, size_t count, size_t width, uint8_t *quantised,
                            float *scales);
  // result[count][outputs] = rows * matrix + bias
  void (*_Nonnull multiply)(const struct reader_matrix *matrix, const uint8_t *quantised,
                            const float *scales, size_t count, float *result);
  // rows = norm(rows + added) * weight + bias
  void (*_Nonnull normalise)(float *rows, const float *added, size_t count, size_t width,
                             const float *weight, const float *bias, float eps);
  void (*_Nonnull gelu)(float *values, size_t count);
  // Queries, keys and values lie side by side in each row of `joined`; `scratch` is as large as
  // reader_attention_scratch says.
  void (*_Nonnull attend)(const float *joined, size_t count, size_t heads, size_t size,
                          float *scratch, float *result);
  // softmax(values * scale); there is room for a multiple of 16 values, and the room is filled with zeroes.
  void (*_Nonnull soft_max)(float *values, size_t count, float scale);
  // result[row] = row . vector
  void (*_Nonnull dots)(const float *rows, size_t count, size_t width, const float *vector,
                        float *result);
  // result = the sum of all rows, each times its share
  void (*_Nonnull mix)(const float *rows, size_t count, size_t width, const float *shares,
                       float *result);
};

enum reader_kernel_kind {
  reader_kernel_portable,
  reader_kernel_avx2,
  reader_kernel_avx512,
  reader_kernel_neon,
  reader_kernel_neon_dot,
};

// A kernel, or NULL where this machine cannot run it.
const struct reader_kernel *_Nullable reader_kernel(enum reader_kernel_kind kind);

// How many floats attention needs to work in.
size_t reader_attention_scratch(size_t count, size_t size);

// result = a row of 4-bit blocks + the place's own values; width is a multiple of 32.
void reader_embed(const uint8_t *row, const float *place, size_t width, float *result);

#pragma clang assume_nonnull end

#endif
