"""Makes COUNT trajectories with random hyper-parameters, in the form of trajectories.json.

    venv/bin/python random_trajectories.py COUNT SEED > more.json
    GALLEY_TRAJECTORIES=$PWD/more.json swift test --filter ParityTests

The tolerance of the test is a part of the distance travelled. A few cases in a thousand miss it for a reason: where
little is travelled, a unit in the last place of a parameter is more; the frameworks' v - m² of centred RMSProp is
rounding noise; AdaDelta with a large epsilon on the quadratic is chaotic in every library.
"""

import json
import math
import random
import sys

import generate
from generate import K, O, PROBLEMS, case, optax

draw = random.Random(int(sys.argv[2]))


def one_of(*values):
    return draw.choice(values)


def decayed(kind, factor):
    return {"weightDecay": {"kind": kind, "factor": factor}} if factor else {}


def chained(factor, make):
    """L2 decay in the form of Optax: a transformation in front of the rule."""
    return lambda rate: optax.chain(optax.add_decayed_weights(factor), make(rate))


class Draw:
    """The options of a case; each rule uses some of them."""

    def __init__(self):
        self.rate = one_of(1e-3, 1e-2, 3e-2)
        self.momentum = one_of(0.0, 0.5, 0.9, 0.99)
        self.decay = one_of(0.5, 0.9, 0.95, 0.99, 0.999)
        # Keras' Lion needs β₁ > 0.
        self.betas = one_of(0.1, 0.5, 0.8, 0.9, 0.95), one_of(0.5, 0.9, 0.99, 0.999)
        self.epsilon = 10.0 ** draw.randint(-12, -1)
        self.shrink = one_of(0, 0, 0.001, 0.01, 0.1)
        self.flag = draw.random() < 0.5
        self.start = one_of(0.0, 0.1, 1.0)

    def common(self, *names, **others):
        known = {
            "momentum": self.momentum, "decay": self.decay, "beta1": self.betas[0], "beta2": self.betas[1],
            "epsilon": self.epsilon,
        }
        return {"learningRate": self.rate} | {name: known[name] for name in names} | others


def sgd(d, framework):
    nesterov = d.flag and d.momentum > 0
    dampening = 0.0 if nesterov or framework != "pyTorch" else one_of(0.0, 0.3, 0.9)
    options = d.common("momentum", nesterov=nesterov, dampening=dampening)
    return {
        "pyTorch": lambda: (
            lambda p: O.SGD(p, d.rate, d.momentum, dampening, d.shrink, nesterov), options | decayed("l2", d.shrink)),
        "keras": lambda: (
            lambda: K.SGD(d.rate, d.momentum, nesterov, weight_decay=d.shrink or None),
            options | {"momentumScaling": "insideBuffer"} | decayed("decoupled", d.shrink)),
        "optax": lambda: (
            chained(d.shrink, lambda rate: optax.sgd(rate, d.momentum or None, nesterov)),
            options | decayed("l2", d.shrink)),
    }[framework]()


def rmsprop(d, framework):
    centered = draw.random() < 0.4
    options = d.common("momentum", "decay", "epsilon", centered=centered)
    if framework == "pyTorch":
        make = lambda p: O.RMSprop(p, d.rate, d.decay, d.epsilon, d.shrink, d.momentum, centered)
        return make, options | decayed("l2", d.shrink)
    options["momentumScaling"] = "insideBuffer"
    if framework == "keras":
        make = lambda: K.RMSprop(d.rate, d.decay, d.momentum, d.epsilon, centered, weight_decay=d.shrink or None)
        return make, options | {"epsilonPlacement": "insideRoot"} | decayed("decoupled", d.shrink)
    nesterov, inside = d.flag and d.momentum > 0, draw.random() < 0.5
    # Centred and corrected, Optax' first variance is rounding noise, which a large ε inside the root drowns.
    corrected = draw.random() < 0.4 and (not centered or inside and d.epsilon >= 1e-3)
    make = lambda rate: optax.rmsprop(
        rate, d.decay, d.epsilon, initial_scale=d.start, eps_in_sqrt=inside, centered=centered,
        momentum=d.momentum or None, nesterov=nesterov, bias_correction=corrected)
    options |= {
        "nesterov": nesterov, "biasCorrection": corrected, "initialMeanSquare": d.start,
        "epsilonPlacement": "insideRoot" if inside else "outsideRoot",
    }
    return chained(d.shrink, make), options | decayed("l2", d.shrink)


def adagrad(d, framework):
    options = d.common("epsilon", initialAccumulator=d.start)
    if framework == "pyTorch":
        slower = one_of(0.0, 0.01, 0.3)
        make = lambda p: O.Adagrad(p, d.rate, slower, d.shrink, d.start, d.epsilon)
        return make, options | {"learningRateDecay": slower} | decayed("l2", d.shrink)
    options["epsilonPlacement"] = "insideRoot"
    if framework == "keras":
        make = lambda: K.Adagrad(d.rate, d.start, d.epsilon, weight_decay=d.shrink or None)
        return make, options | decayed("decoupled", d.shrink)
    return chained(d.shrink, lambda rate: optax.adagrad(rate, d.start, d.epsilon)), options | decayed("l2", d.shrink)


def adadelta(d, framework):
    d.rate = one_of(0.1, 0.5, 1.0)
    options = d.common("decay", "epsilon")
    return {
        "pyTorch": (lambda p: O.Adadelta(p, d.rate, d.decay, d.epsilon, d.shrink), options | decayed("l2", d.shrink)),
        "keras": (
            lambda: K.Adadelta(d.rate, d.decay, d.epsilon, weight_decay=d.shrink or None),
            options | decayed("decoupled", d.shrink)),
        "optax": (
            lambda rate: optax.adadelta(rate, d.decay, d.epsilon, weight_decay=d.shrink),
            options | decayed("l2", d.shrink)),
    }[framework]


def adam(d, framework):
    options = d.common("beta1", "beta2", "epsilon", amsgrad="raw" if d.flag else "off")
    if framework == "pyTorch":
        make = lambda p: O.Adam(p, d.rate, d.betas, d.epsilon, d.shrink, d.flag)
        return make, options | decayed("l2", d.shrink)
    if framework == "keras":
        make = lambda: K.Adam(d.rate, *d.betas, d.epsilon, d.flag, weight_decay=d.shrink or None)
        return make, options | {"epsilonPlacement": "beforeCorrection"} | decayed("decoupled", d.shrink)
    root = one_of(0.0, 1e-6, 1e-3)
    rule = optax.amsgrad if d.flag else optax.adam
    options |= {"amsgrad": "corrected" if d.flag else "off", "rootEpsilon": root}
    return chained(d.shrink, lambda rate: rule(rate, *d.betas, d.epsilon, root)), options | decayed("l2", d.shrink)


def adamw(d, framework):
    shrink, amsgrad = d.shrink or 0.02, d.flag and framework != "optax"
    options = d.common("beta1", "beta2", "epsilon", amsgrad="raw" if amsgrad else "off") | decayed("decoupled", shrink)
    return {
        "pyTorch": (lambda p: O.AdamW(p, d.rate, d.betas, d.epsilon, shrink, amsgrad), options),
        "keras": (
            lambda: K.AdamW(d.rate, shrink, *d.betas, d.epsilon, amsgrad),
            options | {"epsilonPlacement": "beforeCorrection"}),
        "optax": (lambda rate: optax.adamw(rate, *d.betas, d.epsilon, weight_decay=shrink), options),
    }[framework]


def nadam(d, framework):
    options, psi = d.common("beta1", "beta2", "epsilon"), one_of(0.004, 0.1, 1.0)
    torch = lambda p: O.NAdam(p, d.rate, d.betas, d.epsilon, d.shrink, psi, decoupled_weight_decay=d.flag)
    return {
        "pyTorch": (torch, options | {"momentumDecay": psi} | decayed("decoupled" if d.flag else "l2", d.shrink)),
        "keras": (
            lambda: K.Nadam(d.rate, *d.betas, d.epsilon, weight_decay=d.shrink or None),
            options | {"momentumDecay": 1.0} | decayed("decoupled", d.shrink)),
        "optax": (
            lambda rate: optax.nadamw(rate, *d.betas, d.epsilon, weight_decay=d.shrink),
            options | {"momentumDecay": "infinity"} | decayed("decoupled", d.shrink)),
    }[framework]


def lion(d, framework):
    options = d.common("beta1", "beta2") | decayed("decoupled", d.shrink)
    return {
        "keras": (lambda: K.Lion(d.rate, *d.betas, weight_decay=d.shrink or None), options),
        "optax": (lambda rate: optax.lion(rate, *d.betas, weight_decay=d.shrink), options),
    }[framework]


def adamax(d, framework):
    options = d.common("beta1", "beta2", "epsilon")
    return {
        "pyTorch": (lambda p: O.Adamax(p, d.rate, d.betas, d.epsilon, d.shrink), options | decayed("l2", d.shrink)),
        "keras": (
            lambda: K.Adamax(d.rate, *d.betas, d.epsilon, weight_decay=d.shrink or None),
            options | {"epsilonPlacement": "outsideRoot"} | decayed("decoupled", d.shrink)),
        "optax": (
            chained(d.shrink, lambda rate: optax.adamax(rate, *d.betas, d.epsilon)),
            options | decayed("l2", d.shrink)),
    }[framework]


RULES = {
    "SGD": sgd, "RMSProp": rmsprop, "AdaGrad": adagrad, "AdaDelta": adadelta, "Adam": adam, "AdamW": adamw,
    "NAdam": nadam, "Lion": lion, "Adamax": adamax,
}


def main():
    found = []
    for number in range(int(sys.argv[1])):
        rule = list(RULES)[number % len(RULES)]
        framework = one_of("keras", "optax") if rule == "Lion" else one_of("pyTorch", "keras", "optax")
        make, options = RULES[rule](Draw(), framework)
        generate.CASES.clear()
        case(framework, rule, make, one_of(None, 0.9, 0.97, 1.02), [one_of(*PROBLEMS)], **options)
        found += generate.trajectories()
    # A framework whose result is not finite is not a reference.
    finite = [run for run in found if all(math.isfinite(x) for point in run["points"] for x in point["theta"])]
    print(f"{len(finite)} of {len(found)} stay finite", file=sys.stderr)
    json.dump(finite, sys.stdout)


if __name__ == "__main__":
    main()
