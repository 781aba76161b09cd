"""Reads a trajectory file of Dynlab into NumPy arrays.

    java -jar target/dynlab.jar export "scene=hierarchy" --as json --out hierarchy.json
    python3 examples/trajectory.py hierarchy.json

Every array has the records as its first axis: run["weights"]["W1"][0] is the first matrix of edge W1.
"""

import json
import sys

import numpy as np


def arrays(value):
    """Lists of numbers become arrays; objects keep their names; everything else stays as it is."""
    if isinstance(value, dict):
        return {name: arrays(part) for name, part in value.items()}
    if isinstance(value, list):
        try:
            return np.array(value, dtype=float)
        except (TypeError, ValueError):
            return [arrays(part) for part in value]
    return value


def read(path):
    """A trajectory as a dictionary by the names of its fields."""
    with open(path, encoding="utf-8") as file:
        run = json.load(file)
    if run.get("format") != "dynlab-trajectory/1":
        raise ValueError(f"{path} is no trajectory file: its format is {run.get('format')!r}")
    return arrays(run)


def columns(run, context, output):
    """What an output says in a context at every record: records × units × samples."""
    return np.array([record[context][output] for record in run["outputs"]])


if __name__ == "__main__":
    run = read(sys.argv[1])
    print(run["experiment"], run.get("digest", ""))
    print("loss falls from", run["loss"][0], "to", run["loss"][-1], "by t =", run["time"][-1])
    for edge, weights in run.get("weights", {}).items():
        print(edge, "has", weights.shape[0], "records of", weights.shape[1], "x", weights.shape[2], "weights")
    theory = run.get("theory", {})
    if "loss" in theory:
        gap = np.max(np.abs(theory["loss"] - run["loss"])) / run["loss"][0]
        print("theory", theory["kind"], "is at most", gap, "of the first loss away")
