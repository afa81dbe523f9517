#ifndef PACKFILES_H
#define PACKFILES_H

#include <stddef.h>

// A rule pack that is built into the program.
struct pack_file {
  // Its file name.
  const char *name;
  // Its text in UTF-8, not ended by a NUL.
  const unsigned char *bytes;
  size_t count;
};

// How many packs there are.
size_t pack_file_count(void);

// A pack by its number, from 0 to one less than their count: rules first, then the words of each language, then what
// tells the causes of reviews, and texts to begin with.
struct pack_file pack_file_at(size_t index);

#endif
