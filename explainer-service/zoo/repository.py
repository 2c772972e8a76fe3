"""Writes models as a model repository: <model>/<version>/model.pt, model.yaml and a card, and the bank beside the models."""
import hashlib
import io
import zipfile
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor, nn

BANK_PICTURES = 32
BANK_QUALITY = 94
# The exported TorchScript must give what the network gave: float32 rounding apart, nothing may change.
EXPORT_TOLERANCE = 1e-5

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


def without_debug_records(saved: bytes) -> bytes:
    """The archive without the records that name folders of the machine that trained it, under one fixed date: the same weights
    give the same file and the same SHA-256."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as out:
        for entry in archive.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                out.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), archive.read(entry))
    return packed.getvalue()


def scripted(network: nn.Module, batch: Tensor) -> bytes:
    """TorchScript with its named submodules, loaded again and compared on a batch."""
    saved = io.BytesIO()
    torch.jit.save(torch.jit.script(network), saved)
    content = without_debug_records(saved.getvalue())
    with torch.no_grad():
        difference = (torch.jit.load(io.BytesIO(content))(batch) - network(batch)).abs().max().item()
    if not difference <= EXPORT_TOLERANCE:
        raise SystemExit(f"the exported model differs from the network by {difference}")
    return content


def publish(content: bytes, name: str, size: int, card: str, root: Path, version: str = "1") -> None:
    """The card is written last: where it lies, the model is complete."""
    folder = root / name / version
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.pt").write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / "model.yaml").write_text(MODEL_YAML.format(name=name, version=version, size=size, sha256=sha256))
    (folder / "README.md").write_text(card)


def is_published(name: str, root: Path, version: str = "1") -> bool:
    return (root / name / version / "README.md").exists()


def write_bank(pairs: list, root: Path) -> None:
    """The first training samples of different pictures, as JPEG: what donor patches are cut from."""
    (root / "bank").mkdir(parents=True, exist_ok=True)
    first_of = {pair.source: pair for pair in reversed(pairs)}
    for source in sorted(first_of)[:BANK_PICTURES]:
        pair = first_of[source]
        Image.fromarray(pair.image).save(root / "bank" / f"{pair.name}.jpg", quality=BANK_QUALITY, subsampling=0)
