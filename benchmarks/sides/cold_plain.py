"""Fill a template from pickled values by a plain script: MODULE TEMPLATE VALUES FILE."""

import pickle
import sys
from importlib import import_module
from pathlib import Path

module, template, values, file = sys.argv[1:]
fill = import_module(module).fill
Path(file).write_bytes(fill(Path(template), pickle.loads(Path(values).read_bytes())))
