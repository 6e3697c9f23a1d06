"""The Python side of the benchmark: reads lines "RULE COUNT REPEATS", answers each with medians in microseconds.

Started by OptimizersBenchmark, once with the default allocator and once with a tuned one.
"""

import json
import sys
import time

import numpy as np

try:
    import torch

    torch.set_num_threads(1)
except ImportError:
    torch = None


def median(step, repeats):
    for _ in range(3):
        step()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        step()
        times.append(time.perf_counter() - begin)
    return sorted(times)[repeats // 2] * 1e6


def gradient(count):
    return (np.arange(count) % 1000 * 1e-3 - 0.5).astype(np.float32)


def numpy_step(rule, count):
    """Every operation in place, which is the fastest form in NumPy without a compiler."""
    p, g, t = np.ones(count, np.float32), gradient(count), np.empty(count, np.float32)
    m, v = np.zeros(count, np.float32), np.zeros(count, np.float32)
    state = {"t": 0}

    def sgd():
        np.multiply(g, np.float32(1e-3), out=t)
        np.subtract(p, t, out=p)

    def divide(x, scale):
        np.sqrt(v, out=t)
        np.add(t, np.float32(1e-8), out=t)
        np.divide(x, t, out=t)
        np.multiply(t, np.float32(scale), out=t)
        np.subtract(p, t, out=p)

    def square(share):
        np.multiply(g, g, out=t)
        if share != 1:
            np.multiply(t, np.float32(share), out=t)
        np.add(v, t, out=v)

    def rmsprop():
        np.multiply(v, np.float32(0.9), out=v)
        square(0.1)
        divide(g, 1e-3)

    def adagrad():
        square(1)
        divide(g, 1e-3)

    def adam():
        state["t"] += 1
        np.multiply(m, np.float32(0.9), out=m)
        np.multiply(g, np.float32(0.1), out=t)
        np.add(m, t, out=m)
        np.multiply(v, np.float32(0.999), out=v)
        square(0.001)
        divide(m, 1e-3 * (1 - 0.999 ** state["t"]) ** 0.5 / (1 - 0.9 ** state["t"]))

    return {"SGD": sgd, "RMSProp": rmsprop, "AdaGrad": adagrad, "Adam": adam}[rule]


def torch_variants(rule):
    make = {"SGD": torch.optim.SGD, "RMSProp": torch.optim.RMSprop, "AdaGrad": torch.optim.Adagrad,
            "Adam": torch.optim.Adam}[rule]
    variants = {"torch for": {"foreach": False}, "torch foreach": {"foreach": True}}
    if rule != "RMSProp":
        variants["torch fused"] = {"fused": True}
    return {name: (lambda ps, o=options: make(ps, lr=1e-3, **o)) for name, options in variants.items()}


def answer(rule, count, repeats):
    result = {"numpy": median(numpy_step(rule, count), repeats)}
    if torch is not None:
        for name, make in torch_variants(rule).items():
            p = torch.nn.Parameter(torch.ones(count))
            p.grad = torch.from_numpy(gradient(count))
            result[name] = median(make([p]).step, repeats)
    return result


for line in sys.stdin:
    rule, count, repeats = line.split()
    print(json.dumps(answer(rule, int(count), int(repeats))), flush=True)
