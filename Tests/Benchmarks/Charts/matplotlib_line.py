"""Times matplotlib on the line chart of the benchmark: prints the median seconds and the bytes of the SVG."""

import io
import statistics
import sys
import time

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

count, repeats = int(sys.argv[1]), int(sys.argv[2])
state, position, walk = 1, 0.0, []
for _ in range(count):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    position += (state >> 33) / 2**31 - 0.5
    walk.append(position)

times, size = [], 0
for _ in range(repeats + 1):
    start = time.perf_counter()
    figure, axes = plt.subplots()
    axes.plot(range(count), walk)
    axes.set_xlabel("step")
    axes.set_ylabel("loss")
    file = io.StringIO()
    figure.savefig(file, format="svg")
    times.append(time.perf_counter() - start)
    size = len(file.getvalue().encode())
    plt.close(figure)
print(statistics.median(times[1:]), size)
