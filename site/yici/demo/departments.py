from pages.base.models import Department
from yici.demo.files import read
from yici.demo.tally import Tally

LABEL = "机构"


def load_departments(tally: Tally) -> dict[str, Department]:
    """Write the departments that are missing and return all of the demo's by their code."""
    by_code = {department.code: department for department in Department.objects.all()}
    by_name = {department.name: department for department in by_code.values()}
    departments: dict[str, Department] = {}
    for record in read("departments"):
        known = by_code.get(record["code"]) or by_name.get(record["name"])
        if known:
            tally.found(LABEL)
        else:
            short_names = "\n".join(record["short_names"])
            known = Department.objects.create(**record | {"short_names": short_names})
            tally.wrote(LABEL)
        departments[record["code"]] = known
    return departments
