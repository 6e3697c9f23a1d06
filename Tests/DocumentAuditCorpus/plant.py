#!/usr/bin/env python3
"""plant.py GALLEY DOCUMENTS [--missed FILE]: plants each mistake of planted.tsv in a copy of its document and audits it.
plant.py --draw DOCUMENTS: draws planted.tsv again from sound.tsv by its seed."""
import argparse, collections, os, random, re, tempfile
import corpus, mutations

SEED, COUNT, LEAST = 21, 200, 20
COLUMNS = ["document", "line", "kind", "offset", "old", "new", "original", "changed"]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def span(text, latex, line):
    """The place of the LaTeX in the document that is nearest to the line; spaces do not count."""
    pieces = re.findall(r"\\[A-Za-z]+|\S", latex)
    places = [m.span() for m in re.finditer(r"\s*".join(map(re.escape, pieces)), text)]
    if not places:
        raise SystemExit(f"not found near line {line}: {latex}")
    return min(places, key=lambda place: abs(line_of(text, place[0]) - line))


def draw(folder):
    chance = random.Random(SEED)
    paths = dict(corpus.documents(folder))
    rejected = {(row["document"], row["offset"], row["new"]) for row in corpus.table("rejected.tsv")}
    kinds = collections.defaultdict(list)
    for row in corpus.table("sound.tsv"):
        text = read(paths[row["document"]])
        start, end = span(text, row["statement"], int(row["line"]))
        inner = [m.span() for m in re.finditer(
            r"\s*".join(map(re.escape, re.findall(r"\\[A-Za-z]+|\S", row["part"]))), text[start:end])][-1]
        options = mutations.mutations(text[:end], start + inner[0], start + inner[1], row["kind"] == "inequality")
        chance.shuffle(options)
        options = [o for o in options if (row["document"], str(o[0]), o[2]) not in rejected]
        if not options:
            continue
        a, b, new = options[0]
        kinds[row["kind"]].append({
            "document": row["document"], "line": line_of(text, a), "kind": row["kind"], "offset": a, "old": text[a:b],
            "new": new, "original": text[start:end], "changed": text[start:a] + new + text[b:end]})
    chosen, rest = [], []
    for kind in sorted(kinds):
        rows = kinds[kind]
        chance.shuffle(rows)
        chosen += rows[:LEAST]
        rest += rows[LEAST:]
    chance.shuffle(rest)
    chosen += rest[: COUNT - len(chosen)]
    chosen.sort(key=lambda row: (row["document"], row["offset"]))
    corpus.write_table("planted.tsv", COLUMNS, chosen)
    print(len(chosen), dict(collections.Counter(row["kind"] for row in chosen)))


def neighbourhood(text, offset):
    """The first and last line of the display that holds the place, or its own line twice."""
    line = line_of(text, offset)
    if text.count("$$", 0, offset) % 2 == 1:
        first, last = line_of(text, text.rfind("$$", 0, offset)), line_of(text, text.find("$$", offset))
        if last - first < 40:
            return first, last
    return line, line


def measure(galley, folder, missed, workers):
    paths = dict(corpus.documents(folder))
    rows = corpus.table("planted.tsv")
    used = sorted({row["document"] for row in rows})
    before = dict(zip(used, corpus.audits(galley, [paths[document] for document in used], workers)))
    with tempfile.TemporaryDirectory() as place:
        copies = []
        for number, row in enumerate(rows):
            text, offset = read(paths[row["document"]]), int(row["offset"])
            assert text[offset:].startswith(row["old"]), row
            copies.append(os.path.join(place, f"{number:03}.md"))
            with open(copies[-1], "w", encoding="utf-8", newline="") as file:
                file.write(text[:offset] + row["new"] + text[offset + len(row["old"]):])
        after = corpus.audits(galley, copies, workers)
    found, total, elsewhere, held, lines = collections.Counter(), collections.Counter(), 0, 0, []
    for row, (code, report) in zip(rows, after):
        total[row["kind"]] += 1
        first, last = neighbourhood(read(paths[row["document"]]), int(row["offset"]))
        old = before[row["document"]][1]
        if report is None:
            lines.append((row, f"exit {code}"))
            continue

        def accused(audit):
            return collections.Counter((line, corpus.squeeze(what)) for line, what, _ in corpus.accusations(audit or {"statements": [], "findings": []}))

        new, gone = accused(report) - accused(old), accused(old) - accused(report)
        here = sum(n for (line, _), n in new.items() if first <= line <= last)
        vanished = sum(n for (line, _), n in gone.items() if first <= line <= last)
        if here > vanished:
            found[row["kind"]] += 1
        else:
            other = sum(new.values()) - here > 0
            elsewhere += other
            held += (corpus.matching(report["statements"], int(row["line"]), row["changed"]) or {}).get("verdict") == "holds"
            verdicts = sorted({s["verdict"] for s in report["statements"] if corpus.squeeze(row["changed"]) in corpus.squeeze(s["latex"])
                               and first <= s["line"] <= last} or {s["verdict"] for s in report["statements"] if first <= s["line"] <= last})
            lines.append((row, ",".join(verdicts) + (", another place accused" if other else "")))
    print(f"found {sum(found.values())} of {len(rows)}; of those missed, said to hold: {held}, another place accused: {elsewhere}")
    for kind in sorted(total):
        print(f"  {kind}: {found[kind]} of {total[kind]}")
    if missed:
        with open(missed, "w", encoding="utf-8") as file:
            for row, why in lines:
                file.write("\t".join([row["document"], row["line"], row["kind"], why, row["original"], row["changed"]]) + "\n")


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--draw", action="store_true")
parser.add_argument("--missed", metavar="FILE")
parser.add_argument("--workers", type=int, default=2)
parser.add_argument("names", nargs="+")
options = parser.parse_args()
if options.draw:
    draw(options.names[0])
else:
    measure(options.names[0], options.names[1], options.missed, options.workers)
