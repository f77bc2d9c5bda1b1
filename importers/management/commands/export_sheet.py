from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers.exporting.files import write_table
from importers.registry import import_kind, import_kinds
from pages.base.models import Department


class Command(BaseCommand):
    help = "把一类内容导出成可以再导入的表：export_sheet guides 事项.xlsx"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(import_kinds()), help="导出的种类")
        parser.add_argument("file", help="要写的 .xlsx 或 .csv 文件")
        parser.add_argument("--department", metavar="CODE", help="只导出这个机构（代号）的")
        parser.add_argument("--template", action="store_true", help="只写表头，不写内容")

    def handle(self, *args: Any, **options: Any) -> None:
        department = None
        if options["department"]:
            department = Department.objects.filter(code=options["department"]).first()
            if department is None:
                raise CommandError(f"没有代号为“{options['department']}”的机构。")
        kind = import_kind(options["kind"])
        table = kind.export(department, template=options["template"])
        try:
            write_table(table, Path(options["file"]))
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"已写入 {len(table.rows)} {kind.unit}：{options['file']}")
