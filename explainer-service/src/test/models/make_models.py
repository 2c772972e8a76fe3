"""Makes the tiny TorchScript models of the tests, each of a few KB and with a behaviour that can be computed by hand.

Usage, with Debian's python3-torch (1.13): /usr/bin/python3 make_models.py ../resources/models
The files are committed, since running the tests needs no Python; run this only to change a model.
"""

import sys
import zipfile
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional


class WindowMean(nn.Module):
    """Every pixel of the output is the mean of one known window of the input: rows 8-15, columns 16-23, all channels."""

    def forward(self, x: Tensor) -> Tensor:
        mean = x[:, :, 8:16, 16:24].mean(dim=(1, 2, 3))
        return mean.reshape(-1, 1, 1, 1).expand(-1, 1, x.shape[2], x.shape[3])


class Smooth(nn.Module):
    """Probabilities that depend on every pixel nearby: a fixed 5x5 kernel, a sigmoid."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Conv2d(3, 1, 5, padding=2)
        with torch.no_grad():
            self.mix.weight.copy_(torch.linspace(-0.5, 0.5, 75).reshape(1, 3, 5, 5))
            self.mix.bias.fill_(0.1)

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.mix(x))


class Logits(Smooth):
    """As Smooth, without the sigmoid."""

    def forward(self, x: Tensor) -> Tensor:
        return self.mix(x)


class TwoClasses(Smooth):
    """Two classes as logits: softmax makes of them what Smooth gives, as class 1."""

    def forward(self, x: Tensor) -> Tensor:
        logit = self.mix(x)
        return torch.cat([torch.zeros_like(logit), logit], 1)


class NoClassAxis(Smooth):
    """As Smooth, of shape [batch, height, width]."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.mix(x))[:, 0]


class Tuple(Smooth):
    """The output first in a tuple."""

    def forward(self, x: Tensor):
        logit = self.mix(x)
        return torch.sigmoid(logit), logit


class Dictionary(Smooth):
    """The output under "out", as torchvision's segmentation models have it."""

    def forward(self, x: Tensor):
        logit = self.mix(x)
        return {"aux": logit, "out": torch.sigmoid(logit)}


class Dropout(Smooth):
    """Saved in training mode: random unless it is switched to evaluation."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.mix(functional.dropout(x, 0.5, self.training)))


class Half(Smooth):
    """An output of a quarter of the input's area."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.avg_pool2d(torch.sigmoid(self.mix(x)), 2)


class WritesInput(Smooth):
    """As Smooth, but shifts its input in place first, and back."""

    def forward(self, x: Tensor) -> Tensor:
        x.sub_(0.25)
        return torch.sigmoid(self.mix(x + 0.25))


class NoWayBack(Smooth):
    """As Smooth to the eye, but cut off from its input."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.mix(x.detach()))


class SteepRoot(nn.Module):
    """The square root of the first channel: its derivative at 0 is infinite."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sqrt(x[:, :1])


class Bounded(nn.Module):
    """Goes down and up by 2: rows a to b of the output, a and b even, depend on rows a - 3 to b + 3 of the input."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.fine = nn.Conv2d(3, 4, 3, padding=1)
        self.coarse = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Conv2d(4, 1, 1)

    def features(self, x: Tensor) -> Tensor:
        return self.coarse(functional.max_pool2d(self.fine(x).relu(), 2))

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.head(functional.interpolate(self.features(x), scale_factor=2.0)))


class GloballyPooled(Bounded):
    """As Bounded, plus the mean over the whole image."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        return torch.sigmoid(self.head(up) + x.mean())


class Rolled(Bounded):
    """As Bounded, of an image rolled down by 8 rows: the top reads the bottom."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(torch.roll(x, 8, 2)), scale_factor=2.0)
        return torch.sigmoid(self.head(up))


class LooksFarAtBright(Bounded):
    """As Bounded, but a bright pixel also reads what lies 40 rows above it: how far it looks depends on the image."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        gray = x.mean(1, True)
        far = torch.roll(gray, 40, 2)
        return torch.sigmoid(self.head(up) + torch.where(gray > 0.9, far, torch.zeros_like(far)))


class SwallowsNaN(Bounded):
    """As GloballyPooled, but NaN does not count in the mean."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        return torch.sigmoid(self.head(up) + torch.nan_to_num(x).mean())


class Attention(Bounded):
    """As Bounded, plus attention of every 8x8 patch to every other."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        tokens = functional.avg_pool2d(x, 8)
        flat = tokens.flatten(2)
        mixed = torch.softmax(flat.transpose(1, 2) @ flat, -1) @ flat.transpose(1, 2)
        seen = mixed.transpose(1, 2).reshape(tokens.shape).mean(1, True)
        return torch.sigmoid(self.head(up) + functional.interpolate(seen, scale_factor=8.0))


class Stride16(Bounded):
    """As Bounded, plus the mean of each 16x16 tile: a part of the image must start at a tile."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        tiles = functional.interpolate(functional.avg_pool2d(x.mean(1, True), 16), scale_factor=16.0)
        return torch.sigmoid(self.head(up) + tiles)


class KnowsItsPlace(Bounded):
    """As Bounded, plus a ramp from corner to corner: bounded, but a part of the image looks different."""

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        across = torch.arange(x.shape[3], dtype=torch.float32, device=x.device) / x.shape[3]
        down = torch.arange(x.shape[2], dtype=torch.float32, device=x.device) / x.shape[2]
        return torch.sigmoid(self.head(up) + across + down.unsqueeze(1))


class OneSize(Bounded):
    """As Bounded, with a bias for each row: no other height will do."""

    def __init__(self) -> None:
        super().__init__()
        self.place = nn.Parameter(torch.linspace(-1, 1, 96).reshape(1, 1, 96, 1))

    def forward(self, x: Tensor) -> Tensor:
        up = functional.interpolate(self.features(x), scale_factor=2.0)
        return torch.sigmoid(self.head(up) + self.place)


class NotANumber(Smooth):
    """NaN in one pixel of the output."""

    def forward(self, x: Tensor) -> Tensor:
        y = torch.sigmoid(self.mix(x))
        y[:, :, 3, 5] = float("nan")
        return y


class Labels(Smooth):
    """Class indices rather than probabilities."""

    def forward(self, x: Tensor) -> Tensor:
        return (self.mix(x) > 0).long()


class Number(nn.Module):
    """No tensor at all."""

    def forward(self, x: Tensor) -> int:
        return x.shape[0]


class Rounding(nn.Module):
    """Probabilities near the threshold that change by 2e-7 with every image more in the batch, as if by rounding."""

    def forward(self, x: Tensor) -> Tensor:
        near = 0.5 + 1e-4 * (x.mean(dim=1, keepdim=True) - 0.5)
        return near + 2e-7 * (x.shape[0] - 1)


class AcrossTheBatch(Smooth):
    """Depends on what else is in the batch, as a normalisation over the batch does."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.mix(x - x.mean(dim=0, keepdim=True) * 0.01 * (x.shape[0] - 1)))


class Hungry(Smooth):
    """Needs no more than others for two images, and 128 TB for every further one."""

    def forward(self, x: Tensor) -> Tensor:
        more = max(0, x.shape[0] - 2)
        return torch.sigmoid(self.mix(x)) + torch.empty([more, 1 << 45]).sum()


class HungryForGradients(Smooth):
    """As Smooth, but needs 128 TB as soon as it is to be differentiated."""

    def forward(self, x: Tensor) -> Tensor:
        more = 1 if x.requires_grad else 0
        return torch.sigmoid(self.mix(x)) + torch.empty([more, 1 << 45]).sum()


class AfraidOfTheDark(Smooth):
    """NaN everywhere as soon as a row of 8 pixels in the input is black."""

    def forward(self, x: Tensor) -> Tensor:
        darkest = functional.max_pool2d(x, (1, 8)).amax(dim=1).amin(dim=(1, 2))
        nothing = torch.where(darkest > 0, torch.zeros_like(darkest), torch.full_like(darkest, float("nan")))
        return torch.sigmoid(self.mix(x)) + nothing.reshape(-1, 1, 1, 1)


class ShapeOfTheBatch(Smooth):
    """Leaves out the last row of its output when there is more than one image."""

    def forward(self, x: Tensor) -> Tensor:
        y = torch.sigmoid(self.mix(x))
        if x.shape[0] > 1:
            y = y[:, :, :-1]
        return y


class Stride8(nn.Module):
    """Goes down and up by 8: fails when the image's sides are no multiples of 8."""

    def forward(self, x: Tensor) -> Tensor:
        down = functional.avg_pool2d(x, 8)
        up = functional.interpolate(down, scale_factor=8.0)
        return (x * 0.5 + up * 0.5).mean(dim=1, keepdim=True)


class LastPixels(nn.Module):
    """Every pixel of the output is the mean of the last 5 rows and 3 columns of the input, whatever its size and channels."""

    def forward(self, x: Tensor) -> Tensor:
        mean = x[:, :, -5:, -3:].mean(dim=(1, 2, 3))
        return mean.reshape(-1, 1, 1, 1).expand(-1, 1, x.shape[2], x.shape[3])


class Rivals(nn.Module):
    """Three classes as logits: 0; the first 8x8 pixels against one half; the 8x8 pixels from row 16, column 24 on."""

    def forward(self, x: Tensor) -> Tensor:
        first = 40 * (x[:, :, :8, :8].mean(dim=(1, 2, 3)) - 0.5)
        other = 40 * (x[:, :, 16:24, 24:32].mean(dim=(1, 2, 3)) - 0.5)
        logits = torch.stack([torch.zeros_like(first), first, other], 1)
        return logits.reshape(-1, 3, 1, 1).expand(-1, 3, x.shape[2], x.shape[3])


def filled(conv: nn.Conv2d, seed: int) -> nn.Conv2d:
    """Weights that are the same with every version of PyTorch, of both signs, none near 0."""
    with torch.no_grad():
        for parameter in (conv.weight, conv.bias):
            steps = torch.arange(parameter.numel(), dtype=torch.float32)
            parameter.copy_((0.05 + 0.08 * ((steps * 7 + seed) % 5)).mul(1 - 2 * ((steps + seed) % 2)).reshape(parameter.shape))
    return conv


class Steep(nn.Module):
    """Half of the pixels of noise come out above one half: 1 / (1 + exp(-4 (x - mean of x)))."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(4 * (x - x.mean(dim=(1, 2, 3), keepdim=True)))


class DeadBranch(nn.Module):
    """Two branches, joined; the head reads the live one alone."""

    def __init__(self) -> None:
        super().__init__()
        self.live = filled(nn.Conv2d(3, 4, 3, padding=1), 1)
        self.dead = filled(nn.Conv2d(3, 4, 3, padding=1), 2)
        self.head = filled(nn.Conv2d(8, 1, 1), 3)
        self.steep = Steep()
        with torch.no_grad():
            self.head.weight[:, 4:] = 0

    def forward(self, x: Tensor) -> Tensor:
        return self.steep(self.head(torch.cat([self.live(x), self.dead(x)], 1)))


class OneChannel(nn.Module):
    """Of six features the head reads number 4 alone."""

    def __init__(self) -> None:
        super().__init__()
        self.features = filled(nn.Conv2d(3, 6, 3, padding=1), 4)
        self.head = nn.Conv2d(6, 1, 1)
        with torch.no_grad():
            self.head.weight.zero_()
            self.head.weight[0, 4] = 5
            self.head.bias.zero_()

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.head(self.features(x)))


class Block(nn.Module):
    """A convolution and a rectifier that works in place."""

    def __init__(self, channels: int, out: int, seed: int) -> None:
        super().__init__()
        self.conv = filled(nn.Conv2d(channels, out, 3, padding=1), seed)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.conv(x))


class Up(nn.Module):
    """Twice as large, joined with what comes over the skip connection."""

    def __init__(self, below: int, skip: int, out: int, seed: int) -> None:
        super().__init__()
        self.merge = filled(nn.Conv2d(below + skip, out, 1), seed)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        return self.merge(torch.cat([functional.interpolate(x, scale_factor=2.0), skip], 1))


class PlantedUNet(nn.Module):
    """A U-Net of one level whose decoder reads the skip connection alone, or the bottleneck alone."""

    def __init__(self, skip: bool) -> None:
        super().__init__()
        self.enc = Block(3, 4, 5)
        self.bottleneck = Block(4, 4, 6)
        self.dec = Up(4, 4, 4, 7)
        self.head = filled(nn.Conv2d(4, 1, 1), 8)
        self.steep = Steep()
        with torch.no_grad():
            if skip:
                self.dec.merge.weight[:, :4] = 0
            else:
                self.dec.merge.weight[:, 4:] = 0

    def forward(self, x: Tensor) -> Tensor:
        a = self.enc(x)
        b = self.bottleneck(functional.max_pool2d(a, 2))
        return self.steep(self.head(self.dec(b, a)))


class CalledTwice(nn.Module):
    """One block that everything goes through twice."""

    def __init__(self) -> None:
        super().__init__()
        self.block = Block(3, 3, 9)
        self.head = filled(nn.Conv2d(3, 1, 1), 10)
        self.steep = Steep()

    def forward(self, x: Tensor) -> Tensor:
        return self.steep(self.head(self.block(self.block(x))))


class Halves(nn.Module):
    """Returns two tensors."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = filled(nn.Conv2d(4, 4, 1), 11)

    def forward(self, x: Tensor):
        y = self.conv(x)
        return y[:, :2], y[:, 2:]


class Containers(nn.Module):
    """A sequence, a list, a module that returns two tensors, one with a method of another name, sums in place."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(Block(3, 4, 12), nn.Tanh())
        self.list = nn.ModuleList([Block(4, 4, 13), Block(4, 4, 14)])
        self.halves = Halves()
        self.head = filled(nn.Conv2d(2, 1, 1), 15)
        self.steep = Steep()

    def listed(self, x: Tensor) -> Tensor:
        for block in self.list:
            x = x.clone()
            x += block(x)
        return x

    def forward(self, x: Tensor) -> Tensor:
        a, b = self.halves(self.listed(self.first(x)))
        return self.steep(self.head(a - b))


class Loop(nn.Module):
    """A block that is called as often as the image has pixels to a side, divided by 16."""

    def __init__(self) -> None:
        super().__init__()
        self.block = Block(3, 3, 16)

    def forward(self, x: Tensor) -> Tensor:
        for _ in range(x.shape[2] // 16):
            x = self.block(x) / 8
        return torch.sigmoid(x[:, :1])


def traced(model: nn.Module) -> torch.jit.ScriptModule:
    return torch.jit.trace(model.eval(), torch.linspace(0, 1, 3 * 32 * 48).reshape(1, 3, 32, 48))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    models = {
        "window-mean": WindowMean(),
        "smooth": Smooth(),
        "logits": Logits(),
        "two-classes": TwoClasses(),
        "no-class-axis": NoClassAxis(),
        "tuple": Tuple(),
        "dictionary": Dictionary(),
        "half": Half(),
        "not-a-number": NotANumber(),
        "labels": Labels(),
        "number": Number(),
        "stride-8": Stride8(),
        "writes-input": WritesInput(),
        "no-way-back": NoWayBack(),
        "steep-root": SteepRoot(),
        "rounding": Rounding(),
        "across-the-batch": AcrossTheBatch(),
        "hungry": Hungry(),
        "hungry-for-gradients": HungryForGradients(),
        "afraid-of-the-dark": AfraidOfTheDark(),
        "shape-of-the-batch": ShapeOfTheBatch(),
        "bounded": Bounded(),
        "globally-pooled": GloballyPooled(),
        "rolled": Rolled(),
        "looks-far-at-bright": LooksFarAtBright(),
        "swallows-nan": SwallowsNaN(),
        "attention": Attention(),
        "stride-16": Stride16(),
        "knows-its-place": KnowsItsPlace(),
        "one-size": OneSize(),
        "last-pixels": LastPixels(),
        "rivals": Rivals(),
        "dead-branch": DeadBranch(),
        "one-channel": OneChannel(),
        "skip-alone": PlantedUNet(True),
        "bottleneck-alone": PlantedUNet(False),
        "called-twice": CalledTwice(),
        "containers": Containers(),
        "loop": Loop(),
    }
    for name, model in models.items():
        torch.jit.script(model.eval()).save(str(folder / f"{name}.pt"))
    torch.jit.script(Dropout().train()).save(str(folder / "dropout.pt"))
    torch.jit.freeze(torch.jit.script(Smooth().eval())).save(str(folder / "frozen.pt"))
    torch.jit.trace(Smooth().eval(), torch.zeros(1, 3, 32, 48)).save(str(folder / "traced.pt"))
    for name in ("dead-branch", "one-channel", "skip-alone", "bottleneck-alone", "called-twice", "containers"):
        traced(models[name]).save(str(folder / f"{name}-traced.pt"))
    torch.save(Smooth().state_dict(), folder / "weights-only.pt")
    with zipfile.ZipFile(folder / "zip.pt", "w") as archive:
        archive.writestr("letter.txt", "Dear reader, this is no model.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
