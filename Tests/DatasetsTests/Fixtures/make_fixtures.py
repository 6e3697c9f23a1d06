"""Writes features.json: the features that librosa computes for a short seeded sound, and five samples of FLAC.

Run with librosa and soundfile installed: python make_fixtures.py
"""

import json
import pathlib

import librosa
import numpy
import soundfile

folder = pathlib.Path(__file__).parent
random = numpy.random.default_rng(7)
time = numpy.arange(1200) / 8000
sound = 0.3 * numpy.sin(2 * numpy.pi * (300 + 900 * time) * time) + 0.05 * random.standard_normal(1200)
samples = (numpy.clip(sound, -1, 1) * 32767).round().astype(numpy.int16)
soundfile.write(folder / "tone.wav", samples, 8000, subtype="PCM_16")
soundfile.write(folder / "tone.flac", samples, 8000, subtype="PCM_16")
signal = samples.astype(numpy.float64) / 32768


def rows(matrix):
    """The values frame by frame, with seven digits."""
    return [float(f"{value:.7g}") for value in matrix.T.ravel()]


settings = dict(n_fft=256, hop_length=80, win_length=200, center=True, pad_mode="constant")
power = numpy.abs(librosa.stft(y=signal, window="hann", **settings)) ** 2
fixtures = {"samples": samples.tolist(), "power": rows(power)}
for name, htk, norm in (("slaney", False, "slaney"), ("htk", True, None)):
    mel = librosa.feature.melspectrogram(S=power, sr=8000, n_fft=256, n_mels=20, htk=htk, norm=norm, dtype=float)
    fixtures[f"mel-{name}"] = rows(mel)
    fixtures[f"decibels-{name}"] = rows(librosa.power_to_db(mel))
    fixtures[f"mfcc-{name}"] = rows(librosa.feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=13))
(folder / "features.json").write_text(json.dumps(fixtures, separators=(",", ":")) + "\n")
