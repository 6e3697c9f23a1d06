// In place of the tables of canonical normalization, 28 kB, for programs whose strings it cannot change. The standard
// library asks them whenever it compares strings that are not ASCII.

unsigned short _swift_stdlib_getNormData(unsigned scalar) { return 0; }

unsigned _swift_stdlib_getComposition(unsigned first, unsigned second) { return ~0u; }

// An entry contains its scalar. This one belongs to another scalar, which means that there is none.
unsigned _swift_stdlib_getDecompositionEntry(unsigned scalar) { return ~scalar; }

const unsigned char *const _swift_stdlib_nfd_decompositions = 0;
