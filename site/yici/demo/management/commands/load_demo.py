import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from yici.demo.accounts import load_accounts
from yici.demo.loading import load
from yici.demo.tally import Tally


class Command(BaseCommand):
    help = "装入示例内容（虚构的云溪县）。只补缺的，已有的和编辑改过的一律不动。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--with-users",
            action="store_true",
            help="同时建立一个管理员和两个部门编辑账号，随机密码只在这里显示一次。",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        tally = Tally()
        passwords: dict[str, str] = {}
        logging.disable(logging.INFO)  # Wagtail's line for each of some thousand saves
        try:
            with transaction.atomic():  # a crash leaves nothing half done
                departments = load(tally)
                if options["with_users"]:
                    passwords = load_accounts(departments, tally)
        finally:
            logging.disable(logging.NOTSET)
        for line in tally.lines():
            self.stdout.write(line)
        if not tally.written:
            self.stdout.write("示例内容都在，这次什么也没有写。")
        for name, password in passwords.items():
            self.stdout.write(f"账号 {name} 的密码：{password}（只显示这一次，请记下）")
