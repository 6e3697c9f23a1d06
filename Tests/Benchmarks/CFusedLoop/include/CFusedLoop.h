#ifndef CFUSEDLOOP_H
#define CFUSEDLOOP_H

/// One step of RMSProp as a C programmer would write it; the benchmark compares the library with it.
void fused_rmsprop(
  float *restrict parameters, const float *restrict gradient, float *restrict mean_square, long count,
  float learning_rate, float decay, float epsilon);

#endif
