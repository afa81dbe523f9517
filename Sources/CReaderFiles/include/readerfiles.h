#ifndef READERFILES_H
#define READERFILES_H

#include <stddef.h>

// Bytes that are built into the program.
struct reader_file {
  const unsigned char *bytes;
  size_t count;
};

// What training has changed in the base model: the adapter of the second reader.
struct reader_file reader_file_adapter(void);

// How the reader's log odds and the rules' weak signs are weighed together, as JSON.
struct reader_file reader_file_weights(void);

#endif
