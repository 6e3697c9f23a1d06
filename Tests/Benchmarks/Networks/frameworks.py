"""The PyTorch side of the benchmark: trains one model on random images with RMSProp and two threads.

Arguments: MODEL COUNT REPEATS. Prints the seconds of each epoch after a first one, and the peak memory in MB.
"""

import json
import resource
import sys
import time

import torch
from torch import nn

model_name, count, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(2)
torch.manual_seed(1)

if model_name == "dense":
    shape = (784,)
    model = nn.Sequential(nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 10))
elif model_name == "lstm":
    shape = (64, 40)

    class Recurrent(nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = nn.LSTM(40, 128, num_layers=2, batch_first=True)
            self.dense = nn.Linear(128, 10)

        def forward(self, x):
            return self.dense(self.lstm(x)[0][:, -1])

    model = Recurrent()
else:
    shape = (1, 28, 28)
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 128), nn.ReLU(), nn.Linear(128, 10),
    )

# The images are bytes, as in the Swift benchmark; a batch becomes Float when it is used.
images = torch.randint(0, 256, (count, *shape), dtype=torch.uint8)
labels = torch.arange(count) % 10
optimizer = torch.optim.RMSprop(model.parameters(), lr=0.001, alpha=0.9)
loss_function = nn.CrossEntropyLoss()

times = []
for _ in range(repeats + 1):
    begin = time.perf_counter()
    order = torch.randperm(count)
    total = 0.0
    correct = 0
    for start in range(0, count, 32):
        batch = order[start:start + 32]
        optimizer.zero_grad(set_to_none=True)
        scores = model(images[batch].float() / 255)
        loss = loss_function(scores, labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item()
        correct += (scores.argmax(1) == labels[batch]).sum().item()
    times.append(time.perf_counter() - begin)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
print(json.dumps({"seconds": times[1:], "megabytes": peak}))
