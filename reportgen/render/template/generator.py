"""How a template's code prints: what the environment made of a value is text, and is taken as it is."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class Generator(CodeGenerator):
    """Writes the code of templates whose environment prints every value itself.

    Jinja would escape what it gets from it, and make a text of it: it is one, and escaped.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")
