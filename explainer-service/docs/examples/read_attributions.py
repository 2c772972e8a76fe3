#!/usr/bin/env python3
"""Reads what the models of a running Limen rely on: read_attributions.py URL [--out FOLDER]

URL is that of the dashboard. Asks the aggregator for every model, prints its newest explanations, and keeps the pictures
of their attribution maps; the maps as numbers are on the topic `attributions`. Where the aggregator asks for a token, it
is taken from the environment, LIMEN_VIEWER_TOKEN. Needs nothing but Python.
"""
import argparse
import json
import os
import pathlib
import urllib.request

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("url")
parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("attributions"))
asked = parser.parse_args()


def get(path):
    """The bytes that the aggregator answers."""
    request = urllib.request.Request(asked.url.rstrip("/") + path)
    token = os.environ.get("LIMEN_VIEWER_TOKEN")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


asked.out.mkdir(parents=True, exist_ok=True)
for model in json.loads(get("/api/models")):
    print(model["id"])
    for explanation in model["newest"]:
        name = explanation["explanationId"]
        print("  " + json.dumps(explanation, ensure_ascii=False))
        if explanation["overlay"]:
            (asked.out / (name + ".png")).write_bytes(get(explanation["overlay"]))
