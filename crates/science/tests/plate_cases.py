"""Reference values for the two falling plates of crates/science, by extrapolation with 40 decimal digits.

    python3 plate_cases.py > plate_cases.json

In chaos an error grows by a factor of 10^14 within 200 units of time, so that a double has no digit left there; these
numbers still have some twelve. The equations are those of Andersen, Pesavento and Wang (J. Fluid Mech. 541, 2005, 91-104,
4.4-4.9), written down here once more; the method (Gragg, Bulirsch, Stoer) is another than that of the Rust code. Made with
mpmath 1.4 and gmpy2 2.3.
"""

import json
import multiprocessing

from mpmath import cos, mp, mpf, sin, sqrt

mp.dps = 40
TOLERANCE = mpf(10) ** -29
GRID = mpf(1) / 8
START = [mpf("1e-3")] * 3
# inertia, angle, nudge, duration: decimal numbers, read as the nearest doubles like those that the Rust code gets.
QUARTER = 0.7853981633974483
CASES = [
    (2.2, QUARTER, 1e-6, 120.0),
    (2.2, QUARTER, 1e-7, 120.0),
    (2.2, QUARTER, 1e-8, 120.0),
    (2.2, QUARTER, 1e-6, 150.0),
    (2.2, QUARTER, 1e-6, 200.0),
    (2.2, QUARTER, 1e-8, 200.0),
    (2.2, 0.2, 1e-3, 120.0),
    (1.8, QUARTER, 1e-3, 140.0),
    (2.6, 1.2, 1e-5, 100.0),
    (2.4, 0.0, 0.05, 77.7),
    (0.5, 1.5707963267948966, 1e-6, 120.0),
    (0.8, QUARTER, 1e-6, 120.0),
    (1.1, QUARTER, 1e-8, 200.0),
    (1.4, QUARTER, 1e-6, 120.0),
    (1.5, QUARTER, 1e-6, 120.0),
    (3.0, QUARTER, 1e-6, 120.0),
    (4.0, 0.3, 1e-2, 33.3),
]


def slope(inertia, side, state):
    """How fast a state changes while the turning is to one side (1 or -1), where all terms are smooth."""
    u, v, w, angle, _, _ = state
    speed = sqrt(u * u + v * v)
    circulation = 2 / mp.pi * (mp.pi * w - mpf("1.2") * u * v / speed)
    drag = (mpf("1.4") - (u * u - v * v) / (u * u + v * v)) * speed / mp.pi
    torque = (mpf("0.2") + mpf("0.2") * side * w) * w
    sine, cosine = sin(angle), cos(angle)
    return [
        ((inertia + 1) * w * v - circulation * v - sine - drag * u) / inertia,
        (-inertia * w * u + circulation * u - cosine - drag * v) / (inertia + 1),
        (-u * v - torque) / ((inertia + mpf("0.5")) / 4),
        w,
        u * cosine - v * sine,
        u * sine + v * cosine,
    ]


def midpoint(rate, state, first, length, count):
    """Gragg's modified midpoint rule: `count` (even) substeps."""
    step = length / count
    before, now = state, [a + step * b for a, b in zip(state, first)]
    for _ in range(count - 1):
        before, now = now, [a + 2 * step * b for a, b in zip(before, rate(now))]
    return [(a + b + step * c) / 2 for a, b, c in zip(before, now, rate(now))]


def extrapolated(rate, state, length):
    """The state after `length`, or nothing if the extrapolation does not settle."""
    first, row = rate(state), []
    for column in range(1, 17):
        fresh = [midpoint(rate, state, first, length, 2 * column)]
        for back, old in enumerate(row, 1):
            factor = (mpf(column) / (column - back)) ** 2 - 1
            fresh.append([a + (a - b) / factor for a, b in zip(fresh[-1], old)])
        if row and max(abs(a - b) for a, b in zip(fresh[-1], row[-1])) < TOLERANCE:
            return fresh[-1]
        row = fresh
    return None


def side_of(inertia, state):
    turning = state[2] if state[2] != 0 else slope(inertia, 1, state)[2]
    return 1 if turning >= 0 else -1


def advance(inertia, state, length):
    """Goes on by `length`, in parts where necessary: no part crosses a moment at which the turning changes its side."""
    while length > 0:
        side, part = side_of(inertia, state), length
        rate = lambda state: slope(inertia, side, state)
        end = extrapolated(rate, state, part)
        while end is None:
            part /= 2
            end = extrapolated(rate, state, part)
        if end[2] * side < 0:
            # The moment of no turning, by secants that keep it between them.
            low, high, at_low, at_high = mpf(0), part, state[2], end[2]
            while abs(end[2]) > TOLERANCE:
                part = (low * at_high - high * at_low) / (at_high - at_low)
                end = extrapolated(rate, state, part)
                if end[2] * side < 0:
                    high, at_high, at_low = part, end[2], at_low / 2
                else:
                    low, at_low, at_high = part, end[2], at_high / 2
            end[2] = mpf(0)
        state, length = end, length - part
    return state


def distance(pair):
    return sqrt((pair[1][4] - pair[0][4]) ** 2 + (pair[1][5] - pair[0][5]) ** 2)


def difference(pair):
    return max(abs(pair[1][3] - pair[0][3]) / mpf("0.1"), distance(pair))


def case(release):
    inertia, angle, nudge, duration = map(mpf, release)
    # The second angle is the sum as a double: a rounding in it is no error of the integration.
    pair = [START + [mpf(a), mpf(0), mpf(0)] for a in (release[1], release[1] + release[2])]
    time, parting = mpf(0), None
    while time < duration:
        length = min(GRID, duration - time)
        after = [advance(inertia, state, length) for state in pair]
        if parting is None and difference(after) >= 1:
            low, high = mpf(0), length
            for _ in range(44):
                middle = (low + high) / 2
                if difference([advance(inertia, state, middle) for state in pair]) < 1:
                    low = middle
                else:
                    high = middle
            parting = time + high
        time, pair = time + length, after
    return {
        "release": release,
        "predictable_for": None if parting is None else float(parting),
        "separation": float(distance(pair)),
        "ends": [[float(value) for value in state] for state in pair],
    }


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        cases = pool.map(case, CASES, chunksize=1)
    print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
