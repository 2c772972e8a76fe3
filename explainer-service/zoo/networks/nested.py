"""UNet++ (Zhou et al., 2018): a U-Net whose skips are chains of convolutions."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from networks.layers import ConvNormRelu, DoubleConv


class NestedUNet(nn.Module):
    """UNet++-like, three poolings: every skip is a chain of convolutions, each of which also sees the level below.

    `nodeLD` is at level L (resolution halved L times) and depth D of its chain, as in the paper's figure. An output pixel
    depends on a bounded window of the picture.
    """

    def __init__(self):
        super().__init__()
        self.node00 = ConvNormRelu(3, 6)
        self.node10 = DoubleConv(6, 12)
        self.node20 = DoubleConv(12, 20)
        self.node30 = DoubleConv(20, 32)
        self.node01 = ConvNormRelu(6 + 12, 6)
        self.node11 = ConvNormRelu(12 + 20, 12)
        self.node21 = ConvNormRelu(20 + 32, 20)
        self.node02 = ConvNormRelu(2 * 6 + 12, 6)
        self.node12 = ConvNormRelu(2 * 12 + 20, 12)
        self.node03 = ConvNormRelu(3 * 6 + 12, 6)
        self.head = nn.Conv2d(6, 1, 1)

    def up(self, x: Tensor) -> Tensor:
        return F.interpolate(x, scale_factor=2.0, mode="nearest")

    def forward(self, x: Tensor) -> Tensor:
        x00 = self.node00(x)
        x10 = self.node10(F.max_pool2d(x00, 2))
        x20 = self.node20(F.max_pool2d(x10, 2))
        x30 = self.node30(F.max_pool2d(x20, 2))
        x01 = self.node01(torch.cat([x00, self.up(x10)], 1))
        x11 = self.node11(torch.cat([x10, self.up(x20)], 1))
        x21 = self.node21(torch.cat([x20, self.up(x30)], 1))
        x02 = self.node02(torch.cat([x00, x01, self.up(x11)], 1))
        x12 = self.node12(torch.cat([x10, x11, self.up(x21)], 1))
        x03 = self.node03(torch.cat([x00, x01, x02, self.up(x12)], 1))
        return torch.sigmoid(self.head(x03))
