"""SegFormer (Xie et al., 2021): hierarchical self-attention, fused by a small head."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from networks.layers import ConvNormRelu, MixFeedForward


class Attention(nn.Module):
    """Self-attention over all places; keys and values are pooled by `reduction` along both axes to keep it cheap."""

    def __init__(self, channels: int, heads: int, reduction: int):
        super().__init__()
        self.heads = heads
        self.scale = (channels // heads) ** -0.5
        self.norm = nn.BatchNorm2d(channels)
        self.pool = nn.AvgPool2d(reduction, reduction)
        self.query = nn.Conv2d(channels, channels, 1)
        self.key = nn.Conv2d(channels, channels, 1)
        self.value = nn.Conv2d(channels, channels, 1)
        self.project = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        normed = self.norm(x)
        pooled = self.pool(normed)
        query = self.split(self.query(normed))
        key = self.split(self.key(pooled))
        value = self.split(self.value(pooled))
        weights = torch.softmax(torch.matmul(query.transpose(2, 3), key) * self.scale, -1)
        return x + self.project(torch.matmul(value, weights.transpose(2, 3)).reshape(x.shape))

    def split(self, x: Tensor) -> Tensor:
        """[batch, channels, height, width] to [batch, head, channel, place]"""
        return x.reshape(x.shape[0], self.heads, x.shape[1] // self.heads, x.shape[2] * x.shape[3])


class Stage(nn.Module):
    """Overlapping patch embedding, then attention and feed-forward."""

    def __init__(self, channels_in: int, channels: int, heads: int, patch: int, stride: int, reduction: int):
        super().__init__()
        self.embed = nn.Conv2d(channels_in, channels, patch, stride, patch // 2)
        self.attention = Attention(channels, heads, reduction)
        self.feed_forward = MixFeedForward(channels)

    def forward(self, x: Tensor) -> Tensor:
        return self.feed_forward(self.attention(self.embed(x)))


class SegFormer(nn.Module):
    """SegFormer-like: self-attention at strides 4, 8 and 16, all fused at stride 4. Every output sees the whole picture."""

    def __init__(self):
        super().__init__()
        self.stage1 = Stage(3, 16, heads=1, patch=7, stride=4, reduction=8)
        self.stage2 = Stage(16, 32, heads=2, patch=3, stride=2, reduction=4)
        self.stage3 = Stage(32, 48, heads=3, patch=3, stride=2, reduction=1)
        self.level1 = nn.Conv2d(16, 24, 1)
        self.level2 = nn.Conv2d(32, 24, 1)
        self.level3 = nn.Conv2d(48, 24, 1)
        self.fuse = ConvNormRelu(24, 24)
        self.head = nn.Conv2d(24, 4, 1)
        self.sharpen = nn.PixelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        quarter = self.stage1(x)
        eighth = self.stage2(quarter)
        sixteenth = self.stage3(eighth)
        fused = self.level1(quarter)
        fused = fused + F.interpolate(self.level2(eighth), scale_factor=2.0, mode="bilinear", align_corners=False)
        fused = fused + F.interpolate(self.level3(sixteenth), scale_factor=4.0, mode="bilinear", align_corners=False)
        logits = self.sharpen(self.head(self.fuse(fused)))
        return torch.sigmoid(F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False))
