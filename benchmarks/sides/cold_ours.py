"""Make the first document of a data file: SOURCE FORMAT FILE."""

import datetime as dt
import sys
from pathlib import Path

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce

source, target, file = sys.argv[1:]
plan = make_plan(Path(source), Order(Shelf.usual(), dt.date(2019, 6, 1), (target,)))
Path(file).write_bytes(produce(plan.documents[0].paper, target).content)
