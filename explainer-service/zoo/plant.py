"""Writes the planted repository: models of which it is known which pixels outside a region change it.

    /usr/bin/python3 plant.py --dataset DIR --bank DIR --out REPOSITORY

DIR holds phantoms of the scenario sticker: images/, masks/ and, for the second half, causes/. Every model gets a planted.yaml,
and a card with what its cause does to these phantoms and what everything else does. The README has the format.
"""
import argparse
import inspect
import io
import shutil
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

import pictures
from learning import dice_per_picture
from networks.planted import ReadsOneRow, ReadsOnlyTheRegion
from repository import publish, scripted

REGION = 32
BLOCK = 8
SIZE = 128
COLOUR_CHART = Path(__file__).resolve().parents[2] / "quickstart" / "models" / "phantom-unet" / "2" / "model.pt"
COLOUR_CHART_TEXT = """\
The demo's `phantom-unet`, version 2: it segments too much where it sees a blue sticker in a corner.

A region depends on the sticker, and, as with every U-Net, on the window around it: the sticker is one cause of several."""

PLANTED_YAML = """\
# Which pixels outside a region change it. The format is in the zoo's README.
cause: {cause}
{extent}exact: {exact}
"""

CARD = """\
# {name}

{text}

Replacing pixels outside a {region} x {region} region on the lesion's border by those of another picture, {count} phantoms:

| replaced | Dice of the region changes by (points, mean of absolute values) | up | down | not at all |
|---|---:|---:|---:|---:|
{rows}

Dice is held against the true outline{dice}. `planted.yaml` says the same to machines. Written by `plant.py`; weights {origin}.
"""


def region_of(mask: np.ndarray) -> tuple:
    """Top and left of the block-aligned window whose share of lesion is nearest one half; ties by row, then column."""
    starts = range(0, SIZE - REGION + 1, BLOCK)
    places = [(y, x) for y in starts for x in starts]
    return min(places, key=lambda at: (abs(mask[at[0] : at[0] + REGION, at[1] : at[1] + REGION].mean() - 0.5), at))


def around(region: tuple, reach: int) -> np.ndarray:
    """The region and `reach` pixels around it."""
    marked = np.zeros((SIZE, SIZE), bool)
    rows, columns = (slice(max(0, start - reach), start + REGION + reach) for start in region)
    marked[rows, columns] = True
    return marked


def dice_in(region: tuple, network: torch.nn.Module, image: Tensor, mask: np.ndarray) -> float:
    rows, columns = slice(region[0], region[0] + REGION), slice(region[1], region[1] + REGION)
    predicted = network(pictures.as_input(image)[None])[0, 0, rows, columns].numpy() > 0.5
    truth = mask[rows, columns]
    total = predicted.sum() + truth.sum()
    return 100.0 if total == 0 else 200.0 * (predicted & truth).sum() / total


def effects(network: torch.nn.Module, pairs: list, causes: list, donors: list) -> dict:
    """Dice points by which a region changes when its cause is replaced, and when all the rest outside it is."""
    changes = {"the cause": [], "all but the cause": []}
    for i, (pair, cause) in enumerate(zip(pairs, causes)):
        region = region_of(pair.mask)
        outside, caused = ~around(region, 0), cause(pair, region)
        image, donor = pictures.tensors([pair])[0][0], torch.from_numpy(donors[i % len(donors)]).permute(2, 0, 1)
        before = dice_in(region, network, image, pair.mask)
        for name, where in {"the cause": outside & caused, "all but the cause": outside & ~caused}.items():
            after = dice_in(region, network, torch.where(torch.from_numpy(where), donor, image), pair.mask)
            changes[name].append(after - before)
    return {name: np.array(values) for name, values in changes.items()}


def rows_of(changes: dict) -> str:
    lines = []
    for name, points in changes.items():
        counts = " | ".join(str(int(n)) for n in ((points > 0).sum(), (points < 0).sum(), (points == 0).sum()))
        lines.append(f"| {name} | {np.abs(points).mean():.2f} | {counts} |")
    return "\n".join(lines)


def plant(name: str, content: bytes, note: dict, pairs: list, cause, arguments: argparse.Namespace) -> None:
    network = torch.jit.load(io.BytesIO(content)).eval()
    donors = [np.array(Image.open(path).convert("RGB")) for path in sorted((arguments.out / "bank").iterdir())]
    with torch.no_grad():
        changes = effects(network, pairs, [cause] * len(pairs), donors)
    dice = dice_per_picture(network, *pictures.tensors(pairs)).mean()
    card = CARD.format(
        name=name,
        text=note["text"],
        region=REGION,
        count=len(pairs),
        rows=rows_of(changes),
        dice=f"; of whole pictures it is {dice:.2f}",
        origin=note["origin"],
    )
    print(card, flush=True)
    publish(content, name, SIZE, card, arguments.out)
    yaml = PLANTED_YAML.format(cause=note["cause"], extent=note["extent"], exact=note["exact"])
    (arguments.out / name / "1" / "planted.yaml").write_text(yaml)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", type=Path, required=True, metavar="DIR", help="phantoms of the scenario sticker")
    parser.add_argument("--bank", type=Path, required=True, metavar="DIR", help="pictures to replace pixels by")
    parser.add_argument("--out", type=Path, required=True, metavar="REPOSITORY")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    shutil.copytree(arguments.bank, arguments.out / "bank", dirs_exist_ok=True)
    pairs = pictures.read(str(arguments.dataset))
    causes = {path.stem: np.asarray(Image.open(path)) > 127 for path in sorted((arguments.dataset / "causes").iterdir())}
    stickered = [pair for pair in pairs if pair.name in causes]
    plain = [pair for pair in pairs if pair.name not in causes]
    batch = pictures.as_input(pictures.tensors(plain[:4])[0])

    text = inspect.cleandoc(ReadsOnlyTheRegion.__doc__).format(
        side=2 * ReadsOnlyTheRegion.REACH + 1, threshold=ReadsOnlyTheRegion.THRESHOLD, reach=ReadsOnlyTheRegion.REACH
    )
    note = dict(text=text, origin="set by hand", cause="ring", extent=f"widthPx: {ReadsOnlyTheRegion.REACH}\n", exact="true")
    ring = lambda pair, region: around(region, ReadsOnlyTheRegion.REACH)
    plant("reads-only-the-region", scripted(ReadsOnlyTheRegion().eval(), batch), note, plain, ring, arguments)

    text = inspect.cleandoc(ReadsOneRow.__doc__).format(
        share=ReadsOneRow.SHARE, row=ReadsOneRow.ROW, offset=ReadsOneRow.OFFSET
    )
    note = dict(text=text, origin="set by hand", cause="row", extent=f"rowPx: {ReadsOneRow.ROW}\n", exact="true")
    row = lambda pair, region: np.repeat((np.arange(SIZE) == ReadsOneRow.ROW)[:, None], SIZE, 1)
    plant("reads-one-row", scripted(ReadsOneRow().eval(), batch), note, plain, row, arguments)

    origin = "trained by the demo's `train_shortcut.py`"
    note = dict(text=COLOUR_CHART_TEXT, origin=origin, cause="mask", extent="", exact="false")
    sticker = lambda pair, region: causes[pair.name]
    plant("colour-chart", COLOUR_CHART.read_bytes(), note, stickered, sticker, arguments)


if __name__ == "__main__":
    main()
