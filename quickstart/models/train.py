"""Trains the two demo segmenters on phantoms and writes the model repository beside this file.

    ./limen phantoms ...                       exports the pictures (README.md has the four commands)
    /usr/bin/python3 train.py --train DIR... --held-out DIR... [--only NAME] [--epochs N]

A DIR holds images/NAME.png and masks/NAME.png; DIR:N leaves out its first N pictures. Needs Debian's python3-torch, python3-numpy and python3-pil; running
Limen needs none of them. One thread; a few minutes per model.
"""
import argparse
import hashlib
import inspect
import time
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional as F

from networks import NETWORKS, fold_norms

HERE = Path(__file__).resolve().parent
VERSION = "1"
SIZE = 128
BATCH = 16
TRAINING_SEED = 7
RUNS_TO_TIME = 25
# The exported TorchScript must give what the network gave: float32 rounding apart, nothing may change.
EXPORT_TOLERANCE = 1e-5


def folder_and_start(argument: str) -> tuple:
    """Splits DIR:N into the folder and how many pictures to leave out: the steady half of a drift scenario, for instance."""
    folder, _, left_out = argument.partition(":")
    return Path(folder), int(left_out or 0)


def load(arguments: list) -> tuple:
    """All pictures as uint8 [n, 3, SIZE, SIZE] and their masks as bool [n, 1, SIZE, SIZE], in the order of their names."""
    images, masks = [], []
    for argument in arguments:
        folder, left_out = folder_and_start(argument)
        for path in sorted(Path(folder, "images").iterdir())[left_out:]:
            image = np.asarray(Image.open(path).convert("RGB"))
            mask = np.asarray(Image.open(Path(folder, "masks", path.stem + ".png")).convert("L")) > 127
            if image.shape != (SIZE, SIZE, 3) or mask.shape != (SIZE, SIZE):
                raise SystemExit(f"{path}: {image.shape} and {mask.shape}, not {SIZE}x{SIZE}")
            images.append(torch.from_numpy(image.copy()).permute(2, 0, 1))
            masks.append(torch.from_numpy(mask.copy())[None])
    return torch.stack(images), torch.stack(masks)


def augment(images: Tensor, masks: Tensor) -> tuple:
    """Flips and transposes a batch, and changes brightness and colour balance per picture."""
    for axis in (2, 3):
        if torch.rand(1) < 0.5:
            images, masks = images.flip(axis), masks.flip(axis)
    if torch.rand(1) < 0.5:
        images, masks = images.transpose(2, 3), masks.transpose(2, 3)
    brightness = 0.85 + 0.3 * torch.rand(len(images), 1, 1, 1)
    balance = 0.94 + 0.12 * torch.rand(len(images), 3, 1, 1)
    return (images * brightness * balance).clamp(0, 1), masks


def loss_of(probabilities: Tensor, masks: Tensor) -> Tensor:
    """Cross-entropy for the pixels plus one minus the soft Dice for the shape."""
    overlap = (probabilities * masks).sum((1, 2, 3))
    size = probabilities.sum((1, 2, 3)) + masks.sum((1, 2, 3))
    return F.binary_cross_entropy(probabilities, masks) + 1 - (2 * overlap / (size + 1)).mean()


def train(network: nn.Module, images: Tensor, masks: Tensor, epochs: int, rate: float = 4e-3) -> None:
    steps = len(images) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=epochs * steps)
    started = time.monotonic()
    network.train()
    for epoch in range(epochs):
        order = torch.randperm(len(images))
        total = 0.0
        for step in range(steps):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            batch, target = augment(images[chosen].float() / 255, masks[chosen].float())
            loss = loss_of(network(batch), target)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"  epoch {epoch + 1}/{epochs}  loss {total / steps:.3f}  {time.monotonic() - started:.0f} s", flush=True)


def dice_per_image(network: nn.Module, images: Tensor, masks: Tensor) -> np.ndarray:
    """Dice of the thresholded output against the mask, one value per picture."""
    scores = []
    with torch.no_grad():
        for start in range(0, len(images), BATCH):
            predicted = network(images[start : start + BATCH].float() / 255) > 0.5
            truth = masks[start : start + BATCH]
            overlap = (predicted & truth).sum((1, 2, 3))
            scores.append(2 * overlap / (predicted.sum((1, 2, 3)) + truth.sum((1, 2, 3))))
    return torch.cat(scores).numpy()


def drop_debug_records(path: Path) -> None:
    """Rewrites the archive without its debug records: they name folders of the machine that trained it."""
    with zipfile.ZipFile(path) as archive:
        records = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in records:
            if not name.endswith(".debug_pkl"):
                # A fixed date: the same weights give the same file and the same SHA-256.
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)


def export(network: nn.Module, path: Path, images: Tensor) -> None:
    """Writes TorchScript with its named submodules, loads it again and compares."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.jit.script(network).save(str(path))
    drop_debug_records(path)
    batch = images[:BATCH].float() / 255
    with torch.no_grad():
        difference = (torch.jit.load(str(path))(batch) - network(batch)).abs().max().item()
    if not difference <= EXPORT_TOLERANCE:
        raise SystemExit(f"{path}: differs from the network by {difference}")


def milliseconds_per_image(path: Path, images: Tensor) -> float:
    """CPU time of the fastest of some runs of one batch, on this thread: other work on the machine counts little."""
    network = torch.jit.load(str(path))
    batch = images[:BATCH].float() / 255
    seconds = []
    with torch.no_grad():
        for _ in range(RUNS_TO_TIME):
            started = time.process_time()
            network(batch)
            seconds.append(time.process_time() - started)
    return 1000 * min(seconds) / len(batch)


MODEL_YAML = """\
name: {name}
version: "{version}"
sha256: {sha256}
input:
  height: {size}
  width: {size}
  channels: 3
  mean: [0.0, 0.0, 0.0]
  std: [1.0, 1.0, 1.0]
output: probabilities
classes: 1
targetClass: 0
threshold: 0.5
bank: ../../bank
"""

CARD = """\
# {name}, version {version}

{description}

| | |
|---|---|
| Input | RGB in [0, 1], float32, [batch, 3, {size}, {size}] |
| Output | lesion probability in [0, 1], [batch, 1, {size}, {size}] |
| Parameters | {parameters:,} |
| File | {bytes:,} bytes of TorchScript, submodules named, not frozen |
| Training | {trained} phantoms, {epochs} epochs, seed {seed}, one thread |
{rows}
| Speed | {milliseconds:.1f} ms of CPU time per picture in a batch of {batch} on one core, with Debian's PyTorch |

Dice is the mean over pictures that were not trained on, with the standard deviation and the 5th percentile over pictures.

**Limits.** Trained on phantoms alone: generated pictures that look like dermoscopy. It has never seen a patient, and is
not for clinical use. It is here to have something to explain.

`{script}` in the folder above writes this page, `model.yaml` and `model.pt`; the seeds of the phantoms are in the README there.
"""


def dice_row(argument: str, scores: np.ndarray) -> str:
    return (
        f"| Dice, {folder_and_start(argument)[0].name} | {scores.mean():.3f} (n = {len(scores)}, "
        f"sd {scores.std(ddof=1):.3f}, p5 {np.percentile(scores, 5):.3f}) |"
    )


def publish(network: nn.Module, name: str, version: str, images: Tensor, facts: dict) -> None:
    """Writes model.pt, model.yaml and the card. facts: description, epochs, and held_out, a dict of DIR to scores."""
    folder = HERE / name / version
    export(network, folder / "model.pt", images)
    rows = [dice_row(held_out, scores) for held_out, scores in facts["held_out"].items()]
    print("  " + "\n  ".join(rows), flush=True)
    content = (folder / "model.pt").read_bytes()
    identity = dict(name=name, version=version, size=SIZE, sha256=hashlib.sha256(content).hexdigest())
    (folder / "model.yaml").write_text(MODEL_YAML.format(**identity))
    card = CARD.format(
        **identity,
        description=facts["description"],
        parameters=sum(parameter.numel() for parameter in network.parameters()),
        bytes=len(content),
        trained=len(images),
        epochs=facts["epochs"],
        seed=TRAINING_SEED,
        rows="\n".join(rows),
        milliseconds=milliseconds_per_image(folder / "model.pt", images),
        batch=BATCH,
        script=facts["script"],
    )
    (folder / "README.md").write_text(card)


def produce(name: str, arguments: argparse.Namespace) -> None:
    torch.manual_seed(TRAINING_SEED)
    network = NETWORKS[name]()
    images, masks = load(arguments.train)
    print(f"{name}: {len(images)} pictures", flush=True)
    train(network, images, masks, arguments.epochs)
    fold_norms(network.eval())
    held_out = {folder: dice_per_image(network, *load([folder])) for folder in arguments.held_out}
    description = inspect.cleandoc(type(network).__doc__)
    facts = dict(description=description, epochs=arguments.epochs, held_out=held_out, script="train.py")
    publish(network, name, VERSION, images, facts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs="+", required=True, metavar="DIR", help="phantoms to train on")
    parser.add_argument("--held-out", nargs="+", required=True, metavar="DIR", help="phantoms to report Dice on")
    parser.add_argument("--only", choices=NETWORKS, help="train this one alone")
    parser.add_argument("--epochs", type=int, default=16)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for name in [arguments.only] if arguments.only else NETWORKS:
        produce(name, arguments)


if __name__ == "__main__":
    main()
