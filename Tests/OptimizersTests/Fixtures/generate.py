"""Makes the fixtures of the parity tests from PyTorch, Keras and Optax, in double precision.

    python3 -m venv venv && venv/bin/pip install torch keras optax jax numpy mpmath
    venv/bin/python generate.py

Writes, beside this file:
  trajectories.json   parameters at a few of 50 steps, every rule, framework and problem
  schedules.json      learning rates of 0, 1, … steps
  clipping.json       norms and clipped gradients
  oracle.json         hard cases, evaluated with 50 digits by mpmath instead of a framework
The problems are spelled out again in Problem.swift; gradients there and here must stay the same formulas.
"""

import json
import math
import os
import pathlib

os.environ["KERAS_BACKEND"] = "torch"
os.environ["JAX_ENABLE_X64"] = "1"

import jax
import jax.numpy as jnp
import keras
import mpmath
import numpy as np
import optax
import torch

keras.config.set_floatx("float64")
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
STEPS = 50
CHECKPOINTS = [1, 2, 3, 10, 25, 50]


# Problems: start and gradient(theta, t), t = 1, 2, …

def sequence(t, i):
    return ((t * 29 + i * 13) % 17 - 8) / 10


def quadratic(p, t):
    return [50.5 * p[0] + 49.5 * p[1], 49.5 * p[0] + 50.5 * p[1]]


def rosenbrock(p, t):
    x, y = p
    return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]


def sparse(p, t):
    return [sequence(t, i) if (t + i) % 5 == 0 else 0.0 for i in range(4)]


def spiky(p, t):
    return [sequence(t, i) * (1e6 if t % 10 == 7 else 1.0) for i in range(3)]


def tiny(p, t):
    return [sequence(t, i) * 1e-12 for i in range(3)]


def regression(p, t):
    gradient = [0.0, 0.0, 0.0]
    for row in range(6):
        x = [sequence(row + 1, j) for j in range(3)]
        residual = x[0] * p[0] + x[1] * p[1] + x[2] * p[2] - (row - 2.5)
        for j in range(3):
            gradient[j] += x[j] * residual / 6
    return gradient


PROBLEMS = {
    "quadratic": ([1.0, 0.5], quadratic),
    "rosenbrock": ([-1.2, 1.0], rosenbrock),
    "sparse": ([0.5, -0.25, 1.0, 0.0], sparse),
    "spiky": ([0.5, -0.25, 1.0], spiky),
    "tiny": ([0.0, 0.0, 0.0], tiny),
    "regression": ([0.1, -0.2, 0.3], regression),
}


def rate_at(case, t):
    return case["options"]["learningRate"] * case.get("rateDecay", 1.0) ** (t - 1)


# One runner per framework.

def run_torch(case, start, gradient):
    p = torch.nn.Parameter(torch.tensor(start))
    opt = case["make"]([p])
    for t in range(1, STEPS + 1):
        opt.param_groups[0]["lr"] = rate_at(case, t)
        p.grad = torch.tensor(gradient(p.detach().tolist(), t))
        opt.step()
        yield p.detach().tolist()


def run_keras(case, start, gradient):
    v = keras.Variable(np.array(start), dtype="float64")
    opt = case["make"]()
    opt.build([v])
    for t in range(1, STEPS + 1):
        opt.learning_rate = rate_at(case, t)
        now = keras.ops.convert_to_numpy(v).tolist()
        opt.apply([keras.ops.convert_to_tensor(np.array(gradient(now, t)))], [v])
        yield keras.ops.convert_to_numpy(v).tolist()


def run_optax(case, start, gradient):
    rate = case["options"]["learningRate"]
    factor = case.get("rateDecay")
    opt = case["make"](rate if factor is None else lambda count: rate * factor ** count)
    p = jnp.array(start)
    state = opt.init(p)
    step = jax.jit(lambda g, s, q: opt.update(g, s, q))
    for t in range(1, STEPS + 1):
        updates, state = step(jnp.array(gradient(p.tolist(), t)), state, p)
        p = optax.apply_updates(p, updates)
        yield p.tolist()


CASES = []


def case(framework, rule, make, rateDecay=None, problems=None, **options):
    entry = {"framework": framework, "rule": rule, "options": options, "make": make}
    if rateDecay is not None:
        entry["rateDecay"] = rateDecay
    entry["problems"] = problems or list(PROBLEMS)
    CASES.append(entry)


O = torch.optim
K = keras.optimizers
L2, DECOUPLED = {"kind": "l2", "factor": 0.01}, {"kind": "decoupled", "factor": 0.01}

# SGD
for mu, tau, nes in [(0, 0, False), (0.9, 0, False), (0.9, 0.5, False), (0.9, 0, True)]:
    case("pyTorch", "SGD", lambda p, mu=mu, tau=tau, nes=nes: O.SGD(p, 1e-3, mu, tau, nesterov=nes),
         learningRate=1e-3, momentum=mu, dampening=tau, nesterov=nes)
case("pyTorch", "SGD", lambda p: O.SGD(p, 1e-3, 0.9, weight_decay=0.01), rateDecay=0.9,
     learningRate=1e-3, momentum=0.9, weightDecay=L2)
for mu, nes in [(0, False), (0.9, False), (0.9, True)]:
    case("keras", "SGD", lambda mu=mu, nes=nes: K.SGD(1e-3, float(mu), nes, weight_decay=0.01), rateDecay=0.9,
         learningRate=1e-3, momentum=mu, nesterov=nes, momentumScaling="insideBuffer", weightDecay=DECOUPLED)
    case("optax", "SGD", lambda lr, mu=mu, nes=nes: optax.sgd(lr, mu or None, nes), rateDecay=0.9,
         learningRate=1e-3, momentum=mu, nesterov=nes)

# RMSProp
for mu, cen in [(0, False), (0.9, False), (0, True), (0.9, True)]:
    for eps in [1e-8, 1e-2]:
        case("pyTorch", "RMSProp",
             lambda p, mu=mu, cen=cen, eps=eps: O.RMSprop(p, 1e-2, 0.9, eps, momentum=mu, centered=cen),
             rateDecay=0.95, learningRate=1e-2, decay=0.9, epsilon=eps, momentum=mu, centered=cen)
        case("keras", "RMSProp",
             lambda mu=mu, cen=cen, eps=eps: K.RMSprop(1e-2, 0.9, float(mu), eps, cen), rateDecay=0.95,
             learningRate=1e-2, decay=0.9, epsilon=eps, momentum=mu, centered=cen,
             epsilonPlacement="insideRoot", momentumScaling="insideBuffer")
    for nes, bias, inside, start in [(False, False, True, 0.0), (True, True, False, 0.0), (False, True, True, 1.0)]:
        if nes and mu == 0:
            continue
        if cen and bias and not inside:
            # Optax subtracts two equal numbers at the first step: its root of rounding noise, or NaN, is no
            # reference. See oracle() for this case.
            continue
        case("optax", "RMSProp",
             lambda lr, mu=mu, cen=cen, nes=nes, bias=bias, inside=inside, start=start: optax.rmsprop(
                 lr, 0.9, 1e-2, initial_scale=start, eps_in_sqrt=inside, centered=cen, momentum=mu or None,
                 nesterov=nes, bias_correction=bias),
             rateDecay=0.95, learningRate=1e-2, decay=0.9, epsilon=1e-2, momentum=mu, centered=cen, nesterov=nes,
             biasCorrection=bias, initialMeanSquare=start, momentumScaling="insideBuffer",
             epsilonPlacement="insideRoot" if inside else "outsideRoot")
case("pyTorch", "RMSProp", lambda p: O.RMSprop(p, 1e-2, 0.9, 1e-6, weight_decay=0.01),
     learningRate=1e-2, decay=0.9, epsilon=1e-6, weightDecay=L2)
case("keras", "RMSProp", lambda: K.RMSprop(1e-2, 0.9, 0.5, 1e-6, weight_decay=0.01), rateDecay=0.95,
     learningRate=1e-2, decay=0.9, epsilon=1e-6, momentum=0.5, epsilonPlacement="insideRoot",
     momentumScaling="insideBuffer", weightDecay=DECOUPLED)
case("optax", "RMSProp", lambda lr: optax.chain(optax.add_decayed_weights(0.01), optax.rmsprop(lr, 0.9, 1e-6)),
     learningRate=1e-2, decay=0.9, epsilon=1e-6, epsilonPlacement="insideRoot", weightDecay=L2)

# AdaGrad
for lrd, start, wd in [(0, 0.0, 0), (0.1, 0.1, 0), (0, 0.0, 0.01)]:
    case("pyTorch", "AdaGrad", lambda p, lrd=lrd, start=start, wd=wd: O.Adagrad(p, 0.1, lrd, wd, start, 1e-10),
         learningRate=0.1, learningRateDecay=lrd, initialAccumulator=start, epsilon=1e-10,
         **({"weightDecay": L2} if wd else {}))
case("keras", "AdaGrad", lambda: K.Adagrad(0.1, 0.1, 1e-7, weight_decay=0.01), rateDecay=0.95,
     learningRate=0.1, initialAccumulator=0.1, epsilon=1e-7, epsilonPlacement="insideRoot", weightDecay=DECOUPLED)
case("optax", "AdaGrad", lambda lr: optax.adagrad(lr, 0.0, 1e-7), rateDecay=0.95,
     learningRate=0.1, initialAccumulator=0.0, epsilon=1e-7, epsilonPlacement="insideRoot")

# AdaDelta
case("pyTorch", "AdaDelta", lambda p: O.Adadelta(p, 1.0, 0.9, 1e-6, 0.01), learningRate=1.0, decay=0.9,
     epsilon=1e-6, weightDecay=L2)
case("keras", "AdaDelta", lambda: K.Adadelta(0.5, 0.95, 1e-7, weight_decay=0.01), learningRate=0.5, decay=0.95,
     epsilon=1e-7, weightDecay=DECOUPLED)
case("optax", "AdaDelta", lambda lr: optax.adadelta(lr, 0.9, 1e-6), rateDecay=0.95, learningRate=1.0, decay=0.9,
     epsilon=1e-6)

# Adam and AMSGrad
for eps in [1e-8, 1e-3]:
    for ams in [False, True]:
        case("pyTorch", "Adam", lambda p, eps=eps, ams=ams: O.Adam(p, 0.02, eps=eps, amsgrad=ams), rateDecay=0.98,
             learningRate=0.02, epsilon=eps, amsgrad="raw" if ams else "off")
        case("keras", "Adam", lambda eps=eps, ams=ams: K.Adam(0.02, epsilon=eps, amsgrad=ams, weight_decay=0.01),
             rateDecay=0.98, learningRate=0.02, epsilon=eps, amsgrad="raw" if ams else "off",
             epsilonPlacement="beforeCorrection", weightDecay=DECOUPLED)
        case("optax", "Adam", lambda lr, eps=eps, ams=ams: (optax.amsgrad if ams else optax.adam)(lr, eps=eps),
             rateDecay=0.98, learningRate=0.02, epsilon=eps, amsgrad="corrected" if ams else "off")
case("optax", "Adam", lambda lr: optax.adam(lr, eps=0.0, eps_root=1e-4), learningRate=0.02, epsilon=1e-4,
     epsilonPlacement="insideRoot")
case("optax", "Adam", lambda lr: optax.adam(lr, eps=1e-3, eps_root=1e-4), learningRate=0.02, epsilon=1e-3,
     rootEpsilon=1e-4)
case("pyTorch", "Adam", lambda p: O.Adam(p, 0.02, weight_decay=0.01), learningRate=0.02, weightDecay=L2)
case("pyTorch", "AdamW", lambda p: O.AdamW(p, 0.02, (0.8, 0.99), weight_decay=0.01), rateDecay=0.98,
     learningRate=0.02, beta1=0.8, beta2=0.99, weightDecay=DECOUPLED)
case("pyTorch", "AdamW", lambda p: O.AdamW(p, 0.02, amsgrad=True, weight_decay=0.01), learningRate=0.02,
     amsgrad="raw", weightDecay=DECOUPLED)
case("keras", "AdamW", lambda: K.AdamW(0.02, 0.01, epsilon=1e-7), learningRate=0.02, epsilon=1e-7,
     epsilonPlacement="beforeCorrection", weightDecay=DECOUPLED)
case("optax", "AdamW", lambda lr: optax.adamw(lr, weight_decay=0.01), rateDecay=0.98, learningRate=0.02,
     weightDecay=DECOUPLED)

# NAdam
case("pyTorch", "NAdam", lambda p: O.NAdam(p, 0.02), rateDecay=0.98, learningRate=0.02, momentumDecay=0.004)
case("pyTorch", "NAdam", lambda p: O.NAdam(p, 0.02, weight_decay=0.01), learningRate=0.02, momentumDecay=0.004,
     weightDecay=L2)
case("pyTorch", "NAdam", lambda p: O.NAdam(p, 0.02, weight_decay=0.01, decoupled_weight_decay=True),
     learningRate=0.02, momentumDecay=0.004, weightDecay=DECOUPLED)
case("keras", "NAdam", lambda: K.Nadam(0.02, epsilon=1e-7, weight_decay=0.01), rateDecay=0.98, learningRate=0.02,
     epsilon=1e-7, momentumDecay=1.0, weightDecay=DECOUPLED)
case("optax", "NAdam", lambda lr: optax.nadam(lr), rateDecay=0.98, learningRate=0.02, momentumDecay="infinity")
case("optax", "NAdam", lambda lr: optax.nadamw(lr, weight_decay=0.01), learningRate=0.02,
     momentumDecay="infinity", weightDecay=DECOUPLED)

# Lion and Adamax
case("keras", "Lion", lambda: K.Lion(1e-3, weight_decay=0.01), rateDecay=0.98, learningRate=1e-3,
     weightDecay=DECOUPLED)
case("optax", "Lion", lambda lr: optax.lion(lr, weight_decay=0.01), rateDecay=0.98, learningRate=1e-3,
     weightDecay=DECOUPLED)
case("pyTorch", "Adamax", lambda p: O.Adamax(p, 0.02, weight_decay=0.01), rateDecay=0.98, learningRate=0.02,
     weightDecay=L2)
case("keras", "Adamax", lambda: K.Adamax(0.02, epsilon=1e-7), rateDecay=0.98, learningRate=0.02, epsilon=1e-7,
     epsilonPlacement="outsideRoot")
case("optax", "Adamax", lambda lr: optax.adamax(lr), rateDecay=0.98, learningRate=0.02)

RUNNERS = {"pyTorch": run_torch, "keras": run_keras, "optax": run_optax}


def trajectories():
    out = []
    for entry in CASES:
        for problem in entry["problems"]:
            start, gradient = PROBLEMS[problem]
            points, travelled, last = [], 0.0, start
            for t, p in enumerate(RUNNERS[entry["framework"]](entry, start, gradient), 1):
                travelled += math.dist(p, last)
                last = p
                if t in CHECKPOINTS:
                    points.append({"step": t, "theta": p, "travelled": travelled})
            record = {k: v for k, v in entry.items() if k not in ("make", "problems")}
            out.append(record | {"problem": problem, "points": points})
    return out


# Schedules: name, arguments, rates at 0, 1, ….

def torch_rates(make, rate, steps):
    p = torch.nn.Parameter(torch.zeros(1))
    opt = O.SGD([p], lr=rate, momentum=0.9)
    schedule = make(opt)
    rates, momenta = [], []
    for _ in range(steps):
        rates.append(opt.param_groups[0]["lr"])
        momenta.append(opt.param_groups[0]["momentum"])
        opt.step()
        schedule.step()
    return rates, momenta


def keras_rates(schedule, steps):
    return [float(schedule(keras.ops.convert_to_tensor(k, dtype="float64"))) for k in range(steps)]


def schedules():
    S = O.lr_scheduler
    KS = keras.optimizers.schedules
    out = {}
    out["torchStep"] = torch_rates(lambda o: S.StepLR(o, 7, 0.3), 0.1, 40)[0]
    out["torchMultiStep"] = torch_rates(lambda o: S.MultiStepLR(o, [5, 9, 20], 0.5), 0.1, 40)[0]
    out["torchExponential"] = torch_rates(lambda o: S.ExponentialLR(o, 0.93), 0.1, 40)[0]
    out["torchCosine"] = torch_rates(lambda o: S.CosineAnnealingLR(o, 15, 0.01), 0.1, 40)[0]
    out["torchRestarts"] = torch_rates(lambda o: S.CosineAnnealingWarmRestarts(o, 5, 2, 0.01), 0.1, 40)[0]
    out["torchLinear"] = torch_rates(lambda o: S.LinearLR(o, 0.25, 1.0, 8), 0.1, 40)[0]
    out["torchPolynomial"] = torch_rates(lambda o: S.PolynomialLR(o, 30, 2.0), 0.1, 40)[0]
    out["torchInverseTime"] = torch_rates(lambda o: S.LambdaLR(o, lambda k: 1 / (1 + 0.3 * k)), 0.1, 40)[0]
    for name, extra in [("Cosine", {}), ("Linear", {"anneal_strategy": "linear"}),
                        ("ThreePhase", {"three_phase": True})]:
        rates, momenta = torch_rates(lambda o: S.OneCycleLR(o, 0.1, total_steps=40, **extra), 0.1, 40)
        out["torchOneCycle" + name], out["torchOneCycleMomentum" + name] = rates, momenta
    f = lambda s: [float(s(k)) for k in range(40)]
    out["optaxStaircase"] = f(optax.exponential_decay(0.1, 7, 0.3, staircase=True))
    out["optaxExponential"] = f(optax.exponential_decay(0.1, 7, 0.3, transition_begin=4, end_value=0.02))
    out["optaxPiecewise"] = f(optax.piecewise_constant_schedule(0.1, {5: 0.5, 9: 0.5, 20: 0.5}))
    out["optaxCosine"] = f(optax.cosine_decay_schedule(0.1, 25, 0.1))
    out["optaxCosineSquared"] = f(optax.cosine_decay_schedule(0.1, 25, 0.1, exponent=2))
    out["optaxWarmUpCosine"] = f(optax.warmup_cosine_decay_schedule(0.01, 0.1, 8, 30, 0.002))
    out["optaxLinear"] = f(optax.linear_schedule(0.01, 0.1, 8))
    out["optaxPolynomial"] = f(optax.polynomial_schedule(0.1, 0.01, 2, 20, 5))
    out["optaxJoin"] = f(optax.join_schedules(
        [optax.constant_schedule(0.05), optax.exponential_decay(0.1, 1, 0.9)], [12]))
    out["optaxOneCycleCosine"] = f(optax.cosine_onecycle_schedule(40, 0.1))
    out["optaxOneCycleLinear"] = f(optax.linear_onecycle_schedule(40, 0.1))
    out["kerasExponential"] = keras_rates(KS.ExponentialDecay(0.1, 7, 0.3), 40)
    out["kerasPiecewise"] = keras_rates(KS.PiecewiseConstantDecay([5.0, 9.0], [0.1, 0.05, 0.01]), 40)
    out["kerasCosine"] = keras_rates(KS.CosineDecay(0.1, 25, 0.1), 40)
    out["kerasWarmUpCosine"] = keras_rates(KS.CosineDecay(0.01, 25, 0.1, warmup_target=0.1, warmup_steps=8), 40)
    out["kerasRestarts"] = keras_rates(KS.CosineDecayRestarts(0.1, 5, 2.0, 0.8, 0.1), 40)
    out["kerasPolynomial"] = keras_rates(KS.PolynomialDecay(0.1, 12, 0.01, 2.0), 40)
    out["kerasPolynomialCycle"] = keras_rates(KS.PolynomialDecay(0.1, 12, 0.01, 2.0, cycle=True), 40)
    out["kerasInverseTime"] = keras_rates(KS.InverseTimeDecay(0.1, 7, 0.3), 40)
    out["kerasInverseTimeStaircase"] = keras_rates(KS.InverseTimeDecay(0.1, 7, 0.3, True), 40)
    losses = [1 / (1 + k / 4) if k < 10 else 0.3 + 0.01 * (k % 3) - (0.05 if k > 30 else 0) for k in range(60)]
    out["plateauLosses"] = losses
    p = torch.nn.Parameter(torch.zeros(1))
    opt = O.SGD([p], lr=0.1)
    plateau = S.ReduceLROnPlateau(opt, factor=0.5, patience=4, cooldown=3, threshold=1e-3, min_lr=0.004)
    out["torchPlateau"] = [(plateau.step(x), opt.param_groups[0]["lr"])[1] for x in losses]
    callback = keras.callbacks.ReduceLROnPlateau("loss", 0.5, 4, min_delta=1e-3, cooldown=3, min_lr=0.004,
                                                 mode="min")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(K.SGD(0.1), "mse")
    callback.set_model(model)
    callback.on_train_begin()
    out["kerasPlateau"] = []
    for epoch, x in enumerate(losses):
        callback.on_epoch_end(epoch, {"loss": x})
        out["kerasPlateau"].append(float(model.optimizer.learning_rate.value))
    change = optax.contrib.reduce_on_plateau(0.5, 4, 1e-3, 0.0, 3, 1, 0.04)
    state = change.init(jnp.zeros(1))
    out["optaxPlateau"] = []
    for x in losses:
        _, state = change.update(jnp.ones(1), state, value=jnp.array(x))
        out["optaxPlateau"].append(0.1 * float(state.scale))
    return out


def clipping():
    out = []
    for arrays in [[[3.0, 4.0]], [[0.3, 0.4]], [[1.0, -2.0, 0.5], [4.0], [0.0, 0.25]], [[0.6, 0.8]], [[0.0, 0.0]]]:
        for bound in [1.0, 2.5]:
            ps = [torch.nn.Parameter(torch.tensor(a)) for a in arrays]
            for p, a in zip(ps, arrays):
                p.grad = torch.tensor(a)
            norm = torch.nn.utils.clip_grad_norm_(ps, bound, foreach=False).item()
            torch_clipped = [p.grad.tolist() for p in ps]
            for p, a in zip(ps, arrays):
                p.grad = torch.tensor(a)
            torch.nn.utils.clip_grad_value_(ps, bound)
            values = [p.grad.tolist() for p in ps]
            clip = optax.clip_by_global_norm(bound)
            exact, _ = clip.update([jnp.array(a) for a in arrays], clip.init(None))
            out.append({"arrays": arrays, "bound": bound, "norm": norm, "pyTorch": torch_clipped,
                        "optax": [a.tolist() for a in exact], "value": values})
    return out


# Hard cases with 50 digits.

def oracle():
    mpmath.mp.dps = 50
    m = mpmath.mpf
    out = {}
    # Centred RMSProp, constant gradient 0.1: θ after selected steps, ε outside, η = 0.01, ρ = 0.9.
    v, mean, theta, points = m(0), m(0), m(0), {}
    a, g, eta, eps = m(0.9), m(0.1), m(0.01), m(1e-8)
    for t in range(1, 401):
        v, mean = a * v + (1 - a) * g * g, a * mean + (1 - a) * g
        theta -= eta * g / (mpmath.sqrt(v - mean * mean) + eps)
        if t in (1, 10, 100, 331, 400):
            points[str(t)] = float(theta)
    out["centredConstant"] = points
    # With bias correction and changing gradients: ε = 0.01 inside and v₀ = 0.5; ε outside and v₀ = 0.
    for name, start, inside in [("centredCorrected", m(0.5), True), ("centredCorrectedOutside", m(0), False)]:
        v, mean, theta, points = start, m(0), m(0), {}
        eps = m(0.01)
        for t in range(1, 51):
            g = m(sequence(t, 0))
            v, mean = a * v + (1 - a) * g * g, a * mean + (1 - a) * g
            c = 1 - a ** t
            s = v / c - (mean / c) ** 2
            s = s if s > mpmath.mpf(10) ** -45 else m(0)
            theta -= eta * g / (mpmath.sqrt(s + eps) if inside else mpmath.sqrt(s) + eps)
            if t in (1, 2, 10, 50):
                points[str(t)] = float(theta)
        out[name] = points
    # Adam's first steps with β₂ = 0.999999: 1 − β₂ᵗ cancels in double precision.
    b1, b2 = m(0.9), m(0.999999)
    mean, v, theta, points = m(0), m(0), m(1), {}
    for t in range(1, 11):
        g = theta
        mean, v = b1 * mean + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        theta -= eta * (mean / (1 - b1 ** t)) / (mpmath.sqrt(v / (1 - b2 ** t)) + m(1e-8))
        points[str(t)] = float(theta)
    out["adamSlow"] = points
    return out


def write(name, value):
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    (HERE / name).write_text(text.replace("},{", "},\n{") + "\n", encoding="utf-8")
    print(name, len(text))


if __name__ == "__main__":
    write("oracle.json", oracle())
    write("clipping.json", clipping())
    write("schedules.json", schedules())
    write("trajectories.json", trajectories())
