"""Layers that several families share. All maps are float32 [batch, channels, height, width]."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval


class ConvNormRelu(nn.Module):
    """Convolution, batch norm, ReLU. After training the norm is folded into the convolution."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int = 3, stride: int = 1):
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(channels_out)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(x)))

    def fold(self) -> None:
        self.conv = fuse_conv_bn_eval(self.conv, self.norm)
        self.norm = nn.Identity()


class DoubleConv(nn.Module):
    def __init__(self, channels_in: int, channels_out: int):
        super().__init__()
        self.conv1 = ConvNormRelu(channels_in, channels_out)
        self.conv2 = ConvNormRelu(channels_out, channels_out)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv2(self.conv1(x))


class UpConv(nn.Module):
    """Doubles the resolution and merges the encoder's features of that level."""

    def __init__(self, channels_in: int, channels_skip: int):
        super().__init__()
        self.reduce = ConvNormRelu(channels_in, channels_skip, kernel=1)
        self.merge = ConvNormRelu(2 * channels_skip, channels_skip)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        x = F.interpolate(self.reduce(x), scale_factor=2.0, mode="nearest")
        return self.merge(torch.cat([x, skip], 1))


class MixFeedForward(nn.Module):
    """Feed-forward with a depthwise 3x3 convolution, which tells tokens where they are."""

    def __init__(self, channels: int, expansion: int = 2):
        super().__init__()
        wide = expansion * channels
        self.norm = nn.BatchNorm2d(channels)
        self.expand = nn.Conv2d(channels, wide, 1)
        self.depthwise = nn.Conv2d(wide, wide, 3, 1, 1, groups=wide)
        self.project = nn.Conv2d(wide, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.project(F.relu(self.depthwise(self.expand(self.norm(x)))))


def fold_norms(network: nn.Module) -> nn.Module:
    """Folds batch norms into the convolutions before them: the same function, fewer operations."""
    for module in network.modules():
        if isinstance(module, ConvNormRelu):
            module.fold()
    return network
