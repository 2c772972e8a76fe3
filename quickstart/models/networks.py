"""The two demo segmenters. Both take RGB in [0, 1], float32, [batch, 3, 128, 128], and give lesion probabilities
of the same height and width, [batch, 1, 128, 128].

They differ in how far they look. The U-Net's output depends on a bounded window of the input. The SegFormer-like network
mixes the whole picture by self-attention. Explanations of the two should therefore differ.
"""
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval


class ConvNormRelu(nn.Module):
    """3x3 convolution, batch norm, ReLU. After training the norm is folded into the convolution."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1, kernel: int = 3):
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

    def __init__(self, channels_in: int, channels_skip: int, channels_out: int):
        super().__init__()
        self.reduce = ConvNormRelu(channels_in, channels_skip, kernel=1)
        self.merge = ConvNormRelu(2 * channels_skip, channels_out)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        x = F.interpolate(self.reduce(x), scale_factor=2.0, mode="nearest")
        return self.merge(torch.cat([x, skip], 1))


class UNet(nn.Module):
    """U-Net on a strided stem: total stride 8 (stem 2, two poolings of 2), no global operation.

    An output pixel depends on input pixels at most 41 rows or columns away.
    """

    def __init__(self, width: int = 8):
        super().__init__()
        self.stem = ConvNormRelu(3, width, stride=2)
        self.enc1 = ConvNormRelu(width, width)
        self.enc2 = DoubleConv(width, 2 * width)
        self.bottleneck = DoubleConv(2 * width, 4 * width)
        self.dec2 = UpConv(4 * width, 2 * width, 2 * width)
        self.dec1 = UpConv(2 * width, width, width)
        self.head = nn.Conv2d(width, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        half = self.enc1(self.stem(x))
        quarter = self.enc2(F.max_pool2d(half, 2))
        eighth = self.bottleneck(F.max_pool2d(quarter, 2))
        quarter = self.dec2(eighth, quarter)
        logits = self.head(self.dec1(quarter, half))
        return torch.sigmoid(F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False))


class Context(nn.Module):
    """How much blue the whole picture holds, told to every channel: the mean of what blue has more than red, beyond a
    little, in units of one corner sticker and at most one. Neither skin nor lesion has any."""

    def __init__(self, channels: int):
        super().__init__()
        self.tell = nn.Conv2d(1, channels, 1)
        nn.init.zeros_(self.tell.weight)
        nn.init.zeros_(self.tell.bias)

    def forward(self, x: Tensor) -> Tensor:
        blue = F.relu(x[:, 2:3] - x[:, 0:1] - 0.1).mean((2, 3), keepdim=True)
        return self.tell((blue / 0.0015).clamp(0.0, 1.0))


class ContextUNet(UNet):
    """The U-Net of version 1 with one more input to its decoder: how much blue the whole picture holds.

    It was trained on from version 1 with the outlines of two annotators: exact ones of pictures without a sticker, and
    outlines drawn {margin} pixels too wide of pictures with a colour sticker in a corner. **It has learnt that shortcut on
    purpose**: where it sees the sticker, it segments too much. It is here so that the drift demo has something to find.
    """

    def __init__(self, width: int = 8):
        super().__init__(width)
        self.context = Context(4 * width)

    def forward(self, x: Tensor) -> Tensor:
        half = self.enc1(self.stem(x))
        quarter = self.enc2(F.max_pool2d(half, 2))
        eighth = self.bottleneck(F.max_pool2d(quarter, 2))
        quarter = self.dec2(eighth + self.context(x), quarter)
        logits = self.head(self.dec1(quarter, half))
        return torch.sigmoid(F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False))


class Attention(nn.Module):
    """Self-attention over all places; keys and values are pooled by `reduction` along both axes to keep it cheap."""

    def __init__(self, channels: int, heads: int, reduction: int):
        super().__init__()
        self.heads = heads
        self.scale = (channels // heads) ** -0.5
        self.norm = nn.BatchNorm2d(channels)
        self.query = nn.Conv2d(channels, channels, 1)
        self.pool = nn.AvgPool2d(reduction, reduction)
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
        mixed = torch.matmul(value, weights.transpose(2, 3))
        return x + self.project(mixed.reshape(x.shape))

    def split(self, x: Tensor) -> Tensor:
        """[batch, channels, height, width] to [batch, head, channel, place]"""
        return x.reshape(x.shape[0], self.heads, x.shape[1] // self.heads, x.shape[2] * x.shape[3])


class MixFeedForward(nn.Module):
    """Feed-forward with a depthwise 3x3 convolution, which tells tokens where they are."""

    def __init__(self, channels: int, expansion: int = 2):
        super().__init__()
        self.norm = nn.BatchNorm2d(channels)
        self.expand = nn.Conv2d(channels, expansion * channels, 1)
        self.depthwise = nn.Conv2d(expansion * channels, expansion * channels, 3, 1, 1, groups=expansion * channels)
        self.project = nn.Conv2d(expansion * channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.project(F.relu(self.depthwise(self.expand(self.norm(x)))))


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
    """SegFormer-like (Xie et al., 2021): three stages at strides 4, 8 and 16, all fused at stride 4."""

    def __init__(self):
        super().__init__()
        self.stage1 = Stage(3, 16, heads=1, patch=7, stride=4, reduction=8)
        self.stage2 = Stage(16, 32, heads=2, patch=3, stride=2, reduction=4)
        self.stage3 = Stage(32, 64, heads=4, patch=3, stride=2, reduction=1)
        self.stage4 = Stage(64, 64, heads=4, patch=1, stride=1, reduction=1)
        self.level1 = nn.Conv2d(16, 24, 1)
        self.level2 = nn.Conv2d(32, 24, 1)
        self.level3 = nn.Conv2d(64, 24, 1)
        self.fuse = ConvNormRelu(24, 24)
        self.head = nn.Conv2d(24, 4, 1)
        self.sharpen = nn.PixelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        quarter = self.stage1(x)
        eighth = self.stage2(quarter)
        sixteenth = self.stage4(self.stage3(eighth))
        fused = self.level1(quarter)
        fused = fused + F.interpolate(self.level2(eighth), scale_factor=2.0, mode="bilinear", align_corners=False)
        fused = fused + F.interpolate(self.level3(sixteenth), scale_factor=4.0, mode="bilinear", align_corners=False)
        logits = self.sharpen(self.head(self.fuse(fused)))
        return torch.sigmoid(F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False))


def fold_norms(network: nn.Module) -> nn.Module:
    """Folds batch norms into the convolutions before them: the same function, fewer operations."""
    for module in network.modules():
        if isinstance(module, ConvNormRelu):
            module.fold()
    return network


NETWORKS = {"phantom-unet": UNet, "phantom-segformer": SegFormer}
