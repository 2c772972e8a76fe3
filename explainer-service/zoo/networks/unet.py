"""Encoder and decoder with skip connections: U-Net (Ronneberger et al., 2015), three and four poolings."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from networks.layers import ConvNormRelu, DoubleConv, UpConv


class UNet(nn.Module):
    """Plain U-Net, three poolings. An output pixel depends on a bounded window of the picture."""

    def __init__(self):
        super().__init__()
        self.enc1 = ConvNormRelu(3, 8)
        self.enc2 = DoubleConv(8, 16)
        self.enc3 = DoubleConv(16, 24)
        self.bottleneck = self.middle(24, 32)
        self.dec3 = UpConv(32, 24)
        self.dec2 = UpConv(24, 16)
        self.dec1 = UpConv(16, 8)
        self.head = nn.Conv2d(8, 1, 1)

    def middle(self, channels_in: int, channels_out: int) -> nn.Module:
        return DoubleConv(channels_in, channels_out)

    def forward(self, x: Tensor) -> Tensor:
        full = self.enc1(x)
        half = self.enc2(F.max_pool2d(full, 2))
        quarter = self.enc3(F.max_pool2d(half, 2))
        eighth = self.bottleneck(F.max_pool2d(quarter, 2))
        return torch.sigmoid(self.head(self.dec1(self.dec2(self.dec3(eighth, quarter), half), full)))


class DeepUNet(nn.Module):
    """U-Net with one more pooling: the window of an output pixel is about twice as wide as the plain one's."""

    def __init__(self):
        super().__init__()
        self.enc1 = ConvNormRelu(3, 8)
        self.enc2 = DoubleConv(8, 12)
        self.enc3 = DoubleConv(12, 16)
        self.enc4 = DoubleConv(16, 24)
        self.bottleneck = DoubleConv(24, 40)
        self.dec4 = UpConv(40, 24)
        self.dec3 = UpConv(24, 16)
        self.dec2 = UpConv(16, 12)
        self.dec1 = UpConv(12, 8)
        self.head = nn.Conv2d(8, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        full = self.enc1(x)
        half = self.enc2(F.max_pool2d(full, 2))
        quarter = self.enc3(F.max_pool2d(half, 2))
        eighth = self.enc4(F.max_pool2d(quarter, 2))
        x = self.dec4(self.bottleneck(F.max_pool2d(eighth, 2)), eighth)
        return torch.sigmoid(self.head(self.dec1(self.dec2(self.dec3(x, quarter), half), full)))
