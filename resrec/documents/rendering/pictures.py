"""A drawing as a picture of dots, for programs that draw no SVG."""

import json

from resrec.documents.rendering.pdf import fonts

DOTS_AN_INCH = 200
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.drawing))), format: "svg", width: 16cm)"""


def as_picture(svg: str) -> bytes:
    """Give an SVG as a PNG, 16 cm wide."""
    from typst import Compiler

    compiler = Compiler(PAGE, font_paths=fonts())
    made = compiler.compile(format="png", ppi=DOTS_AN_INCH, sys_inputs={"drawing": json.dumps(svg)})
    assert isinstance(made, bytes)
    return made
