"""Writes sequences.json: PyTorch's recurrent layer, embedding and CTC loss, and jiwer's counts of errors."""

import json
import pathlib

import jiwer
import torch
from torch import nn

torch.manual_seed(11)


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


def recurrent(name, steps, features, units, lengths, returns_all):
    layer = nn.LSTM(features, units, batch_first=True)
    x = torch.randn(len(lengths), steps, features, requires_grad=True)
    packed = nn.utils.rnn.pack_padded_sequence(x, torch.tensor(lengths), batch_first=True, enforce_sorted=False)
    out, (last, _) = layer(packed)
    y = nn.utils.rnn.pad_packed_sequence(out, batch_first=True, total_length=steps)[0] if returns_all else last[0]
    upstream = torch.randn_like(y)
    y.backward(upstream)
    # This library has one bias, PyTorch has two. Each of the two has the gradient of their sum.
    parameters = [layer.weight_ih_l0.t(), layer.weight_hh_l0.t(), layer.bias_ih_l0 + layer.bias_hh_l0]
    gradients = [layer.weight_ih_l0.grad.t(), layer.weight_hh_l0.grad.t(), layer.bias_ih_l0.grad]
    return {
        "name": name, "inputShape": [steps, features], "lengths": lengths, "input": numbers(x), "output": numbers(y),
        "outputGradient": numbers(upstream), "inputGradient": numbers(x.grad),
        "parameters": [v for p in parameters for v in numbers(p)],
        "parameterGradient": [v for g in gradients for v in numbers(g)],
    }


def embedding():
    layer = nn.Embedding(6, 3)
    x = torch.tensor([[0, 5, 5, 2], [1, 0, 4, 5]])
    y = layer(x)
    upstream = torch.randn_like(y)
    y.backward(upstream)
    return {
        "name": "embedding", "inputShape": [4], "lengths": [4, 4], "input": numbers(x.float()), "output": numbers(y),
        "outputGradient": numbers(upstream), "inputGradient": [0.0] * 8, "parameters": numbers(layer.weight),
        "parameterGradient": numbers(layer.weight.grad),
    }


def temporal(steps, classes, lengths, targets, blank):
    logits = (2 * torch.randn(len(lengths), steps, classes, dtype=torch.float64)).requires_grad_(True)
    losses = nn.CTCLoss(blank=blank, reduction="none")(
        logits.log_softmax(-1).transpose(0, 1), torch.tensor([v for t in targets for v in t], dtype=torch.long),
        torch.tensor(lengths), torch.tensor([len(t) for t in targets]))
    losses.mean().backward()
    # The values that PyTorch leaves past the end of an example are not compared.
    return {
        "steps": steps, "classes": classes, "lengths": lengths, "targets": targets, "blank": blank,
        "logits": numbers(logits), "loss": losses.sum().item(), "gradient": numbers(logits.grad),
    }


sentences = [
    ("the cat sat on the mat", "the cat sat on the mat"), ("the cat sat on the mat", "a cat sat mat"),
    ("one two three", "three two one zero"), ("speech", "beach speech beech"), ("a b c d e", "f"),
    ("recognise speech", "wreck a nice beach"), ("nine eight seven", ""),
]
errors = []
for reference, hypothesis in sentences:
    words, characters = jiwer.process_words(reference, hypothesis), jiwer.process_characters(reference, hypothesis)
    errors.append({
        "reference": reference, "hypothesis": hypothesis, "words": words.wer, "characters": characters.cer,
        "wordErrors": words.substitutions + words.deletions + words.insertions,
    })

path = pathlib.Path(__file__).parent / "sequences.json"
path.write_text(json.dumps({
    "layers": [
        recurrent("lastState", 6, 4, 5, [6, 6, 6, 6, 6], False), recurrent("allStates", 5, 3, 4, [5, 2, 4], True),
        recurrent("lastValidState", 7, 2, 3, [1, 7, 3, 6], False), embedding(),
    ],
    "temporal": [
        temporal(6, 4, [6, 6, 6], [[1, 2, 3], [2, 2], [3]], 0), temporal(9, 5, [9, 7, 5], [[0, 0, 1, 1], [3], []], 4),
        temporal(1, 3, [1, 1], [[1], []], 0), temporal(40, 8, [40, 33], [list(range(1, 8)) * 2, [7, 7, 7]], 0),
    ],
    "errors": errors,
}) + "\n")
