"""The three published sheets, as editable text on loopback, with the ways they go wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

PROMPTS = """key,description,prompt_template,variables
angle_generation,one angle,"Photograph of this very car, seen: {{ANGLE_DESC}}.",ANGLE_DESC
colorization,one color,"Repaint the body in {{COLOR_NAME}}, nothing else.",COLOR_NAME
"""
ANGLES = """angle_key,angle_label,angle_desc,order,enabled
front_0,Front (0°),straight at the front,1,TRUE
front_3_4,Front three-quarter (45°),"front right, eye height",2,TRUE
side_90,Right side (90°),exact right profile,3,TRUE
rear_3_4,Rear three-quarter (135°),"rear right, eye height",4,TRUE
rear_180,Rear (180°),straight at the rear,5,TRUE
"""
COLORS = """color_key,color_label,prompt_value,enabled
red_metallic,Red Metallic,Red #C00000 (metallic),TRUE
blue_metallic,Blue Metallic,Blue #12419B (metallic),TRUE
black,Black,Black #0B0B0C (solid),TRUE
white_pearl,White Pearl,White #F4F3EE (pearlescent),TRUE
yellow,Yellow,Yellow #F2C200 (solid),TRUE
"""


@dataclass(slots=True)
class Sheets:
    """What the published addresses answer; ``redirects`` is how the real ones do it."""

    texts: dict[str, str] = field(
        default_factory=lambda: {"prompts": PROMPTS, "angles": ANGLES, "colors": COLORS}
    )
    redirects: bool = True
    html: bool = False
    status: int = 200
