"""The car's body: its skin cut into panels, windows, lamps and openings.

Everything is worked on the right half (y ≥ 0) and mirrored at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import outlines
import shape
from cutting import band, groove, groove_within, split
from implicit import Array
from mesh import Mesh, both_sides, drawn_in, folded, join
from surface import polygonize

GAP = 0.0042  # between two panels, meters
HEM = 0.014  # how deep the edges of panels are folded inward
SEAL = 0.013  # the black surround of the side windows
FRIT = 0.028  # the black printed edge of bonded glass


@dataclass(frozen=True)
class Part:
    """One material's share of the car: a mesh of the right half or the whole, by name."""

    name: str
    material: str
    mesh: Mesh

    def whole(self) -> Part:
        """The part with its mirror image."""
        return replace(self, mesh=both_sides(self.mesh))


def build(step: float) -> list[Part]:
    """All parts cut from the skin; ``step`` is the grid's spacing in meters."""
    skin = polygonize(shape.skin, (-0.1, -3 * step, 0.1), (4.7, 1.0, 1.5), step)
    _, half = split(skin, skin.points[:, 1])
    _, shell = split(half, outlines.arches(half.points))
    shell, glazing = _glaze(shell)
    shell, lamps = _cut_lamps(shell)
    shell, openings = _cut_openings(shell)
    lower, shell = split(shell, shell.points[:, 2] - 0.236)
    lining = Part("lining", "trim", shell.sunk(0.026))
    skirt = Part("skirt", "plastic", lower)
    paint = Part("panels", "paint", folded(_cut_gaps(shell), HEM))
    return [part.whole() for part in (paint, skirt, lining, *glazing, *lamps, *openings)]


def _glaze(shell: Mesh) -> tuple[Mesh, list[Part]]:
    """Cut the windows with their black edges and the pillars between the side windows."""
    side, shell = split(shell, outlines.daylight(shell.points) - SEAL)
    panes, seal = split(side, outlines.daylight(side.points))
    front_post = np.abs(outlines.door_line(panes.points)) - 0.050
    post, panes = split(panes, front_post)
    rear_post = np.abs(panes.points[:, 0] - 3.36 + 0.25 * (panes.points[:, 2] - 1.0)) - 0.017
    divider, panes = split(panes, rear_post)
    screen, shell = split(shell, outlines.windshield_outline(shell.points))
    screen, frit = split(screen, outlines.windshield_outline(screen.points) + FRIT)
    back, shell = split(shell, outlines.rear_window_outline(shell.points))
    back, back_frit = split(back, outlines.rear_window_outline(back.points) + FRIT)
    cowl, shell = split(shell, outlines.cowl(shell.points))
    glass = join([panes.sunk(0.005), screen, back])
    gloss = join([folded(seal, 0.01), folded(post, 0.01), divider.sunk(0.003)])
    return shell, [
        Part("glass", "glass", glass),
        Part("window frames", "gloss black", gloss),
        Part("frit", "gloss black", join([frit, back_frit])),
        Part("cowl", "plastic", cowl.sunk(0.008)),
    ]


def _cut_lamps(shell: Mesh) -> tuple[Mesh, list[Part]]:
    """Cut the lamps: a clear lens each, a deep housing behind it, and a light guide."""
    head, shell = split(shell, _headlamp(shell))
    tail, shell = split(shell, _tail_lamp(shell))
    reflector, shell = split(shell, outlines.rear_outline(shell.points, outlines.REFLECTOR, 0.008))
    guide = band(head, _headlamp(head), -0.020, -0.009)
    glow = band(tail, _tail_lamp(tail), -0.026, -0.012)
    return shell, [
        Part("headlamp lenses", "lens", head.sunk(0.001)),
        Part("headlamp housings", "lamp dark", _recess(head, (0.065, -0.02, 0.0))),
        Part("light guides", "light guide", folded(guide.sunk(0.018), 0.012)),
        Part("tail lamp lenses", "red lens", tail.sunk(0.001)),
        Part("tail lamp housings", "lamp red", _recess(tail, (-0.045, -0.015, 0.0))),
        Part("tail light guides", "red guide", folded(glow.sunk(0.012), 0.012)),
        Part("reflectors", "red guide", reflector.sunk(0.002)),
    ]


def _headlamp(mesh: Mesh) -> Array:
    """Signed distance of the mesh's points to the headlamp's outline."""
    return outlines.front_outline(mesh.points, outlines.HEADLAMP, 0.012)


def _tail_lamp(mesh: Mesh) -> Array:
    """Signed distance of the mesh's points to the tail lamp's outline."""
    return outlines.rear_outline(mesh.points, outlines.TAIL_LAMP, 0.014)


def _recess(mouth: Mesh, offset: tuple[float, float, float]) -> Mesh:
    """The floor and the walls of a hollow whose mouth is the given piece of skin."""
    return join([mouth.moved(offset), drawn_in(mouth, offset)])


def _cut_openings(shell: Mesh) -> tuple[Mesh, list[Part]]:
    """Cut grille, air intakes, diffuser and the recess of the rear plate."""
    grille, shell = split(shell, outlines.face(shell.points, outlines.GRILLE, 0.018))
    intake, shell = split(shell, outlines.face(shell.points, outlines.INTAKE, 0.018))
    vent, shell = split(shell, outlines.front_outline(shell.points, outlines.SIDE_VENT, 0.02))
    diffuser, shell = split(shell, outlines.rear_outline(shell.points, outlines.DIFFUSER, 0.015))
    plate, shell = split(shell, outlines.stern(shell.points, outlines.PLATE_RECESS, 0.015))
    frame = band(grille, outlines.face(grille.points, outlines.GRILLE, 0.018), -0.012, 0.0)
    slats = [_slat(vent, z) for z in (0.325, 0.358, 0.391)]
    slats += [_slat(grille, z) for z in np.arange(0.520, 0.645, 0.0235)]
    slats += [_slat(intake, z) for z in np.arange(0.270, 0.375, 0.034)]
    hollows = [_recess(mouth, (0.055, 0.0, 0.0)) for mouth in (grille, intake)]
    hollows += [_recess(vent, (0.03, -0.012, 0.0))]
    return shell, [
        Part("openings", "dark", join(hollows)),
        Part("slats", "gloss black", join(slats)),
        Part("vent trim", "chrome", _vent_trim(vent)),
        Part("grille frame", "chrome", folded(frame.moved((-0.004, 0.0, 0.0)), 0.03)),
        Part("diffuser", "plastic", folded(diffuser.sunk(0.012), 0.01)),
        Part("plate recess", "paint", _recess(plate, (-0.022, 0.0, 0.0))),
    ]


def _slat(opening: Mesh, height: float) -> Mesh:
    """A horizontal bar across an opening, set back a little."""
    bar = band(opening, opening.points[:, 2] - height, -0.0035, 0.0035)
    return folded(bar.moved((0.016, 0.0, 0.0)), 0.022)


def _vent_trim(vent: Mesh) -> Mesh:
    """A bright strip along the upper edge of an air vent at the corner."""
    edge = band(vent, outlines.front_outline(vent.points, outlines.SIDE_VENT, 0.02), -0.011, 0.0)
    rise = 0.26 * (outlines.along_front(edge.points) - 0.66)
    _, upper = split(edge, edge.points[:, 2] - 0.365 - rise)
    return folded(upper, 0.02)


def _cut_gaps(shell: Mesh) -> Mesh:
    """Cut the lines between panels: doors, hood, hatch, bumpers and fuel flap."""
    shell = groove(shell, outlines.doors(shell.points), GAP)
    within_doors = outlines.doors(shell.points) < 0
    shell = groove_within(shell, outlines.door_line(shell.points), within_doors, GAP)
    shell = groove(shell, outlines.hood_edge(shell.points), GAP)
    shell = groove(shell, outlines.hatch_edge(shell.points), GAP)
    shell = groove(shell, outlines.fuel_flap(shell.points), 0.75 * GAP)
    shell = groove_within(shell, *outlines.front_seam(shell.points), GAP)
    return groove_within(shell, *outlines.rear_seam(shell.points), GAP)
