"""What a line of code could wrongly say: all small changes of a C++ file, one at a time. Reads text alone; knows neither
compilers nor tests."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    path: str  # below the project
    kind: str
    begin: int  # in the file's text
    end: int
    new: str

    def applied(self, text):
        return text[: self.begin] + self.new + text[self.end :]

    def line(self, text):
        return text.count("\n", 0, self.begin) + 1

    def lines(self, text):
        """What stands there, and what would: the line in which the change begins, with that of its end."""
        begin = text.rfind("\n", 0, self.begin) + 1
        end = text.find("\n", self.end)
        end = len(text) if end < 0 else end
        flat = lambda part: " ".join(part.split())
        return flat(text[begin:end]), flat(text[begin : self.begin] + self.new + text[self.end : end])


TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "!=", "!=": "=="}
COMPARISON = re.compile(r"(?<= )(<=|>=|==|!=|<|>)(?=\s)")
NUMBER = re.compile(r"(?<![\w.'\[])(?<!e-)(\d[\d']*\.\d*f?|\d[\d']*f?)(?![\w.'])")
IF = re.compile(r"\bif (?:constexpr )?\(")
JOINT = re.compile(r"&&|\|\|")
RETURN = re.compile(r"\breturn (?=[^;])")
BOOL_FUNCTION = re.compile(r"^ *(?:static |inline |constexpr )*bool \w[\w:]*\(.*(?:\{|,|const|\))$", re.MULTILINE)
ANY_FUNCTION = re.compile(r"^ {0,2}(?:\w[\w:<>,&* ]*) [\w:&*]+\(.*$|^ *(?:const )?auto \w+ = \[.*$", re.MULTILINE)
ROW = re.compile(r'^ {4}\{"([\w -]+)", .*\},\n', re.MULTILINE)
OPENING, CLOSING = "([{", ")]}"


def masked(text):
    """The text without what is no code, and without what says how a loop runs: such a change is seen by everybody."""
    blank = lambda m: re.sub(r"[^\n]", "\0", m.group())
    text = re.sub(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)\'(?!\w)', blank, text)
    text = re.sub(r"^#[^\n]*|^(?:static_assert|template|using)\b[^;{]*", blank, text, flags=re.MULTILINE)
    out = list(text)
    for match in re.finditer(r"\bfor \(", text):
        for at in range(match.end(), closing(text, match.end())):
            if out[at] != "\n":
                out[at] = "\0"
    return "".join(out)


def closing(code, at):
    """Where the bracket closes that was opened before `at`."""
    depth = 1
    while at < len(code):
        depth += (code[at] in OPENING) - (code[at] in CLOSING)
        if depth == 0:
            return at
        at += 1
    return at


def numbers_near(word):
    """What a number could be instead: far less and far more, so that a test on each side of it sees that. Nothing else for
    0, where sums begin."""
    suffix = "f" if word.endswith("f") else ""
    plain = word.removesuffix("f").replace("'", "")
    if "." in plain:
        value = float(plain)
        return [f"{n!r}{suffix}" for n in (value / 2, value * 2) if value]
    value = int(plain)
    return [f"{n}{suffix}" for n in (value // 2, 2 * value) if value]


def operand(code, joint, step):
    """The span of what stands on one side of && or ||, as far as that binds."""
    ends = ("||", "&&") if joint.group() == "&&" else ("||",)
    at = joint.end() if step > 0 else joint.start() - 1
    begin, depth = at, 0
    while 0 <= at < len(code):
        c = code[at]
        inner, outer = (OPENING, CLOSING) if step > 0 else (CLOSING, OPENING)
        depth += c in inner
        if c in outer:
            if depth == 0:
                break
            depth -= 1
        if depth == 0:
            pair = code[at : at + 2] if step > 0 else code[at - 1 : at + 1]
            if pair in ends or c in ";,?" or (c == ":" and "::" not in code[max(at - 1, 0) : at + 2]):
                break
            if c == "=" and code[at - 1] not in "=<>!" and code[at + 1 : at + 2] != "=":
                break
            if step < 0 and code[max(at - 5, 0) : at + 1] == "return":
                break
        at += step
    span = (begin, at) if step > 0 else (at + 1, begin + 1)
    part = code[span[0] : span[1]]
    return span[0] + len(part) - len(part.lstrip()), span[1] - len(part) + len(part.rstrip())


def clauses(code):
    """Each part of a condition as if it were not there."""
    for joint in JOINT.finditer(code):
        if code[joint.end()] not in " \n" or code[joint.start() - 1] not in " \n":
            continue  # a reference to what may be moved
        for step in (-1, 1):
            begin, end = operand(code, joint, step)
            if begin < end:
                yield begin, end, "true" if joint.group() == "&&" else "false"


def returns(code):
    """What functions of type bool give, turned round."""
    starts = [(m.start(), bool(BOOL_FUNCTION.match(code, m.start()))) for m in ANY_FUNCTION.finditer(code)
              if not re.match(r" *(?:return|else|using|const|constexpr|if|for|while)\b(?! auto)", m.group())]  # fmt: skip
    for match in RETURN.finditer(code):
        begin, end = match.end(), statement_end(code, match.end())
        before = [is_bool for start, is_bool in starts if start < begin]
        value = code[begin:end]
        if value in ("true", "false"):
            yield begin, end, "false" if value == "true" else "true"
        elif before and before[-1]:
            yield begin, end, "!({})"


def statement_end(code, at):
    """Where the statement's semicolon is."""
    depth = 0
    while at < len(code) and (depth > 0 or code[at] != ";"):
        depth += (code[at] in OPENING) - (code[at] in CLOSING)
        at += 1
    return at


def mutants_of(path, text, inside=None):
    """All mutants of a file, or of the functions of it that are named. Rows of tables are in none."""
    code = masked(text)
    found = []
    add = lambda kind, begin, end, new: found.append(Mutant(path, kind, begin, end, new))
    for m in COMPARISON.finditer(code):
        add("comparison", m.start(1), m.end(1), TURNED[m.group(1)])
    for m in NUMBER.finditer(code):
        for near in numbers_near(m.group(1)):
            add("constant", m.start(1), m.end(1), near)
    for m in IF.finditer(code):
        end = closing(code, m.end())
        begin = max(code.rfind(";", m.end(), end) + 1, m.end())
        add("condition", begin, end, f" !({text[begin:end].strip()})")
    for begin, end, new in clauses(code):
        add("clause", begin, end, new)
    for begin, end, new in returns(code):
        add("return", begin, end, new.replace("{}", text[begin:end]))
    for m in ROW.finditer(text):
        add(f"row {m.group(1)}", m.start(), m.end(), "")
    found = sorted(dict.fromkeys(found), key=lambda m: (m.begin, m.end))
    if inside is None:
        return found
    spans = [(m.start(), text.find("\n}\n", m.start())) for name in inside
             for m in re.finditer(rf"^\w.*\b{name}\(", text, re.MULTILINE)]  # fmt: skip
    return [m for m in found if m.kind.startswith("row ") or any(begin <= m.begin < end for begin, end in spans)]
