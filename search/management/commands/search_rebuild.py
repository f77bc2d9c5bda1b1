from typing import Any

from django.core.management.base import BaseCommand

from search.actions import rebuild_index


class Command(BaseCommand):
    help = "清空检索索引，再按已公开的页面重新建立。"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"已建立索引：{rebuild_index()} 个页面。")
