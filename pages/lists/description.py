from typing import TYPE_CHECKING

from pages.base.description import Description

if TYPE_CHECKING:
    from pages.lists.models import ListNoticePage


def describe_notice(notice: "ListNoticePage") -> Description:
    """Return what others may know of a notice; the names of its items can be found."""
    names = list(notice.rows.values_list("name", flat=True))
    return Description(
        kind=notice.kind,
        title=notice.title,
        keywords=f"{notice.get_list_type_display()} {notice.batch_label} {notice.basis_doc_number}",
        summary=notice.summary,
        body="\n".join([notice.body, notice.basis, *names]),
        department_id=notice.publisher_id,
        topic_ids=tuple(topic.pk for topic in notice.topics.all()),
        published_at=notice.first_published_at,
        facts={
            "list_type": notice.get_list_type_display(),
            "batch": notice.batch_label,
            "rows": len(names),
        },
    )
