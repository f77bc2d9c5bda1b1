"""What every engine promises, against an oracle that knows neither tokens nor indexes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pages.base.description import Description
from search.engines import ENGINES, get_engine
from search.engines.interface import Engine, Match
from search.facets import NO_FILTERS, Filters
from search.models import SearchDocument, SearchSection
from search.queries import parse
from search.ranking import rank
from search.writing import Entry, remove, write
from tests.factories import make_department
from tests.search.oracle import holds, matches, plain

pytestmark = [pytest.mark.django_db, pytest.mark.contract]

MOST = 100

# Few characters, none of them a function word, so that questions meet documents; signs, widths and control characters between.
CHARACTERS = st.sampled_from(
    [*"取水许准证补领", *"ab37", *' ，。（）《"*_%', "\n", "\x00", "😀", "Ａ", "３"]
)
TEXT = st.text(CHARACTERS, max_size=40)
DOCUMENTS = st.lists(st.tuples(TEXT.filter(str.strip), TEXT, TEXT), min_size=1, max_size=6)
QUESTION = st.text(CHARACTERS, min_size=1, max_size=8)
MANY = hypothesis_settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "sqlite" and connection.vendor != "sqlite":
        pytest.skip("此数据库没有 FTS5")
    made: Engine = ENGINES[request.param]()
    return made


def store(*documents: tuple[str, str, str], **fields: Any) -> None:
    """Make title, names and text the only documents, numbered from 1."""
    remove(list(SearchDocument.objects.values_list("page_id", flat=True)))
    write(
        [
            Entry(number, Description("guide", title, names, body=body, **fields))
            for number, (title, names, body) in enumerate(documents, 1)
        ]
    )


def found(engine: Engine, text: str, match: Match = Match.STRICT, **filters: str) -> set[int]:
    candidates = engine.candidates(parse(text), match, Filters(**filters), MOST)
    return {candidate.page_id for candidate in candidates}


@MANY
@given(documents=DOCUMENTS, question=QUESTION)
def test_strict_matches_are_those_of_the_oracle(
    engine: Engine, documents: list[tuple[str, str, str]], question: str
) -> None:
    if not parse(question):
        return
    store(*documents)

    expected = {
        number for number, document in enumerate(documents, 1) if matches(document, question)
    }
    assert found(engine, question) == expected
    assert engine.counts(parse(question), NO_FILTERS).total == len(expected)


@MANY
@given(documents=DOCUMENTS, question=QUESTION)
def test_near_matches_hold_at_least_one_piece(
    engine: Engine, documents: list[tuple[str, str, str]], question: str
) -> None:
    query = parse(question)
    if not query:
        return
    store(*documents)

    expected = {
        number
        for number, document in enumerate(documents, 1)
        if any(holds(plain(field), term.tokens[0]) for field in document for term in query.terms)
    }
    assert found(engine, question, Match.NEAR) == expected


@MANY
@given(documents=DOCUMENTS, question=QUESTION)
def test_frequencies_are_counted_sections(
    engine: Engine, documents: list[tuple[str, str, str]], question: str
) -> None:
    store(*documents)
    frequencies = engine.frequencies(parse(question).terms)

    assert frequencies.sections == SearchSection.objects.count()
    for term, number in frequencies.of_term.items():
        holding = [d for d in documents if any(holds(plain(f), term.tokens[0]) for f in d)]
        assert number == len(holding)


@MANY
@given(documents=DOCUMENTS, question=QUESTION)
def test_all_engines_lead_to_the_same_order(
    engine: Engine, documents: list[tuple[str, str, str]], question: str
) -> None:
    query = parse(question)
    if not query:
        return
    store(*documents)

    def order(asked: Engine) -> list[int]:
        candidates = asked.candidates(query, Match.NEAR, NO_FILTERS, MOST)
        hits = rank(query, candidates, asked.frequencies(query.terms))
        return [hit.document.page_id for hit in hits]

    assert order(engine) == order(ENGINES["substring"]())


def test_a_document_is_one_candidate_however_many_sections_match(engine: Engine) -> None:
    store(("取水", "", "取水许可。" * 500), ("补领", "", "取水许可。"))

    candidates = engine.candidates(parse("取水许可"), Match.STRICT, NO_FILTERS, MOST)

    assert sorted(candidate.page_id for candidate in candidates) == [1, 2]
    assert SearchSection.objects.filter(document_id=1).count() > 1


def test_words_that_lie_in_different_sections_are_no_strict_match(engine: Engine) -> None:
    store(("甲", "", "取水。" + "其他。" * 400 + "补领。"))

    assert found(engine, "取水 补领") == set()
    assert found(engine, "取水 补领", Match.NEAR) == {1}


def test_an_equal_key_is_the_first_candidate(engine: Engine) -> None:
    store(
        ("取水许可取水许可取水许可", "", "取水许可" * 90),
        ("取水许可", "", "其他"),
        ("取水许可延期", "", "取水许可"),
    )

    candidates = engine.candidates(parse("取水许可"), Match.STRICT, NO_FILTERS, 1)

    assert [candidate.page_id for candidate in candidates] == [2]


def test_filters_narrow_and_limits_hold(engine: Engine) -> None:
    police = make_department("云溪县公安局")
    store(*[(f"取水{number}", "", "") for number in range(5)], department_id=police.pk)
    write([Entry(6, Description("policy", "取水办法"))])

    assert found(engine, "取水", kind="policy") == {6}
    assert found(engine, "取水", department=police.code) == {1, 2, 3, 4, 5}
    assert found(engine, "取水", department="none") == set()
    assert found(engine, "取水", topic="none") == set()
    assert len(engine.candidates(parse("取水"), Match.STRICT, NO_FILTERS, 3)) == 3


def test_a_longer_list_begins_with_the_shorter_one(engine: Engine) -> None:
    store(*[("取水许可", "", "取水许可") for _number in range(30)])
    query = parse("取水许可")

    short = engine.candidates(query, Match.STRICT, NO_FILTERS, 10)

    assert engine.candidates(query, Match.STRICT, NO_FILTERS, 30)[:10] == short


def test_writing_again_replaces_and_removing_removes(engine: Engine) -> None:
    store(("取水许可", "别名", "旧的正文"))
    write([Entry(1, Description("guide", "补领证件", body="新的正文"))])

    assert found(engine, "取水许可") == found(engine, "旧的正文") == found(engine, "别名") == set()
    assert found(engine, "新的正文") == {1}
    remove([1, 404])
    assert found(engine, "新的正文", Match.NEAR) == set()
    assert engine.agrees()


def test_writing_the_same_again_writes_nothing(engine: Engine) -> None:
    entry = Entry(1, Description("guide", "取水许可"))

    assert [write([entry]), write([entry])] == [1, 0]


@pytest.mark.parametrize("change", ["insert", "update", "delete"])
def test_any_write_to_the_sections_reaches_the_index(engine: Engine, change: str) -> None:
    """The triggers of SQLite are still there after every migration."""
    store(("取水许可", "", ""))
    sections = SearchSection.objects.all()
    changes: dict[str, Callable[[], Any]] = {
        "insert": lambda: SearchSection.objects.create(id=10_001, document_id=1, body="补领 领"),
        "update": lambda: sections.update(body="补领 领"),
        "delete": sections.delete,
    }
    changes[change]()

    assert found(engine, "补领") == ({1} if change != "delete" else set())
    assert engine.agrees()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="只有 SQLite 另存全文表")
def test_an_index_that_lost_rows_is_noticed_and_made_anew() -> None:
    engine = get_engine()
    store(("取水许可", "", ""))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")

    assert found(engine, "取水许可") == set()
    assert not engine.agrees()
    engine.rebuild()
    assert found(engine, "取水许可") == {1}
    assert engine.agrees()
