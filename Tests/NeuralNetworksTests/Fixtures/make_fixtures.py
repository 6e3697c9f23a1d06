"""Writes layers.json: forward and backward passes of PyTorch's layers, in this library's orders.

Images are turned from channels × height × width to height × width × channels, weights accordingly.
"""

import json
import pathlib

import torch
from torch import nn

torch.manual_seed(7)
cases = []


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


def image(tensor):
    return tensor.permute(0, 2, 3, 1) if tensor.dim() == 4 else tensor


def kernel(tensor):
    return tensor.permute(2, 3, 1, 0)


def record(name, layer, x, parameters, input_shape, gradient=None):
    x = x.requires_grad_(True)
    y = layer(x)
    upstream = torch.randn_like(y)
    y.backward(upstream)
    cases.append({
        "name": name, "inputShape": input_shape, "input": numbers(image(x)), "output": numbers(image(y)),
        "outputGradient": numbers(image(upstream)), "inputGradient": numbers(image(x.grad)),
        "parameters": [v for p in parameters(layer, False) for v in numbers(p)],
        "parameterGradient": [v for p in parameters(layer, True) for v in numbers(p)],
    })


def pick(tensor, wants_gradient):
    return tensor.grad if wants_gradient else tensor


dense = lambda l, g: [pick(l.weight, g).t(), pick(l.bias, g)]
convolution = lambda l, g: [kernel(pick(l.weight, g)), pick(l.bias, g)]
normalization = lambda l, g: [pick(l.weight, g), pick(l.bias, g)]
nothing = lambda l, g: []

record("dense", nn.Linear(7, 5), torch.randn(6, 7), dense, [7])
record("convolution", nn.Conv2d(2, 3, 3), torch.randn(3, 2, 6, 5), convolution, [6, 5, 2])
record("convolutionStridePadding", nn.Conv2d(2, 3, 3, stride=2, padding=1), torch.randn(3, 2, 7, 6), convolution,
       [7, 6, 2])
record("maxPooling", nn.MaxPool2d(2), torch.randn(2, 3, 5, 6), nothing, [5, 6, 3])
record("maxPoolingOverlap", nn.MaxPool2d(3, stride=1), torch.randn(2, 2, 5, 4), nothing, [5, 4, 2])
layer = nn.BatchNorm2d(3)
with torch.no_grad():
    layer.weight.copy_(torch.randn(3))
    layer.bias.copy_(torch.randn(3))
record("batchNormalization", layer, torch.randn(4, 3, 3, 2), normalization, [3, 2, 3])
cases[-1]["state"] = numbers(layer.running_mean) + numbers(layer.running_var)
record("softmax", nn.Softmax(-1), torch.randn(4, 6), nothing, [6])
record("relu", nn.ReLU(), torch.randn(4, 6), nothing, [6])
record("tanh", nn.Tanh(), torch.randn(4, 6), nothing, [6])
record("sigmoid", nn.Sigmoid(), torch.randn(4, 6), nothing, [6])

logits = torch.randn(5, 4, requires_grad=True)
labels = [0, 3, 1, 2, 3]
loss = nn.CrossEntropyLoss()(logits, torch.tensor(labels))
loss.backward()
target, output = torch.randn(3, 4), torch.randn(3, 4, requires_grad=True)
square = nn.MSELoss()(output, target)
square.backward()
losses = {
    "logits": numbers(logits), "labels": labels, "crossEntropy": loss.item(), "crossEntropyGradient": numbers(logits.grad),
    "output": numbers(output), "target": numbers(target), "square": square.item(), "squareGradient": numbers(output.grad),
}
path = pathlib.Path(__file__).parent / "layers.json"
path.write_text(json.dumps({"layers": cases, "losses": losses}) + "\n")
