#!/usr/bin/env python3
"""Draws the maps of one case side by side: plot_maps.py EVALUATED [MODEL [CASE]] [--out maps.png]

EVALUATED is the folder that `limen evaluate` wrote. Without a model or a case, the first one is taken.
Needs numpy and matplotlib.
"""
import argparse
import json
import pathlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("evaluated", type=pathlib.Path)
parser.add_argument("model", nargs="?")
parser.add_argument("case", nargs="?")
parser.add_argument("--out", default="maps.png")
asked = parser.parse_args()

evaluation = json.loads((asked.evaluated / "evaluation.json").read_text(encoding="utf-8"))
pairs = [
    pair
    for pair in evaluation["pairs"]
    if pair["skipped"] is None and asked.model in (None, pair["model"]) and asked.case in (None, pair["case"])
]
if not pairs:
    parser.exit(2, "no such pair of model and case was evaluated\n")
pair = pairs[0]
methods = [method for method in pair["methods"] if method["map"]]
figure, panels = plt.subplots(1, len(methods), figsize=(2.2 * len(methods), 2.8), squeeze=False)
for panel, method in zip(panels[0], methods):
    relevance = np.load(asked.evaluated / method["map"])  # [rows, columns], NaN where a block touches the region
    # red supports, blue hinders; each method has a unit of its own, so each map has a scale of its own
    limit = np.nanmax(np.abs(relevance)) or 1
    one_sign = np.nanmin(relevance) >= 0 or np.nanmax(relevance) <= 0
    if one_sign:
        panel.imshow(relevance, cmap="Reds")
    else:
        panel.imshow(relevance, cmap="RdBu_r", vmin=-limit, vmax=limit)
    gain = method["metrics"].get("DELETION")
    panel.set_title(method["method"] + ("" if gain is None else f"\n{gain:.1f} Dice points"), fontsize=9)
    panel.axis("off")
figure.suptitle(f"{pair['model']}, {pair['case']}: maps, and their deletion gain over a random order", fontsize=10)
figure.tight_layout()
figure.savefig(asked.out, dpi=150)
print(asked.out)
