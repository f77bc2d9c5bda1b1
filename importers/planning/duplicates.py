"""Records of one file that claim to be the same thing: nothing is lost, nothing wins by being last."""

from collections import defaultdict
from collections.abc import Sequence

from importers.models import RowStatus
from importers.planning.matching import Identity, Key
from importers.planning.plan import PlannedRow

MENTIONED = 5


def settle_duplicates(rows: Sequence[PlannedRow], identities: Sequence[Identity]) -> set[int]:
    """Mark repeated records; return the positions of those that share a code with another item.

    Word for word the same: the first stays, the others are ignored and say so. The same code with
    another name or body: two items. Everything the same but the content: a conflict for each.
    """
    by_key: dict[Key, list[int]] = defaultdict(list)
    for position, identity in enumerate(identities):
        if rows[position].status is RowStatus.NEW:
            by_key[identity.key].append(position)
    shared: set[int] = set()
    for positions in by_key.values():
        if len(positions) > 1:
            shared |= _settle(rows, identities, positions)
    return shared


def _settle(
    rows: Sequence[PlannedRow], identities: Sequence[Identity], positions: list[int]
) -> set[int]:
    items: dict[object, list[int]] = defaultdict(list)
    for position in positions:
        items[identities[position].full].append(position)
    for same in items.values():
        _settle_same(rows, same)
    if len(items) == 1:
        return set()
    if identities[positions[0]].guid:
        for position in positions:
            rows[position].conflict(
                "same_guid", f"{_others(rows, positions, position)}用了同一个记录标识。"
            )
        return set()
    for position in positions:
        if rows[position].status is RowStatus.NEW:
            others = _others(rows, positions, position)
            message = f"编码与{others}相同，名称或实施主体不同，按不同的事项处理，请核对编码。"
            rows[position].record.complain("shared_code", message, severity="warning")
    return set(positions)


def _settle_same(rows: Sequence[PlannedRow], positions: list[int]) -> None:
    first = rows[positions[0]].record
    if all(first.same_content(rows[position].record) for position in positions[1:]):
        for position in positions[1:]:
            rows[position].status = RowStatus.IGNORED
            message = f"与第 {first.row} 行完全相同，只导入一次。"
            rows[position].record.complain("repeated", message, severity="warning")
        return
    for position in positions:
        message = (
            f"与{_others(rows, positions, position)}是同一个事项，内容却不同，无法判断以哪一行为准；"
            "请只留一行，或填上各自的编码。"
        )
        rows[position].conflict("duplicate_key", message)


def _others(rows: Sequence[PlannedRow], positions: list[int], position: int) -> str:
    numbers = [str(rows[other].record.row) for other in positions if other != position]
    more = " 等" if len(numbers) > MENTIONED else ""
    return f"第 {'、'.join(numbers[:MENTIONED])}{more} 行"
