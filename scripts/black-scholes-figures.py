#!/usr/bin/env python3
"""Writes test/data/valuation/black-scholes.json: calls to 60 digits by mpmath, for the tests of BLACKSCHOLES.

Run by hand, with mpmath installed; the figures are checked in.
"""
import itertools
import json
import mpmath as mp

mp.mp.dps = 60


def call(s, k, t, v, r, q):
    s, k, t, v, r, q = (mp.mpf(x) for x in (s, k, t, v, r, q))
    received, paid, deviation = s * mp.exp(-q * t), k * mp.exp(-r * t), v * mp.sqrt(t)
    if deviation == 0:
        return max(mp.mpf(0), received - paid)
    d1 = (mp.log(s / k) + (r - q) * t) / deviation + deviation / 2
    cdf = lambda x: mp.erfc(-x / mp.sqrt(2)) / 2
    with mp.workdps(400):
        return received * cdf(d1) - paid * cdf(d1 - deviation)


cases = [(42, 40, 0.5, 0.2, 0.1, 0), (42, 40, 0.5, 0.2, 0.1, 0.03)]
cases += [
    (s, k, t, v, r, q)
    for (s, k), t, v, (r, q) in itertools.product(
        [(100, 100), (100, 101), (100, 150), (100, 400), (100, 25), (1.5, 6), (0.93, 3.01), (100, 100.0000001)],
        [1e-8, 0.01, 0.5, 6.25, 100],
        [1e-6, 0.01, 0.2, 0.85, 5],
        [(0, 0), (0.05, 0), (0.02, 0.04), (-0.01, 0.01)],
    )
]
rows = []
for case in cases:
    value = call(*case)
    if value > mp.mpf("1e-290"):
        rows.append([*case, mp.nstr(value, 20)])
json.dump(
    {
        "source": "mpmath %s, 60 digits; scripts/black-scholes-figures.py" % mp.__version__,
        "columns": ["stock", "exercise", "years", "volatility", "rate", "yield", "call"],
        "rows": rows,
    },
    open("test/data/valuation/black-scholes.json", "w"),
    indent=None,
)
print(len(rows))
