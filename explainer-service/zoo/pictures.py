"""Folders of pictures and masks as tensors: read, split into training and held-out ones, resized or cut into crops."""
import fnmatch
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

# A held-out tile with less foreground or background than this share tells nothing about an outline.
LEAST_SHARE = 0.05
CROPS_PER_PICTURE = 40


@dataclass(frozen=True)
class Pair:
    """A picture and its mask, and the file that they come from; several tiles may come from one."""

    name: str
    source: str
    image: np.ndarray  # uint8 [height, width, 3]
    mask: np.ndarray  # bool [height, width]


def read(folder: str) -> list:
    """All pairs of FOLDER/images and FOLDER/masks, in the order of their names."""
    pairs = []
    for path in sorted(Path(folder, "images").iterdir()):
        image = np.asarray(Image.open(path).convert("RGB"))
        mask = np.asarray(Image.open(Path(folder, "masks", path.stem + ".png")).convert("L")) > 127
        if image.shape[:2] != mask.shape:
            raise SystemExit(f"{path}: {image.shape[:2]}, its mask: {mask.shape}")
        pairs.append(Pair(path.stem, path.stem, image, mask))
    return pairs


def split(pairs: list, hold_out: str) -> tuple:
    """Training pairs and held-out ones. `hold_out` is a pattern of names, or how many: those whose names' SHA-256 come first,
    a choice that depends on nothing else."""
    if hold_out.isdecimal():
        by_hash = sorted(pairs, key=lambda pair: hashlib.sha256(pair.name.encode()).hexdigest())
        chosen = {pair.name for pair in by_hash[: int(hold_out)]}
    else:
        chosen = {pair.name for pair in pairs if fnmatch.fnmatch(pair.name, hold_out)}
    if not 0 < len(chosen) < len(pairs):
        raise SystemExit(f"--hold-out {hold_out}: {len(chosen)} of {len(pairs)} pictures")
    return [pair for pair in pairs if pair.name not in chosen], [pair for pair in pairs if pair.name in chosen]


def resized(pair: Pair, size: int) -> Pair:
    """The whole picture, squeezed to size x size."""
    if pair.image.shape[:2] == (size, size):
        return pair
    image = Image.fromarray(pair.image).resize((size, size), Image.Resampling.BOX)
    mask = Image.fromarray(pair.mask.astype(np.uint8) * 255).resize((size, size), Image.Resampling.BOX)
    return Pair(pair.name, pair.source, np.asarray(image), np.asarray(mask) > 127)


def window(pair: Pair, top: int, left: int, size: int, name: str) -> Pair:
    rows, columns = slice(top, top + size), slice(left, left + size)
    return Pair(name, pair.source, pair.image[rows, columns], pair.mask[rows, columns])


def tiles(pair: Pair, size: int) -> list:
    """Tiles of size x size that do not overlap, around the middle of the picture, of which enough is foreground."""
    height, width = pair.mask.shape
    found = []
    for row in range(height // size):
        for column in range(width // size):
            top, left = height % size // 2 + row * size, width % size // 2 + column * size
            tile = window(pair, top, left, size, f"{pair.name}-{row}{column}")
            if LEAST_SHARE <= tile.mask.mean() <= 1 - LEAST_SHARE:
                found.append(tile)
    return found


def crops(pair: Pair, size: int, random: np.random.Generator) -> list:
    """Windows of size x size at random places."""
    height, width = pair.mask.shape
    tops = random.integers(0, height - size + 1, CROPS_PER_PICTURE)
    lefts = random.integers(0, width - size + 1, CROPS_PER_PICTURE)
    return [window(pair, top, left, size, f"{pair.name}-c{i:02}") for i, (top, left) in enumerate(zip(tops, lefts))]


def as_cases(pairs: list, size: int, crop: bool) -> list:
    """What is evaluated: whole pictures resized, or the tiles of a picture."""
    return [tile for pair in pairs for tile in tiles(pair, size)] if crop else [resized(pair, size) for pair in pairs]


def as_samples(pairs: list, size: int, crop: bool, seed: int) -> list:
    """What is trained on: whole pictures resized, or random crops."""
    random = np.random.default_rng(seed)
    return [c for pair in pairs for c in crops(pair, size, random)] if crop else [resized(pair, size) for pair in pairs]


def tensors(pairs: list) -> tuple:
    """Pictures, uint8 [n, 3, size, size], and masks, bool [n, 1, size, size]."""
    images = torch.stack([torch.from_numpy(pair.image.copy()).permute(2, 0, 1) for pair in pairs])
    masks = torch.stack([torch.from_numpy(pair.mask.copy())[None] for pair in pairs])
    return images, masks


def as_input(images: Tensor) -> Tensor:
    return images.float() / 255


def write(pairs: list, folder: Path) -> None:
    """FOLDER/images and FOLDER/masks."""
    for kind in ("images", "masks"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for pair in pairs:
        Image.fromarray(pair.image).save(folder / "images" / f"{pair.name}.png")
        Image.fromarray(pair.mask.astype(np.uint8) * 255).save(folder / "masks" / f"{pair.name}.png")
