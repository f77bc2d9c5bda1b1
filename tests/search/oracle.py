"""What should match, told from plain text by regular expressions: no tokens, no index."""

import re

HAN = "[\u4e00-\u9fff]"
RUN = re.compile(f"{HAN}+|[a-z0-9]+")


def plain(text: str) -> str:
    return text.replace("Ａ", "a").replace("３", "3").lower()


def holds(text: str, word: str) -> bool:
    """The runs of a word follow each other; a run of letters is whole, Han may go on."""
    body = "[^\u4e00-\u9fffa-z0-9]*".join(map(re.escape, RUN.findall(word)))
    left = "" if re.match(HAN, word) else "(?<![a-z0-9])"
    right = "" if re.search(f"{HAN}$", word) else "(?![a-z0-9])"
    return re.search(f"{left}{body}{right}", text) is not None


def pieces(words: list[str]) -> list[str]:
    """Every pair of neighbours in Han, every run of letters; lone Han only if there is no pair."""
    runs = [run for word in words for run in RUN.findall(word)]
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1) if re.match(HAN, run)]
    letters = [run for run in runs if not re.match(HAN, run)]
    return pairs + letters if pairs else runs


def matches(document: tuple[str, str, str], question: str) -> bool:
    fields = [plain(field) for field in document]
    words = re.findall(f"(?:{HAN}|[a-z0-9])+", plain(question))
    keys = {"".join(RUN.findall(name)) for name in (fields[0], *fields[1].split())}
    return "".join(words) in keys or any(
        all(any(holds(field, word) for field in fields) for word in asked)
        for asked in (words, pieces(words))
    )
