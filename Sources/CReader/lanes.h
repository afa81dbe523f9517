// 16 floats at a time, however wide the machine's own registers are: so sums have the same order everywhere.
//
// Included by each kernel after it defined KERNEL_TARGET, an attribute.

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// A fused multiply-add rounds once where others round twice.
#pragma clang fp contract(off)
// Everything that takes or gives lanes is inlined, so no calling convention is concerned.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline)) KERNEL_TARGET
#define UNROLLED _Pragma("clang loop unroll(full)")

enum { LANES = 16 };

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t signed_lanes __attribute__((vector_size(64)));
typedef uint32_t bit_lanes __attribute__((vector_size(64)));
typedef uint8_t byte_lanes __attribute__((vector_size(16)));

INLINE lanes load(const float *from) {
  lanes value;
  memcpy(&value, from, sizeof value);
  return value;
}

INLINE void store(float *to, lanes value) { memcpy(to, &value, sizeof value); }

INLINE lanes all(float value) { return value - (lanes){0}; }

INLINE lanes larger(lanes a, lanes b) {
  bit_lanes mask = (bit_lanes)(a > b);
  return (lanes)(((bit_lanes)a & mask) | ((bit_lanes)b & ~mask));
}

INLINE lanes magnitude(lanes value) { return (lanes)((bit_lanes)value & 0x7fffffffu); }

#define HALVES(VALUE, BY)                                                                         \
  __builtin_shufflevector(VALUE, VALUE, 0 ^ BY, 1 ^ BY, 2 ^ BY, 3 ^ BY, 4 ^ BY, 5 ^ BY, 6 ^ BY,   \
                          7 ^ BY, 8 ^ BY, 9 ^ BY, 10 ^ BY, 11 ^ BY, 12 ^ BY, 13 ^ BY, 14 ^ BY,    \
                          15 ^ BY)

INLINE float sum_of(lanes value) {
  value += HALVES(value, 8);
  value += HALVES(value, 4);
  value += HALVES(value, 2);
  value += HALVES(value, 1);
  return value[0];
}

INLINE float largest_of(lanes value) {
  value = larger(value, HALVES(value, 8));
  value = larger(value, HALVES(value, 4));
  value = larger(value, HALVES(value, 2));
  value = larger(value, HALVES(value, 1));
  return value[0];
}

// Adding this leaves a float no room for a fraction: it is rounded to an even half, and its low bits are the number.
#define ROUNDER 12582912.0f

// e^x for x up to 0, by the polynomial of Cephes; below -87 it stays what it is there.
INLINE lanes exponential(lanes x) {
  x = larger(x, all(-87.0f));
  lanes rounded = x * 1.44269504088896341f + ROUNDER;
  lanes whole = rounded - ROUNDER;
  lanes rest = x - whole * 0.693359375f;
  rest = rest - whole * -2.12194440e-4f;
  lanes power = rest * 1.9875691500e-4f + 1.3981999507e-3f;
  power = power * rest + 8.3334519073e-3f;
  power = power * rest + 4.1665795894e-2f;
  power = power * rest + 1.6666665459e-1f;
  power = power * rest + 5.0000001201e-1f;
  power = power * (rest * rest) + rest + 1.0f;
  bit_lanes exponent = (bit_lanes)rounded - (bit_lanes)all(ROUNDER) + 127u;
  return power * (lanes)(exponent << 23);
}
