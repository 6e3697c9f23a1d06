#!/usr/bin/env python3
"""draw.py GALLEY DOCUMENTS [--seed 20] [--count 300]: draws statements for a reader to label as decidable or not.

labels.tsv was drawn in this way, with the program from before the judge was rewritten, and labelled before that change."""
import argparse, random
import corpus

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("galley")
parser.add_argument("documents")
parser.add_argument("--seed", type=int, default=20)
parser.add_argument("--count", type=int, default=300)
options = parser.parse_args()

statements = []
named = corpus.documents(options.documents)
for (document, _), (_, report) in zip(named, corpus.audits(options.galley, [path for _, path in named])):
    statements += [(document, s["line"], s["latex"], s["verdict"]) for s in (report or {"statements": []})["statements"]]
for row in sorted(random.Random(options.seed).sample(statements, options.count)):
    print("\t".join(" ".join(str(cell).split()) for cell in row))
