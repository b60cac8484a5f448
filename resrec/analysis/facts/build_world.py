"""Draw the world once: `world.json` from the Natural Earth shapes of npm's `world-atlas`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python resrec/analysis/facts/build_world.py package/countries-50m.json

Needs Babel, which is there in development. Natural Earth is in the public domain. Each border is
simplified once, so that neighbours still meet; the projection is Equal Earth (Šavrič, Patterson
and Jenny 2018), for a shade stands for a share and areas must not mislead.
"""

import json
import math
import sys
from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path

from babel.core import get_global

WIDTH = 1000  # units of the drawing
LEAST_TRIANGLE = 1.1  # square units; a point that adds less is left out
LEAST_RING = 1.6  # square units; smaller islands of a country are left out
LEAST_SHAPE = 9.0  # square units; a smaller country is drawn as a circle
LEFT_OUT = {"Antarctica", "Siachen Glacier", "Ashmore and Cartier Is.", "Indian Ocean Ter."}
# Shapes without a code of their own in ISO 3166. How they are drawn says nothing of their status.
WITHOUT_CODE = {"Somaliland": "SO", "N. Cyprus": "CY", "Kosovo": "XK"}
# Territories that the source lacks, or holds within another country: longitude and latitude.
PLACES = {
    "BQ": (-68.3, 12.2),
    "CC": (96.8, -12.2),
    "CX": (105.6, -10.5),
    "GF": (-53.1, 4.0),
    "GI": (-5.35, 36.1),
    "GP": (-61.5, 16.2),
    "MQ": (-61.0, 14.6),
    "RE": (55.5, -21.1),
    "SJ": (16.0, 78.5),
    "TK": (-171.8, -9.2),
    "TV": (179.2, -8.5),
    "YT": (45.2, -12.8),
}
A = 1.340264, -0.081106, 0.000893, 0.003796
ROOT = math.sqrt(3)


def equal_earth(longitude, latitude):
    """Give x and y on a sphere of radius 1; y grows to the north."""
    t = math.asin(ROOT / 2 * math.sin(math.radians(latitude)))
    slope = A[0] + 3 * A[1] * t**2 + 7 * A[2] * t**6 + 9 * A[3] * t**8
    x = 2 * ROOT * math.radians(longitude) * math.cos(t) / (3 * slope)
    return x, t * (A[0] + A[1] * t**2 + A[2] * t**6 + A[3] * t**8)


EDGE = equal_earth(180, 0)[0]
TOP = equal_earth(0, 84)[1]
SCALE = WIDTH / 2 / EDGE


def drawn(longitude, latitude):
    x, y = equal_earth(longitude, latitude)
    return (x + EDGE) * SCALE, (TOP - y) * SCALE


def decoded(topology):
    """Give the arcs as lists of longitude and latitude, in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def triangle(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def unwrapped(points):
    """Let a line that crosses the antimeridian go on beyond 180 degrees."""
    out, turns = [], 0
    for longitude, latitude in points:
        if out and abs(longitude + turns - out[-1][0]) > 180:
            turns += 360 if out[-1][0] > longitude + turns else -360
        out.append((longitude + turns, latitude))
    return out


def beside(points, edge, sign):
    """Give the part of a closed line on one side of a meridian: its east for sign 1."""
    out = []
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        inside = [(x - edge) * sign >= 0 for x, _y in (a, b)]
        if inside[0]:
            out.append(a)
        if inside[0] != inside[1]:
            share = (edge - a[0]) / (b[0] - a[0])
            out.append((edge, a[1] + share * (b[1] - a[1])))
    return out


def cut(points):
    """Give the parts of a closed line between 180 degrees west and east, shifted into place."""
    line = unwrapped(points)
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in line]
        part = beside(beside(moved, -180, 1), 180, -1)
        if len(part) > 2:
            yield [drawn(*at) for at in part]


def simplified(degrees):
    """Leave out points that add least (Visvalingam and Whyatt); the ends stay."""
    last = len(degrees) - 1
    if last < 3:
        return degrees
    points = [drawn(*at) for at in unwrapped(degrees)]
    before, after = {i: i - 1 for i in range(1, last)}, {i: i + 1 for i in range(1, last)}
    areas = {i: triangle(*points[i - 1 : i + 2]) for i in range(1, last)}
    heap = [(area, i) for i, area in areas.items()]
    heapify(heap)
    left = len(areas)
    closed = degrees[0] == degrees[last]
    while heap and left > (2 if closed else 0):
        area, i = heappop(heap)
        if areas.get(i) != area:
            continue
        if area >= LEAST_TRIANGLE:
            break
        del areas[i]
        left -= 1
        low, high = before[i], after[i]
        for here in (low, high):
            if here in areas:
                if here == low:
                    after[here] = high
                else:
                    before[here] = low
                around = points[before[here]], points[here], points[after[here]]
                areas[here] = max(triangle(*around), area)
                heappush(heap, (areas[here], here))
    return [degrees[0], *(degrees[i] for i in sorted(areas)), degrees[last]]


def rings_of(geometry, arcs):
    """Give the closed lines of a geometry as lists of drawn points."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            yield from cut(points)


def area_of(ring):
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def path_of(rings):
    """Write rings as an SVG path of whole numbers, each point from the one before."""
    parts = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        kept = [points[0]]
        kept += [here for here in points[1:] if here != kept[-1]]
        if len(set(kept)) < 3:
            continue
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}".replace(" -", "-") for a, b in pairwise(kept)]
        parts.append(f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps).replace(' -', '-')}z")
    return "".join(parts)


def middle_of(ring):
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)


def code_of(geometry, aliases):
    name = geometry["properties"]["name"]
    return WITHOUT_CODE.get(name) or aliases[geometry["id"]][0]


def main(source):
    topology = json.loads(Path(source).read_text())
    exact = decoded(topology)
    arcs = [simplified(arc) for arc in exact]
    aliases = get_global("territory_aliases")
    rings, whole = defaultdict(list), defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["properties"]["name"] not in LEFT_OUT:
            code = code_of(geometry, aliases)
            rings[code] += rings_of(geometry, arcs)
            whole[code] += rings_of(geometry, exact)
    shapes, circles = {}, {code: [round(n) for n in drawn(*at)] for code, at in PLACES.items()}
    for code in sorted(rings):
        largest = max(whole[code], key=area_of)
        if sum(map(area_of, whole[code])) < LEAST_SHAPE:
            circles[code] = list(middle_of(largest))
        shape = path_of(ring for ring in rings[code] if area_of(ring) >= LEAST_RING)
        if shape:
            shapes[code] = shape
        else:
            circles[code] = list(middle_of(largest))
    height = round(drawn(0, -56)[1])
    world = {"width": WIDTH, "height": height, "shapes": shapes, "circles": circles}
    out = Path(__file__).with_name("world.json")
    out.write_text(json.dumps(world, separators=(",", ":"), sort_keys=True) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
