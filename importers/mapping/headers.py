"""Score header texts against the names a field is known by."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from importers.converting.limits import unit_slug

EXACT = 1.0
SYNONYM = 0.97
JOINED = 0.95  # found only by joining the parent of a two-row header with its child
LEAST = 0.8

_BRACKETS = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_MARKS = re.compile(r"[\s*＊:：?？“”\"'、,，。·]+|\d+[.、)]\s*(?=[\u4e00-\u9fff])")
_LATIN = re.compile(r"[A-Za-z0-9_.\-]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Words that turn a header into another one: a fuzzy match must agree on all of them.
_TELLING = (
    *(
        "法定",
        "承诺",
        "咨询",
        "监督",
        "投诉",
        "编码",
        "代码",
        "编号",
        "单位",
        "说明",
        "依据",
        "原因",
    ),
    *(
        "名称",
        "类型",
        "份数",
        "原件",
        "复印件",
        "时间",
        "地点",
        "地址",
        "次数",
        "备注",
        "自然人",
        "法人",
    ),
    *(
        "电话",
        "网址",
        "移动",
        "计算机",
        "预约",
        "支付",
        "快递",
        "深度",
        "等级",
        "地方",
        "材料",
        "收费",
    ),
    *(
        "项目",
        "标准",
        "减免",
        "结果",
        "样本",
        "主体",
        "性质",
        "层级",
        "来源",
        "渠道",
        "必要",
        "规格",
    ),
    *(
        "日期",
        "状态",
        "版本",
        "流程",
        "条件",
        "对象",
        "范围",
        "形式",
        "方式",
        "时限",
        "主题",
        "问题",
        "解答",
    ),
)


@dataclass(frozen=True)
class Match:
    field: str | None
    score: float


class Dictionary:
    """Field names by the headers under which they occur."""

    def __init__(self, names: Mapping[str, tuple[str, Iterable[str]]]) -> None:
        self._exact: dict[str, Match] = {}
        for field, (label, synonyms) in names.items():
            for synonym in synonyms:
                self._exact.setdefault(fold(synonym), Match(field, SYNONYM))
            self._exact[fold(label)] = Match(field, EXACT)
            self._exact.setdefault(fold(field), Match(field, EXACT))
        self.match = lru_cache(maxsize=4096)(self._match)

    def score(self, header: str) -> float:
        """How surely this header names one of our fields; for finding the header row."""
        return self.match(header).score

    def _match(self, header: str) -> Match:
        found = max(self._readings(header), key=lambda match: match.score, default=Match(None, 0))
        return found if found.score >= LEAST else Match(None, round(found.score, 2))

    def _readings(self, header: str) -> Iterator[Match]:
        parent, _, child = header.rpartition("/")
        texts = [(child, EXACT)]
        if parent:
            above = parent.split("/")[-1]
            texts = [
                (above + child, JOINED),
                (child + above, JOINED),
                (child, EXACT),
                (header, EXACT),
            ]
        for text, weight in texts:
            for folded in {fold(text), fold(_BRACKETS.sub("", _normal(text)))} - {""}:
                match = self._exact.get(folded) or self._similar(folded)
                yield Match(match.field, round(match.score * weight, 2))

    def _similar(self, folded: str) -> Match:
        best = Match(None, 0.0)
        for name, match in self._exact.items():
            score = _likeness(folded, name) * match.score
            if score > best.score:
                best = Match(match.field, score)
        return best


def unit_of(header: str) -> str | None:
    """Return the unit that stands in brackets anywhere in the header: 时限（工作日）/法定."""
    for words in _BRACKETS.findall(_normal(header)):
        text = words.removeprefix("单位").strip(":：")
        if unit_slug(text) or text in {"日", "时"}:
            return str(text)
    return None


def fold(text: str) -> str:
    """Normalise a header: NFKC, no blanks, marks, 必填; Latin parts only when nothing else is there."""
    normal = _normal(text)
    bare = _MARKS.sub(
        "", re.sub(r"[(\[【〔](必填|选填|可选|盖章|示例)[)\]】〕]|必填项?", "", normal)
    )
    return _LATIN.sub("", bare).strip("/") if _CHINESE.search(bare) else bare.casefold()


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _likeness(one: str, other: str) -> float:
    """0 to 0.96; 0 when a telling word stands in only one of them."""
    if not _CHINESE.search(one) or abs(len(one) - len(other)) > max(len(one), len(other)) / 2:
        return 0.0
    if any((word in one) != (word in other) for word in _TELLING):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return min(matcher.ratio(), 0.96) if matcher.real_quick_ratio() >= LEAST else 0.0
