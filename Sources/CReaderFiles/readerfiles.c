#include "readerfiles.h"

// Clang has #embed since version 19, and warns that the language has it since C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char adapter[] = {
#embed "Files/adapter.bin"
};
static const unsigned char weights[] = {
#embed "Files/weights.json"
};

struct reader_file reader_file_adapter(void) {
  return (struct reader_file){adapter, sizeof adapter};
}

struct reader_file reader_file_weights(void) {
  return (struct reader_file){weights, sizeof weights};
}
