"""Small changes of a piece of LaTeX that a writer could make by mistake."""
import re

NUMBER = re.compile(r"\d+(?:\{,\}\d{3})*(?:\.\d+)?")
SIGN = re.compile(r"[+-]")
FUNCTION = re.compile(r"\\(sin|cos)(?![a-z])")
RELATION = re.compile(r"\\leq?(?![a-z])|\\geq?(?![a-z])|[<>]")
SWAPPED = {"+": "-", "-": "+", r"\sin": r"\cos", r"\cos": r"\sin", "<": ">", ">": "<",
           r"\le": r"\ge", r"\ge": r"\le", r"\leq": r"\geq", r"\geq": r"\leq"}


def in_subscript(latex, position):
    """Whether the place is in an index, which is a name and not a number."""
    before = latex[:position].rstrip()
    if before.endswith("_"):
        return True
    depth = 0
    for place in range(position - 1, -1, -1):
        if latex[place] == "}":
            depth += 1
        elif latex[place] == "{":
            if depth == 0:
                return latex[:place].rstrip().endswith("_") or in_subscript(latex, place)
            depth -= 1
    return False


def changed_numbers(text):
    """The number with one of its leading three digits changed."""
    digits = [place for place, character in enumerate(text) if character.isdigit()]
    significant = [place for place in digits if int("0" + "".join(c for c in text[: place + 1] if c.isdigit()))] or digits
    for place in significant[:3]:
        for step in (1, -1, 2):
            digit = (int(text[place]) + step) % 10
            if len(significant) > 1 and place == significant[0] and digit == 0:
                continue
            yield text[:place] + str(digit) + text[place + 1:]


def mutations(latex, start, end, relation_only=False):
    """(start, end, new text) of every change between the two places of the LaTeX."""
    found = []
    for pattern in [RELATION] if relation_only else [NUMBER, SIGN, FUNCTION]:
        for match in pattern.finditer(latex, start, end):
            old = match.group(0)
            if in_subscript(latex, match.start()):
                continue
            if pattern is NUMBER:
                if re.search(r"\\[td]?frac\s*$", latex[: match.start()]) or latex[: match.start()].endswith("#"):
                    continue  # \frac12 is two numbers
                found += [(match.start(), match.end(), new) for new in changed_numbers(old)]
            else:
                found.append((match.start(), match.end(), SWAPPED[old]))
    return found
