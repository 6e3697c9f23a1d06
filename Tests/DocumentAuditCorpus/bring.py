#!/usr/bin/env python3
"""bring.py CLONES DOCUMENTS [unseen]: copies the documents of references.tsv out of clones of their repositories, or
those of unseen-references.tsv.

CLONES holds a clone OWNER/NAME of each repository (a bare one too), or simply its files. Every document is compared
with its SHA-256; one that differs or is missing is reported and left out."""
import hashlib, os, subprocess, sys
import corpus

if len(sys.argv) not in (3, 4):
    raise SystemExit(__doc__)
clones, documents = sys.argv[1:3]
references = corpus.references("unseen-" if sys.argv[3:] == ["unseen"] else "")
os.makedirs(documents, exist_ok=True)
missing = 0
for reference in references:
    place = os.path.join(clones, *reference["repository"].split("/"))
    content = None
    if os.path.isdir(place):
        shown = subprocess.run(["git", "-C", place, "show", f"{reference['commit']}:{reference['path']}"], capture_output=True)
        content = shown.stdout if shown.returncode == 0 else None
    file = os.path.join(place, reference["path"])
    if content is None and os.path.exists(file):
        with open(file, "rb") as opened:
            content = opened.read()
    if content is None or hashlib.sha256(content).hexdigest() != reference["sha256"]:
        missing += 1
        print(f"{reference['document']}: not found in {place}, or not the same text", file=sys.stderr)
        continue
    with open(os.path.join(documents, corpus.file_name(reference)), "wb") as written:
        written.write(content)
print(f"{len(references) - missing} documents, {missing} missing")
raise SystemExit(1 if missing else 0)
