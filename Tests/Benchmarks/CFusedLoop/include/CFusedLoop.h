#ifndef CFUSEDLOOP_H
#define CFUSEDLOOP_H

/// One step of RMSProp as a C programmer would write it: what the benchmark measures the library against.
void fused_rmsprop(
  float *restrict parameters, const float *restrict gradient, float *restrict mean_square, long count,
  float learning_rate, float decay, float epsilon);

#endif
