#include "CFusedLoop.h"

#include <math.h>

void fused_rmsprop(
  float *restrict parameters, const float *restrict gradient, float *restrict mean_square, long count,
  float learning_rate, float decay, float epsilon) {
  for (long i = 0; i < count; i++) {
    float g = gradient[i];
    float v = decay * mean_square[i] + (1 - decay) * (g * g);
    mean_square[i] = v;
    parameters[i] -= learning_rate * (g / (sqrtf(v) + epsilon));
  }
}
