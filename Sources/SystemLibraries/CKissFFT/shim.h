#include <stdlib.h>
#include <kissfft/kiss_fftr.h>

// `kiss_fftr_free` is a macro, which Swift cannot call.
static inline void kissfft_free_real_plan(kiss_fftr_cfg plan) { free(plan); }
