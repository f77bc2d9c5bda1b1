from pages.base.models import Topic

TopicIndex = dict[tuple[str, str], Topic]


def topic_index() -> TopicIndex:
    """Return (audience, name) → topic in one query; a second-level subject is called 上级/下级."""
    index: TopicIndex = {}
    for topic in Topic.objects.select_related("parent"):
        name = f"{topic.parent.name}/{topic.name}" if topic.parent else topic.name
        index[topic.audience, name] = topic
    return index


def topics_of(index: TopicIndex, audience: str, names: list[str]) -> list[Topic]:
    """Return the topics of these names; a city that has changed its lists may lack some."""
    return [index[audience, name] for name in names if (audience, name) in index]
