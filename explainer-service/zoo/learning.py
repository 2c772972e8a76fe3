"""Training of one network, and the Dice that it reaches."""
import time

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pictures import as_input

BATCH = 8
RESAMPLES = 2000


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


def train(network: nn.Module, images: Tensor, masks: Tensor, steps: int, rate: float) -> None:
    """Takes so many steps of one batch each; all pictures come up once before any comes up again."""
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps)
    started, losses, order = time.monotonic(), [], torch.empty(0, dtype=torch.long)
    network.train()
    for step in range(1, steps + 1):
        if len(order) < BATCH:
            order = torch.randperm(len(images))
        chosen, order = order[:BATCH], order[BATCH:]
        batch, target = augment(as_input(images[chosen]), masks[chosen].float())
        loss = loss_of(network(batch), target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
        if step % 50 == 0 or step == steps:
            recent = np.mean(losses[-50:])
            print(f"  step {step}/{steps}  loss {recent:.3f}  {time.monotonic() - started:.0f} s", flush=True)


def dice_per_picture(network: nn.Module, images: Tensor, masks: Tensor) -> np.ndarray:
    """Dice of the thresholded output against the mask, one value per picture."""
    scores = []
    with torch.no_grad():
        for start in range(0, len(images), BATCH):
            predicted = network(as_input(images[start : start + BATCH])) > 0.5
            truth = masks[start : start + BATCH]
            overlap = (predicted & truth).sum((1, 2, 3))
            scores.append(2 * overlap / (predicted.sum((1, 2, 3)) + truth.sum((1, 2, 3))))
    return torch.cat(scores).numpy()


def mean_and_interval(scores: np.ndarray, sources: list) -> tuple:
    """The mean and its 95 % bootstrap interval (percentiles). Tiles of one picture are drawn together."""
    names = sorted(set(sources))
    groups = [scores[[source == name for source in sources]] for name in names]
    sums, counts = np.array([g.sum() for g in groups]), np.array([len(g) for g in groups])
    drawn = np.random.default_rng(1).integers(0, len(groups), (RESAMPLES, len(groups)))
    means = sums[drawn].sum(1) / counts[drawn].sum(1)
    return float(scores.mean()), float(np.percentile(means, 2.5)), float(np.percentile(means, 97.5))
