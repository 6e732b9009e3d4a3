"""How the cost of hostile pages grows: time for twice the text over time for the text.

    python benchmarks/hostile.py [--size 40000] [--only NAME ...]

Prints a Markdown table, the worst ratio first. Times are processor time, the least of several runs taken in
turn.
"""

from __future__ import annotations

import argparse
from time import process_time

import paperparse as pp
from paperparse.testing.hostile import FAMILIES


def cost(text: str) -> float:
    """Seconds to read a text."""
    start = process_time()
    pp.parse(text)
    return process_time() - start


def main() -> None:
    """Measure and print."""
    wants = argparse.ArgumentParser()
    wants.add_argument("--size", type=int, default=40_000)
    wants.add_argument("--runs", type=int, default=3)
    wants.add_argument("--only", nargs="*", default=list(FAMILIES))
    args = wants.parse_args()
    rows = []
    for name in args.only:
        short, long = FAMILIES[name](args.size), FAMILIES[name](2 * args.size)
        pp.parse(short[:2000])  # tables are read and patterns compiled when first needed
        pairs = [(cost(short), cost(long)) for _ in range(args.runs)]
        least, most = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
        print(name, most / least, file=__import__("sys").stderr, flush=True)
        rows.append((most / least, name, least / max(len(short), 1) * 1e6))
    print("| family | time for twice the text | µs a character |\n|---|---|---|")
    for ratio, name, each in sorted(rows, reverse=True):
        print(f"| {name} | {ratio:.2f} | {each:.2f} |", flush=True)


if __name__ == "__main__":
    main()
