"""Reference values for the trends of crates/science, by numpy, scipy and statsmodels.

    python3 trend_cases.py FOLDER > trend_cases.json

FOLDER is public/data. The points are written beside the values, so that the tests need no tables. Made with numpy 2.4, scipy 1.17, statsmodels 0.15; nothing here is shared with the Rust code.
"""

import csv
import json
import math
import sys

import numpy as np
import statsmodels.api as sm
from scipy import stats

LEVELS = [0.5, 0.8, 0.95, 0.999]


def table(name):
    with open(f"{sys.argv[1]}/{name}.csv", newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def price_performance(rows, segment=None):
    """FP32 FLOP/s per dollar, in the order of date and then name."""
    cards = sorted((r["date"], r["name"], r) for r in rows if segment in (None, r["segment"]))
    return [(decimal_year(date), float(r["fp32_flop_per_s"]) / float(r["release_price_usd"])) for date, _, r in cards]


def decimal_year(date):
    year, month, day = map(int, date.split("-"))
    return year + (month - 1) / 12 + (day - 1) / 365


def points(rows, first=-math.inf, last=math.inf):
    """(year, value) pairs as (year, log10 value), of the years first <= year <= last."""
    return [(x, math.log10(y)) for x, y in rows if first <= x <= last]


def tables():
    transistors = [(float(r["year"]), float(r["transistors"])) for r in table("transistors")]
    lists = [(float(r["year"]), float(r["flop_per_s"])) for r in table("supercomputers")]
    training = [(decimal_year(r["date"]), float(r["training_compute_flop"])) for r in table("training-compute")]
    machines = [(float(r["year"]), float(r["instructions_per_s"]) / float(r["price_usd_1997"])) for r in table("machines")]
    cards = list(table("gpu-prices"))
    consumer = price_performance(cards, "consumer")
    return {
        "transistors": points(transistors),
        "supercomputers since 1993": points(lists, first=1993),
        "training compute since 2010": points(training, first=2010),
        "training compute": points(training),
        "machines 1940 to 1998": points(machines, 1940, 1998),
        "machines": points(machines),
        "consumer cards": points(consumer),
        "consumer cards since 2010": points(consumer, first=2010),
        "professional cards": points(price_performance(cards, "professional")),
        "all cards": points(price_performance(cards)),
        "all cards since 2010": points(price_performance(cards), first=2010),
    }


def odd():
    rng = np.random.default_rng(12)
    noisy = [(1990 + 0.25 * i, float(v)) for i, v in enumerate(rng.normal(0, 1, 40))]
    return {
        "three points": [(2000.0, 1.0), (2001.0, 3.0), (2003.0, 2.0)],
        "no trend": noisy,
        "falling": [(x, 0.3 * y - 0.5 * (x - 1990)) for x, y in noisy],
        "two dates": [(2000.0, 1.0), (2000.0, 1.5), (2001.0, 2.0), (2001.0, 1.25), (2001.0, 3.0)],
        "many ties": [(2000.0 + i // 3, float((i * 7) % 4)) for i in range(20)],
        "out of order": [(2005.0, 2.5), (1999.0, 0.25), (2002.0, 1.75), (1999.0, 0.5), (2010.0, 3.0)],
        "far from the origin": [(1e6 + i, 100 + 0.1 * i + 0.01 * (-1) ** i) for i in range(12)],
        "one far off": [(2000.0 + i, 0.2 * i + (30 if i == 9 else 0.01 * (i % 3))) for i in range(10)],
    }


def least_squares(data):
    # statsmodels about the mean of x: the same model, and as exact as it can be.
    x, y = np.array(data).T
    middle = x.mean()
    fit = sm.OLS(y, sm.add_constant(x - middle)).fit()
    hac = newey_west(fit, len(x))
    plain = stats.linregress(x, y)
    assert math.isclose(plain.slope, fit.params[1], rel_tol=1e-8)
    assert math.isclose(plain.stderr, fit.bse[1], rel_tol=1e-8)
    at = [float(x.min()) - 3, float(np.median(x)), float(x.max()), float(x.max()) + 10]
    prediction = fit.get_prediction(sm.add_constant(np.array(at) - middle, has_constant="add"))
    levels = []
    for level in LEVELS:
        low, high = fit.conf_int(1 - level)[1]
        log2 = math.log10(2)
        frame = prediction.summary_frame(alpha=1 - level)
        levels.append(
            {
                "level": level,
                "slope": [low, high],
                "slope_hac": hac.conf_int(1 - level)[1].tolist(),
                "doubling": [log2 / high, log2 / low] if low * high > 0 else None,
                "band": frame[["mean_ci_lower", "mean_ci_upper"]].values.tolist(),
                "prediction": frame[["obs_ci_lower", "obs_ci_upper"]].values.tolist(),
            }
        )
    return {
        "slope": float(fit.params[1]),
        "intercept": float(fit.params[0] - fit.params[1] * middle),
        "slope_error": float(fit.bse[1]),
        "r_squared": float(fit.rsquared),
        "residual_deviation": math.sqrt(fit.mse_resid),
        "doubling_time": math.log10(2) / float(fit.params[1]),
        "tenfold_time": 1 / float(fit.params[1]),
        "factor_per_year": 10 ** float(fit.params[1]),
        "at": at,
        "line": prediction.predicted_mean.tolist(),
        "levels": levels,
    }


def newey_west(fit, n):
    """The same fit with Newey and West's covariance (Bartlett's weights), judged by Student's t."""
    lags = math.floor(4 * (n / 100) ** (2 / 9))
    return fit.get_robustcov_results(cov_type="HAC", maxlags=lags, use_correction=False, use_t=True)


def parabola(data):
    """Curvature is the second derivative, twice the coefficient of the square."""
    x, y = np.array(data).T
    if len(x) < 4 or len(set(x)) < 3:
        return None
    off = x - x.mean()
    fit = sm.OLS(y, np.column_stack([np.ones_like(off), off, off**2])).fit()
    hac = newey_west(fit, len(x))
    at = [float(off.min()), 0.0, float(off.max()) + 10]
    prediction = fit.get_prediction(np.column_stack([np.ones(3), at, np.square(at)])).summary_frame(alpha=0.05)
    return {
        "curvature": 2 * float(fit.params[2]),
        "interval": (2 * fit.conf_int(0.05)[2]).tolist(),
        "interval_hac": (2 * hac.conf_int(0.05)[2]).tolist(),
        "at": [float(x.mean()) + each for each in at],
        "line": prediction["mean"].tolist(),
        "band": prediction[["mean_ci_lower", "mean_ci_upper"]].values.tolist(),
        "slopes": fit.t_test(np.column_stack([np.zeros(3), np.ones(3), 2 * np.array(at)])).conf_int(0.05).tolist(),
    }


def common_slope(first):
    """Years to double where consumer and professional cards share a slope, each with a level of its own."""
    cards = [r for r in table("gpu-prices") if decimal_year(r["date"]) >= first]
    groups = [points(price_performance(cards, segment)) for segment in ("consumer", "professional")]
    x, y = np.array(sum(groups, [])).T
    level = np.repeat([0.0, 1.0], [len(group) for group in groups])
    fit = sm.OLS(y, np.column_stack([np.ones_like(x), x - x.mean(), level])).fit()
    return {"groups": groups, "slope": float(fit.params[1]), "offset": float(fit.params[2])}


def theil_sen(data):
    x, y = np.array(data).T
    slope, intercept, _, _ = stats.theilslopes(y, x)
    intervals = [[float(v) for v in stats.theilslopes(y, x, alpha=level)[2:]] for level in LEVELS]
    return {"slope": float(slope), "intercept": float(intercept), "intervals": intervals}


def records(data):
    """Places of the records, by asking of each point whether any other forbids it."""
    found = []
    for i, (x, y) in enumerate(data):
        beaten = any(
            (u < x and v >= y) or (u == x and v > y) or (u == x and v == y and j < i) for j, (u, v) in enumerate(data) if j != i
        )
        if not beaten:
            found.append(i)
    return found


def forecast_errors(forecasts, outcomes):
    difference = np.array(forecasts) - np.array(outcomes)
    return [float(difference.mean()), float(np.abs(difference).mean())]


def backtest(data, cut, horizon):
    known = [(x, y) for x, y in data if x <= cut]
    after = [(x, y) for x, y in data if cut < x <= cut + horizon]
    if len(known) < 3:
        return "too few known"
    if len({x for x, _ in known}) < 2:
        return "one date"
    if not after:
        return "no outcome"
    x, y = np.array(known).T
    u, v = np.array(after).T
    fit = stats.linregress(x - cut, y)
    forecast = fit.intercept + fit.slope * (u - cut)
    residual = y - fit.intercept - fit.slope * (x - cut)
    deviation = math.sqrt((residual**2).sum() / (len(x) - 2))
    width = deviation * np.sqrt(1 + 1 / len(x) + (u - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum())
    covered = [
        float((np.abs(v - forecast) <= stats.t.ppf(0.5 + level / 2, len(x) - 2) * width).mean()) for level in (0.8, 0.95)
    ]
    level = float(y[x == x.max()].mean())
    lately = [(a, b) for a, b in known if a > cut - 5]
    recent = None
    if len({a for a, _ in lately}) >= 2:
        a, b = np.array(lately).T
        line = np.polyfit(a - cut, b, 1)
        recent = forecast_errors(np.polyval(line, u - cut), v)
    return {
        "known": len(known),
        "outcomes": len(after),
        "trend": forecast_errors(forecast, v),
        "coverage": covered,
        "level": level,
        "constant": forecast_errors(np.full(len(v), level), v),
        "recent": recent,
    }


def backtests(data):
    """A cut every fourth year, off the dates themselves and on them, from before the first to after the last."""
    first, last = math.floor(min(x for x, _ in data)), math.ceil(max(x for x, _ in data))
    cuts = [float(year) for year in range(first - 1, last + 1, 4)] + [first + 0.37 * (last - first), sorted(data)[len(data) // 2][0]]
    return [{"cut": cut, "horizon": horizon, "test": backtest(data, cut, horizon)} for cut in cuts for horizon in (1, 10)]


def drivers(price_halving, spending_growth, algorithm_halving, years):
    decades = np.log10([2 ** (years / price_halving), spending_growth**years, 2 ** (years / algorithm_halving)])
    return {
        "given": [price_halving, spending_growth, algorithm_halving, years],
        "decades": decades.tolist(),
        "shares": (decades / decades.sum()).tolist(),
    }


def main():
    cases = [
        {
            "name": name,
            "points": data,
            "least_squares": least_squares(data),
            "parabola": parabola(data),
            "theil_sen": theil_sen(data),
            "records": records(data),
            "backtests": backtests(data),
        }
        for name, data in (tables() | odd()).items()
    ]
    causes = [drivers(2.5, 2.4, 8 / 12, 10), drivers(2, 0.9, 1, 3), drivers(0.5, 1, 30, 40), drivers(-4, 3, 1.5, 7)]
    json.dump({"cases": cases, "drivers": causes, "common_slope": [common_slope(0), common_slope(2010)]}, sys.stdout, separators=(",", ":"), allow_nan=False)
    print()


main()
