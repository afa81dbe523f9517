#include <string.h>

#include "creader.h"
#include "kernels.h"

#pragma clang fp contract(off)

// By hand, as not every machine has the type.
static float from_half(uint16_t half) {
  uint32_t sign = (uint32_t)(half & 0x8000) << 16, rest = half & 0x7fff, bits;
  float value;
  if (rest >= 0x7c00) {
    bits = sign | 0x7f800000 | (rest & 0x3ff) << 13;
  } else if (rest >= 0x400) {
    bits = sign | ((rest << 13) + 0x38000000);
  } else {
    value = (float)rest * 0x1p-24f;
    return sign ? -value : value;
  }
  memcpy(&value, &bits, sizeof value);
  return value;
}

void reader_embed(const uint8_t *row, const float *place, size_t width, float *result) {
  for (size_t at = 0; at < width; at += 32, row += 18) {
    float scale = from_half((uint16_t)(row[0] | row[1] << 8));
    for (size_t pair = 0; pair < 16; pair++) {
      uint8_t both = row[2 + pair];
      result[at + pair] = (float)((both & 15) - 8) * scale + place[at + pair];
      result[at + pair + 16] = (float)((both >> 4) - 8) * scale + place[at + pair + 16];
    }
  }
}

size_t reader_attention_scratch(size_t count, size_t size) {
  size_t room = (count + 15) / 16 * 16;
  return size * (room + 16) + size * room + MOST_ROWS * room;
}
