// Functions that compilers expect of a C library or a runtime: whole numbers of 128 bits, and functions of doubles that
// WebAssembly has no instruction for.

typedef unsigned long long word;
typedef __int128 wide;
typedef unsigned __int128 natural;

static natural joined(word high, word low) {
  union { word words[2]; natural whole; } both = {{low, high}};
  return both.whole;
}
static word high(natural x) { union { natural whole; word words[2]; } both = {x}; return both.words[1]; }
static word low(natural x) { return (word)x; }

natural __ashlti3(natural x, int n) {
  if (n & 64) return joined(low(x) << (n & 63), 0);
  return n ? joined(high(x) << n | low(x) >> (64 - n), low(x) << n) : x;
}

natural __lshrti3(natural x, int n) {
  if (n & 64) return joined(0, high(x) >> (n & 63));
  return n ? joined(high(x) >> n, low(x) >> n | high(x) << (64 - n)) : x;
}

natural __multi3(natural x, natural y) {
  word a = low(x), b = low(y), mask = 0xffffffff;
  word ll = (a & mask) * (b & mask), lh = (a & mask) * (b >> 32), hl = (a >> 32) * (b & mask);
  word middle = (ll >> 32) + (lh & mask) + (hl & mask);
  word upper = (a >> 32) * (b >> 32) + (lh >> 32) + (hl >> 32) + (middle >> 32);
  return joined(upper + a * high(y) + b * high(x), (middle << 32) | (ll & mask));
}

static natural divided(natural x, natural y, natural *rest) {
  word quotient[2] = {0, 0};
  natural remainder = 0;
  if (y == 0) __builtin_trap();
  for (int bit = 127; bit >= 0; bit--) {
    word next = (bit < 64 ? low(x) >> bit : high(x) >> (bit - 64)) & 1;
    remainder = joined(high(remainder) << 1 | low(remainder) >> 63, low(remainder) << 1 | next);
    if (high(remainder) > high(y) || (high(remainder) == high(y) && low(remainder) >= low(y))) {
      remainder -= y;
      quotient[bit >> 6] |= 1ull << (bit & 63);
    }
  }
  *rest = remainder;
  return joined(quotient[1], quotient[0]);
}

natural __udivti3(natural x, natural y) { natural rest; return divided(x, y, &rest); }
natural __umodti3(natural x, natural y) { natural rest; divided(x, y, &rest); return rest; }

wide __divti3(wide x, wide y) {
  natural rest, quotient = divided(x < 0 ? -(natural)x : (natural)x, y < 0 ? -(natural)y : (natural)y, &rest);
  return (x < 0) != (y < 0) ? -(wide)quotient : (wide)quotient;
}

wide __modti3(wide x, wide y) {
  natural rest;
  divided(x < 0 ? -(natural)x : (natural)x, y < 0 ? -(natural)y : (natural)y, &rest);
  return x < 0 ? -(wide)rest : (wide)rest;
}

// Halves go away from zero.
double round(double x) {
  double whole = __builtin_trunc(x);
  return __builtin_fabs(x - whole) >= 0.5 ? whole + __builtin_copysign(1, x) : __builtin_copysign(whole, x);
}

// Exact: subtracts y times powers of two.
double fmod(double x, double y) {
  double rest = __builtin_fabs(x), part = __builtin_fabs(y);
  if (!(part > 0) || !(rest - rest == 0)) return __builtin_nan("");
  while (rest >= part) {
    double step = part;
    while (step * 2 <= rest) step *= 2;
    rest -= step;
  }
  return __builtin_copysign(rest, x);
}

static void split(double x, double *upper, double *lower) {
  double scaled = 134217729 * x;
  *upper = scaled - (scaled - x);
  *lower = x - *upper;
}

// a·b + c, rounded once but for the rarest of halves.
double fma(double a, double b, double c) {
  double product = a * b, a1, a2, b1, b2;
  if (!(__builtin_fabs(product) < 0x1p+960) || __builtin_fabs(product) < 0x1p-900) return product + c;
  split(a, &a1, &a2);
  split(b, &b1, &b2);
  double error = ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2;
  double sum = product + c, part = sum - product;
  return sum + (((product - (sum - part)) + (c - part)) + error);
}
