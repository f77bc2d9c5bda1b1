"""Places in the page tree for many new children at once, with treebeard's own arithmetic."""

from collections.abc import Iterator, Sequence

from treebeard.exceptions import PathOverflow
from treebeard.numconv import NumConv
from wagtail.models import Page


def next_paths(parent: Page, number: int) -> Iterator[str]:
    """Yield paths for `number` children after the last one; the parent's row must be locked."""
    numbers = NumConv(Page.alphabet)
    last = parent.get_last_child()
    first = numbers.str2int(last.path[-Page.steplen :]) + 1 if last else 1
    for step in range(first, first + number):
        key = numbers.int2str(step)
        if len(key) > Page.steplen:
            raise PathOverflow(f"栏目“{parent.title}”下的页面太多，放不下了。")
        yield parent.path + key.rjust(Page.steplen, Page.alphabet[0])


def free_slugs(parent: Page, wanted: Sequence[str]) -> list[str]:
    """Return a slug for each wanted one, numbered where brothers and sisters have it already."""
    taken = set(_taken(parent, set(wanted)))
    slugs = []
    for slug in wanted:
        candidate, number = slug, 2
        while candidate in taken:
            candidate = f"{slug}-{number}"
            number += 1
        taken.add(candidate)
        slugs.append(candidate)
    return slugs


def _taken(parent: Page, wanted: set[str]) -> Iterator[str]:
    """Slugs below the parent that equal a wanted one or continue it with a number."""
    prefixes = {slug[:8] for slug in wanted}
    children = Page.objects.child_of(parent).values_list("slug", flat=True)
    return (slug for slug in children.iterator(2000) if slug[:8] in prefixes)
