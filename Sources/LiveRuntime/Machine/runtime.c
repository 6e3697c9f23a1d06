// The ground below the Swift standard library of a live figure: memory, settings, output. There is no C library.

#include "runtime.h"

typedef unsigned char byte;
typedef unsigned long size;

extern byte __global_base, __heap_base;

// Memory: blocks of powers of two, given back to lists of the same size.

enum { smallest = 4, classes = 28 };

static byte *top;
static void *released[classes];

static byte *grow(size bytes) {
  byte *block = top;
  top += (bytes + 15) & ~(size)15;
  size there = __builtin_wasm_memory_size(0) << 16;
  if ((size)top > there &&
      __builtin_wasm_memory_grow(0, ((size)top - there + 0xffff) >> 16) == (size)-1)
    __builtin_trap();
  return block;
}

static int class_of(size bytes) {
  int class = smallest;
  while (((size)1 << class) < bytes) class++;
  if (class >= classes) __builtin_trap();
  return class;
}

// The class of a block stands in the 16 bytes before it.
void *malloc(size bytes) {
  int class = class_of(bytes);
  byte *block = released[class];
  if (block) {
    released[class] = *(void **)block;
    return block;
  }
  block = grow(((size)1 << class) + 16) + 16;
  ((int *)block)[-1] = class;
  return block;
}

void free(void *block) {
  if (!block) return;
  int class = ((int *)block)[-1];
  if (class < 0) return;
  *(void **)block = released[class];
  released[class] = block;
}

int posix_memalign(void **block, size alignment, size bytes) {
  if (alignment <= 16) {
    *block = malloc(bytes);
    return 0;
  }
  // So rare that it is never given back.
  byte *whole = grow(bytes + alignment + 16);
  byte *start = (byte *)(((size)whole + 16 + alignment - 1) & ~(alignment - 1));
  ((int *)start)[-1] = -1;
  *block = start;
  return 0;
}

void *memcpy(void *to, const void *from, size n) { return __builtin_memcpy(to, from, n); }
void *memmove(void *to, const void *from, size n) { return __builtin_memmove(to, from, n); }
void *memset(void *to, int value, size n) { return __builtin_memset(to, value, n); }

int memcmp(const void *a, const void *b, size n) {
  const byte *left = a, *right = b;
  for (size i = 0; i < n; i++)
    if (left[i] != right[i]) return left[i] - right[i];
  return 0;
}

size strlen(const char *text) {
  size n = 0;
  while (text[n]) n++;
  return n;
}

unsigned long __stack_chk_guard = 0x5bd1e995;
void __stack_chk_fail(void) { __builtin_trap(); }

// Random bytes are asked for by hashing, whose order nothing may depend on.
void arc4random_buf(void *bytes, size n) { __builtin_memset(bytes, 0x5a, n); }

// Settings and output.

static double settings[128];
static byte *output;
static size length, capacity;
static int drawings, chart;

double *galley_settings(void) { return settings; }
double galley_setting(int number) { return settings[number & 127]; }
int galley_chart_drawings(void) { return drawings; }
int galley_chart_number(void) { return ++chart; }
byte *galley_output(void) { return output; }
size galley_output_length(void) { return length; }

void galley_write(const byte *bytes, size n) {
  if (length + n > capacity) {
    capacity = (length + n) * 2;
    byte *larger = malloc(capacity);
    __builtin_memcpy(larger, output, length);
    free(output);
    output = larger;
  }
  __builtin_memcpy(output + length, bytes, n);
  length += n;
}

static void write_hexadecimal(unsigned long long number, int digits) {
  byte text[16];
  for (int place = digits; place-- > 0; number >>= 4) text[place] = "0123456789abcdef"[number & 15];
  galley_write(text, digits);
}

// The 64 bits of a number: shorter code than the shortest decimal digits, and exact.
void galley_write_bits(double number) {
  unsigned long long bits;
  __builtin_memcpy(&bits, &number, 8);
  write_hexadecimal(bits, 16);
}

void galley_write_integer(unsigned long long magnitude, _Bool is_negative) {
  byte text[21];
  int place = sizeof text;
  do text[--place] = '0' + magnitude % 10;
  while (magnitude /= 10);
  if (is_negative) text[--place] = '-';
  galley_write(text + place, sizeof text - place);
}

// A text as JSON has it.
void galley_quote(const byte *text, size n) {
  size begin = 0;
  galley_write((const byte *)"\"", 1);
  for (size i = 0; i < n; i++) {
    if (text[i] >= 0x20 && text[i] != '"' && text[i] != '\\') continue;
    galley_write(text + begin, i - begin);
    begin = i + 1;
    galley_write((const byte *)"\\u00", 4);
    write_hexadecimal(text[i], 2);
  }
  galley_write(text + begin, n - begin);
  galley_write((const byte *)"\"", 1);
}

// Everything begins anew each time: global variables are put back as the module came.

static byte *image;

void galley_reset(void) {
  size bytes = (size)(&__heap_base - &__global_base);
  if (image) {
    byte *kept = image;
    __builtin_memcpy(&__global_base, kept, bytes);
    image = kept;
  } else {
    byte *place = (byte *)(((size)&__heap_base + 15) & ~(size)15);
    top = place;
    grow(bytes);
    __builtin_memcpy(place, &__global_base, bytes);
    image = place;
  }
}

// wanted: 1 for wide charts, 2 for narrow ones, 3 for both.
void galley_run(int program, int wanted) {
  drawings = wanted;
  galley_programs[program](0, (char **)0);
}
