"""Shared by the scripts of this folder: the documents, the audit of one, and the tables beside this file."""
import concurrent.futures, hashlib, json, os, re, subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
# Findings about the form of the source, not about its mathematics.
NO_ACCUSATIONS = {"unreadable", "lost-delimiter", "nested-display", "escaped-underscore", "table-bar", "remark"}
SECONDS = 60  # beyond this an audit counts as hung


def squeeze(latex):
    """The LaTeX of a statement in the form for comparisons: without spaces, alignment, sizes of brackets and final punctuation."""
    latex = re.sub(r"\\(left|right|middle|displaystyle|quad|qquad|[,;:!])(?![a-zA-Z])", "", latex)
    return re.sub(r"\s+|&", "", latex).rstrip(".,;")


def table(name):
    """The rows of a tab-separated table as dictionaries; its first line names the columns."""
    with open(os.path.join(HERE, name), encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:] if line]


def write_table(name, columns, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(columns) + "\n")
        for row in rows:
            cells = [re.sub(r"\s+", " ", str(row[column])).strip() for column in columns]
            file.write("\t".join(cells) + "\n")


def references(prefix=""):
    return table(prefix + "references.tsv")


def file_name(reference):
    """The name of a document's copy; its ending tells the format."""
    ending = os.path.splitext(reference["path"])[1].lower()
    return reference["document"] + (ending if ending in (".tex", ".rst", ".ipynb", ".html", ".rmd") else ".md")


def documents(folder, prefix=""):
    """(name, path) of each document that is in the folder and is identical to the adjudicated one."""
    found = []
    for reference in references(prefix):
        path = os.path.join(folder, file_name(reference))
        if not os.path.exists(path):
            raise SystemExit(f"{path} is missing; bring the documents first (see README.md)")
        with open(path, "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != reference["sha256"]:
                raise SystemExit(f"{path} is not the document that was adjudicated")
        found.append((reference["document"], path))
    return found


def audit(galley, path):
    """(exit code, the audit or None). A crash or a hang has no audit."""
    try:
        run = subprocess.run([galley, "audit", "--json", path], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return 124, None
    try:
        return run.returncode, json.loads(run.stdout.decode("utf-8"))["documents"][0]
    except (ValueError, KeyError, IndexError):
        return run.returncode, None


def audits(galley, paths, workers=2):
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda path: audit(galley, path), paths))


def accusations(report):
    """(line, what, message) of everything that the audit calls wrong: each failing statement by its LaTeX, and each
    finding on a line without one by its kind. Unreadable formulas do not count."""
    found = []
    failing = set()
    for statement in report["statements"]:
        if statement["verdict"] == "fails":
            failing.add(statement["line"])
            found.append((statement["line"], statement["latex"], ""))
    for finding in report["findings"]:
        if finding["kind"] in NO_ACCUSATIONS or finding["line"] in failing:
            continue
        found.append((finding["line"], "finding: " + finding["kind"], finding["message"]))
    return found


class Adjudications:
    """The verdicts of a reader, found again by document, line and LaTeX."""

    def __init__(self, name="adjudications.tsv"):
        self.rows = {}
        for row in table(name):
            self.rows.setdefault((row["document"], squeeze(row["latex"])), []).append(row)

    def row(self, document, line, latex):
        """The verdict on this statement at this line, or on the same one a few lines away."""
        rows = self.rows.get((document, squeeze(latex)), [])
        exact = [row for row in rows if int(row["line"]) == line]
        close = exact or [row for row in rows if abs(int(row["line"]) - line) <= 5]
        return close[0] if len({row["verdict"] for row in close}) == 1 else None


def matching(statements, line, latex):
    """The statement of an audit that is the given one, or the shortest one near its line that contains it."""
    wanted = squeeze(latex)
    near = [s for s in statements if abs(s["line"] - line) <= 3]
    same = [s for s in near if squeeze(s["latex"]) == wanted]
    whole = [s for s in near if wanted in squeeze(s["latex"])]
    if not same and not whole:
        return chain(near, wanted)
    return min(same or whole, key=lambda s: (abs(s["line"] - line), len(s["latex"])), default=None)


def chain(near, wanted):
    """A label with several relations, such as a = b = c, as one statement: it holds if all of its steps hold, apart from
    a definition at its beginning, and fails if one of them fails."""
    parts = re.sub(r"\\(begin|end)\{(aligned|align\*?|array)\}(\{[a-z]*\})?|\\\\", "", wanted)
    steps = [s for s in near if re.sub(r"\\\\", "", squeeze(s["latex"])).lstrip("=") in parts]
    verdicts = [s["verdict"] for s in steps]
    if len(steps) < 2 or len(steps) < len(re.findall(r"=|\\equiv|\\approx", parts)):
        return None
    if "fails" in verdicts:
        return dict(steps[0], verdict="fails")
    decided = all(v == "holds" for v in verdicts[1:]) and verdicts[0] in ("holds", "definition")
    return dict(steps[0], verdict="holds" if decided else "undetermined")
