from pages.base.models import Department
from yici.demo.consultations import load_consultations
from yici.demo.departments import load_departments
from yici.demo.files import read
from yici.demo.frame import load_settings
from yici.demo.guides import load_guides
from yici.demo.lists import load_lists
from yici.demo.policies import load_interpretations, load_policies
from yici.demo.tally import Tally
from yici.demo.tree import load_tree

# In the order in which one kind names another.
LOADERS = {
    "guide": load_guides,
    "policy": load_policies,
    "interpretation": load_interpretations,
    "list": load_lists,
    "consultation": load_consultations,
}


def load(tally: Tally) -> dict[str, Department]:
    """Write whatever of the demo is missing; a kind whose column was removed is left out."""
    content = read("site")
    departments = load_departments(tally)
    tree = load_tree(content, departments, tally)
    for kind, load_kind in LOADERS.items():
        if kind in tree.columns:
            load_kind(tree.columns[kind], departments, tally)
    load_settings(tree.site, content, tally)
    return departments
