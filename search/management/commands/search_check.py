import sys
from typing import Any

from django.core.management.base import BaseCommand

from search.actions import compare_index


class Command(BaseCommand):
    help = "核对检索索引与已公开的页面；有差异时退出码为 1。"

    def handle(self, *args: Any, **options: Any) -> None:
        found = compare_index()
        for label, page_ids in (
            ("缺少", found.missing),
            ("多余", found.surplus),
            ("过时", found.stale),
        ):
            if page_ids:
                self.stdout.write(
                    f"{label} {len(page_ids)} 个页面：{'、'.join(map(str, page_ids))}"
                )
        if not found.engine_agrees:
            self.stdout.write("引擎自身的索引与检索表不一致。")
        if found:
            self.stdout.write("请运行 search_rebuild。")
            sys.exit(1)
        self.stdout.write("索引与页面一致。")
