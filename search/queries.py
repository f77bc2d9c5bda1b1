"""From any string that a person may type to what engines look for; nothing here can fail."""

import re
from dataclasses import dataclass

from pages.base.doc_numbers import folded
from search.sections import LONGEST_QUERY
from search.tokens import SEPARATORS, bigrams, is_cjk, normalise, runs, tokenise

MOST_TERMS = 48
"""Terms of one question that engines are asked for; a pasted paragraph has more."""

# Words that carry the question, not its subject: they part phrases and are not looked for.
_QUESTION = re.compile(
    "请问|我想|怎么办理|怎么办|怎么样|怎么|怎样|咋办|咋样|咋|如何|哪些|哪里|哪儿|在哪|啥时候|啥|什么时候|为什么|什么"
    "|可不可以|可以|能不能|能否|是否|是不是|有没有|有无|需不需要|多少钱|多少|多久|几天|吗|呢"
)
# A bigram made of nothing but these says nothing either.
_FUNCTION = frozenset(
    "怎么哪些可以的是什如何吗呢有在和与了我你您它他需要能否多少为及或对吧啊请问到该应被把将并且而之其这那"
)
_OPEN, _CLOSE = r"[〔\[(【<〈《]", r"[〕\])】>〉》]"
_NUMBER = re.compile(
    rf"([\u4e00-\u9fa5]{{2,12}})\s*(?:{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}|((?:19|20)\d\d))"
    r"\s*第?\s*0*([1-9]\d{0,4})\s*号?(?!\d)"
)
_UNENCODABLE = re.compile("[\ud800-\udfff\x00]")


@dataclass(frozen=True)
class Phrase:
    """Neighbouring tokens. An open one ends in a single character that may begin a longer token."""

    tokens: tuple[str, ...]
    is_open: bool = False

    def is_in(self, field: str) -> bool:
        """Whether it occurs in stored tokens, which are separated by single blanks."""
        end = "" if self.is_open else " "
        return f" {' '.join(self.tokens)}{end}" in f" {field} "


@dataclass(frozen=True)
class Query:
    """`keys` match a title, code or 文号 exactly; all `units` make a strict match; `terms` a near one.

    A unit is a tuple of readings, of which one must occur. A term is a single token.
    """

    text: str = ""
    keys: tuple[str, ...] = ()
    units: tuple[tuple[Phrase, ...], ...] = ()
    terms: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(text: str) -> Query:
    """Read a question; what is longer than LONGEST_QUERY is cut off."""
    shown = " ".join(_UNENCODABLE.sub(" ", text[: LONGEST_QUERY * 2]).split())[:LONGEST_QUERY]
    plain = normalise(shown)
    numbers = list(_NUMBER.finditer(plain))
    rest = _NUMBER.sub(" ", plain)
    subject = _QUESTION.sub(" ", rest)
    if not numbers and not _words(subject):
        subject = rest
    keys = dict.fromkeys([exact_key(shown), *(exact_key(found[0]) for found in numbers)])
    return Query(
        text=shown,
        keys=tuple(filter(None, keys)),
        units=(*map(_number, numbers), *((_phrase(word),) for word in _words(subject))),
        terms=_terms(" ".join([*(found[0] for found in numbers), subject])),
    )


def exact_key(text: str) -> str:
    """The form under which titles, codes and 文号 are equal: 融政发〔2018〕26号 = 融政发201826."""
    return SEPARATORS.sub("", normalise(folded(text)))


def _words(text: str) -> list[str]:
    return [word for word in SEPARATORS.split(text) if word]


def _number(found: re.Match[str]) -> tuple[Phrase, ...]:
    agency, bracketed, bare, serial = found.groups()
    phrase = Phrase((*tokenise(agency), bracketed or bare, serial))
    return (phrase,) if bracketed else (_phrase("".join(_words(found[0]))), phrase)


def _phrase(word: str) -> Phrase:
    """A word as it is stored, less the token that only closes its last run."""
    tokens = tokenise(word)
    if len(tokens) > 1 and is_cjk(tokens[-1]) and is_cjk(tokens[-2]):
        tokens.pop()
    return Phrase(tuple(tokens), is_open=_is_open(tokens[-1]))


def _terms(plain: str) -> tuple[Phrase, ...]:
    """Single tokens; beside whole bigrams a lone character (年, 号) says too little."""
    tokens: dict[str, None] = {}
    for run, cjk in runs(plain):
        tokens |= dict.fromkeys(bigrams(run) if cjk else [run])
    content = [token for token in tokens if not _FUNCTION.issuperset(token)] or list(tokens)
    if any(len(token) > 1 and is_cjk(token) for token in content):
        content = [token for token in content if not _is_open(token)]
    return tuple(Phrase((token,), _is_open(token)) for token in content[:MOST_TERMS])


def _is_open(token: str) -> bool:
    return len(token) == 1 and is_cjk(token)
