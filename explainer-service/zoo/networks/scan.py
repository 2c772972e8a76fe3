"""A U-Net whose bottleneck scans: VM-UNet's order of places (Ruan and Xiang, 2024), Mamba-2's state space (Dao and Gu, 2024)."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from networks.layers import ConvNormRelu, MixFeedForward
from networks.unet import UNet


class StateSpaceScan(nn.Module):
    """Selective state-space scan of a sequence, [batch, channels, length], per head:

        state[t] = decay[t] * state[t-1] + key[t] value[t]^T,   out[t] = query[t] state[t]

    with decay in (0, 1) chosen by the content. It is computed in its dual form, a product with a lower triangular matrix,
    which is the same sum without a loop: out[t] = sum over s <= t of (query[t] . key[s]) decay[s+1] ... decay[t] value[s].
    """

    def __init__(self, channels: int, heads: int, state: int):
        super().__init__()
        self.heads = heads
        self.state = state
        self.query = nn.Conv1d(channels, heads * state, 1)
        self.key = nn.Conv1d(channels, heads * state, 1)
        self.value = nn.Conv1d(channels, channels, 1)
        self.decay = nn.Conv1d(channels, heads, 1)
        # Heads start with memories of about 3, 10, ... places: near and far.
        self.decay.bias.data = torch.linspace(0.7, 4.0, heads)

    def forward(self, x: Tensor) -> Tensor:
        batch, channels, length = x.shape
        query = self.query(x).reshape(batch, self.heads, self.state, length)
        key = self.key(x).reshape(batch, self.heads, self.state, length)
        value = self.value(x).reshape(batch, self.heads, channels // self.heads, length)
        logs = F.logsigmoid(self.decay(x)).cumsum(2)
        # The sum of the logs of the decays after s up to t. Smaller than e^-20 would be denormal numbers: ten times as slow.
        between = torch.tril(logs.unsqueeze(3) - logs.unsqueeze(2)).clamp(-20.0, 0.0).exp()
        weights = torch.tril(torch.matmul(query.transpose(2, 3), key) * between) * self.state**-0.5
        return torch.matmul(value, weights.transpose(2, 3)).reshape(batch, channels, length)


class CrossScan(nn.Module):
    """Scans the places in four orders: along rows, along columns, and both backwards, a quarter of the channels each."""

    def __init__(self, channels: int):
        super().__init__()
        quarter = channels // 4
        self.norm = nn.BatchNorm2d(channels)
        self.along_rows = StateSpaceScan(quarter, heads=2, state=4)
        self.rows_backwards = StateSpaceScan(quarter, heads=2, state=4)
        self.along_columns = StateSpaceScan(quarter, heads=2, state=4)
        self.columns_backwards = StateSpaceScan(quarter, heads=2, state=4)
        self.project = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        first, second, third, fourth = torch.chunk(self.norm(x), 4, 1)
        rows = self.along_rows(first.flatten(2))
        backwards = self.rows_backwards(second.flatten(2).flip(2)).flip(2)
        columns = self.along_columns(third.transpose(2, 3).flatten(2))
        upwards = self.columns_backwards(fourth.transpose(2, 3).flatten(2).flip(2)).flip(2)
        across = torch.cat([rows, backwards], 1).reshape(x.shape[0], -1, x.shape[2], x.shape[3])
        down = torch.cat([columns, upwards], 1).reshape(x.shape[0], -1, x.shape[3], x.shape[2]).transpose(2, 3)
        return x + self.project(torch.cat([across, down], 1))


class ScanUNet(UNet):
    """VM-UNet-like: a U-Net with three poolings whose bottleneck scans all places in four orders, with a decaying memory.

    Every output sees the whole picture, and best what comes shortly before it along its row or column.
    """

    def middle(self, channels_in: int, channels_out: int) -> nn.Module:
        scans = [CrossScan(channels_out), MixFeedForward(channels_out), CrossScan(channels_out), MixFeedForward(channels_out)]
        return nn.Sequential(ConvNormRelu(channels_in, channels_out), *scans)
