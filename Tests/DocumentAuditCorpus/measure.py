#!/usr/bin/env python3
"""measure.py GALLEY DOCUMENTS [--new FILE] [--json FILE]: audits the corpus and compares with the adjudications."""
import argparse, collections, json
import corpus

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("galley", help="the program that is measured")
parser.add_argument("documents", help="the folder of the documents")
parser.add_argument("--new", metavar="FILE", help="write the accusations that nobody has adjudicated yet")
parser.add_argument("--false", metavar="FILE", help="write the false accusations")
parser.add_argument("--json", metavar="FILE", help="write all figures")
parser.add_argument("--unseen", action="store_true", help="measure the documents of unseen-references.tsv")
parser.add_argument("--workers", type=int, default=2)
options = parser.parse_args()

prefix = "unseen-" if options.unseen else ""
judged = corpus.Adjudications(prefix + "adjudications.tsv")
unreadable = {(row["document"], int(row["line"])): row["verdict"] for row in corpus.table("unreadable.tsv")}
named = corpus.documents(options.documents, prefix)
figures = collections.Counter()
reasons = collections.Counter()
verdicts = collections.Counter()
new, false, crashes, unread = [], [], [], []
accused_falsely = set()
statements = {}

for (document, path), (code, report) in zip(named, corpus.audits(options.galley, [p for _, p in named], options.workers)):
    if report is None:
        crashes.append((document, code))
        continue
    statements[document] = report["statements"]
    for statement in report["statements"]:
        verdicts[statement["verdict"]] += 1
    for line, latex, message in corpus.accusations(report):
        row = judged.row(document, line, latex)
        verdict = row["verdict"] if row else "unknown"
        figures[verdict] += 1
        if verdict == "unknown":
            new.append((document, line, latex, message))
        elif verdict == "false":
            accused_falsely.add(document)
            reasons[row["reason"]] += 1
            false.append((document, line, latex, row["reason"]))
    for finding in report["findings"]:
        if finding["kind"] != "unreadable":
            continue
        verdict = unreadable.get((document, finding["line"]), "unknown")
        figures["unreadable finding " + verdict] += 1
        if verdict == "unknown":
            unread.append((document, finding["line"], "", finding["message"]))

# The statements drawn by seed and labelled beforehand.
labels = collections.Counter()
wrongly = []
for row in [] if options.unseen else corpus.table("labels.tsv"):
    statement = corpus.matching(statements.get(row["document"], []), int(row["line"]), row["latex"])
    verdict = statement and statement["verdict"]
    if row["decidable"] != "yes":
        labels["not decidable"] += 1
        if verdict == "fails":
            labels["not decidable, accused"] += 1
        continue
    labels["decidable"] += 1
    if verdict is None:
        labels["decidable, no longer listed"] += 1
    elif verdict in ("holds", "fails"):
        right = (verdict == "holds") == (row["truth"] == "true")
        labels["decidable, decided " + ("rightly" if right else "wrongly")] += 1
        if not right:
            wrongly.append((row["document"], row["line"], row["latex"], verdict))
    else:
        labels["decidable, " + verdict] += 1

accused = figures["right"] + figures["false"] + figures["unknown"]
print(f"documents {len(named)}, crashes or hangs {len(crashes)}" + "".join(f"\n  {d}: exit {c}" for d, c in crashes))
print("statements " + ", ".join(f"{v} {n}" for v, n in sorted(verdicts.items())))
print(f"accusations {accused}: right {figures['right']}, false {figures['false']}, unknown {figures['unknown']}")
print(f"documents with a false accusation {len(accused_falsely)}")
for reason, count in reasons.most_common():
    print(f"  {count:4} {reason}")
print("unreadable findings: " + ", ".join(f"{v} {figures['unreadable finding ' + v]}" for v in ("malformed", "well-formed", "unknown")))
print("labelled statements: " + ", ".join(f"{k} {n}" for k, n in sorted(labels.items())))
for row in wrongly:
    print("  decided wrongly: " + " | ".join(map(str, row)))
if options.new:
    with open(options.new, "w", encoding="utf-8") as file:
        for row in new + [r[:3] + ("unreadable: " + r[3],) for r in unread]:
            file.write("\t".join(" ".join(str(cell).split()) for cell in row) + "\n")
if getattr(options, "false"):
    with open(getattr(options, "false"), "w", encoding="utf-8") as file:
        for row in false:
            file.write("\t".join(" ".join(str(cell).split()) for cell in row) + "\n")
if options.json:
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump({"verdicts": verdicts, "figures": figures, "labels": labels, "crashes": crashes}, file, indent=1)
