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
    }
    for name, model in models.items():
        torch.jit.script(model.eval()).save(str(folder / f"{name}.pt"))
    torch.jit.script(Dropout().train()).save(str(folder / "dropout.pt"))
    torch.jit.freeze(torch.jit.script(Smooth().eval())).save(str(folder / "frozen.pt"))
    torch.jit.trace(Smooth().eval(), torch.zeros(1, 3, 32, 48)).save(str(folder / "traced.pt"))
    torch.save(Smooth().state_dict(), folder / "weights-only.pt")
    with zipfile.ZipFile(folder / "zip.pt", "w") as archive:
        archive.writestr("letter.txt", "Dear reader, this is no model.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
