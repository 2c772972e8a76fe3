"""UNeXt (Valanarasu and Patel, 2022): a convolutional U-Net whose bottleneck is tokens and shifted MLPs."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from networks.layers import ConvNormRelu
from networks.unet import UNet


class ShiftedMlp(nn.Module):
    """MLP over channels of which fifths were shifted by -2 to 2 tokens: along the height first, then along the width.

    What is shifted in from outside the picture is zero.
    """

    def __init__(self, channels: int, expansion: int = 2):
        super().__init__()
        wide = expansion * channels
        self.norm = nn.BatchNorm2d(channels)
        self.expand = nn.Conv2d(channels, wide, 1)
        self.depthwise = nn.Conv2d(wide, wide, 3, 1, 1, groups=wide)
        self.project = nn.Conv2d(wide, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        wide = F.relu(self.depthwise(self.expand(self.shifted(self.norm(x), 2))))
        return x + self.project(self.shifted(wide, 3))

    def shifted(self, x: Tensor, axis: int) -> Tensor:
        size = x.shape[axis]
        padded = F.pad(x, [0, 0, 2, 2]) if axis == 2 else F.pad(x, [2, 2, 0, 0])
        fifths = torch.chunk(padded, 5, 1)
        return torch.cat([fifth.narrow(axis, start, size) for start, fifth in enumerate(fifths)], 1)


class UNeXt(UNet):
    """UNeXt-like: a U-Net with three poolings and shifted token MLPs in its bottleneck.

    The shifts carry features 16 pixels and more along rows and columns: the window is bounded, wider than the plain U-Net's.
    """

    def middle(self, channels_in: int, channels_out: int) -> nn.Module:
        return nn.Sequential(ConvNormRelu(channels_in, channels_out), ShiftedMlp(channels_out), ShiftedMlp(channels_out))
