"""Networks whose causes are known exactly, with weights set by hand. Darker is lesion: they read the blue channel, which shows
pigment best. Both cut at thresholds that gave the best Dice on 200 training phantoms."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F


class ReadsOnlyTheRegion(nn.Module):
    """A place is lesion where the mean blue of the {side} x {side} pixels around it is below {threshold}.

    So a region depends on itself and on the ring of {reach} pixels around it. Nothing farther away can change it.
    """

    REACH = 8
    THRESHOLD = 0.49
    SHARPNESS = 30.0

    def __init__(self):
        super().__init__()
        self.side = 2 * self.REACH + 1
        self.head = nn.Conv2d(1, 1, 1)
        self.head.weight.data.fill_(-self.SHARPNESS)
        self.head.bias.data.fill_(self.SHARPNESS * self.THRESHOLD)

    def forward(self, x: Tensor) -> Tensor:
        around = F.avg_pool2d(x[:, 2:3], self.side, 1, self.side // 2, False, False)
        return torch.sigmoid(self.head(around))


class ReadsOneRow(nn.Module):
    """A place is lesion where its blue is below {share} of row {row}'s mean blue plus {offset}: the row stands for the skin.

    So a region depends on itself and on that one row. No other pixel outside the region can change it.
    """

    ROW = 12
    SHARE = 0.7
    OFFSET = 0.1
    SHARPNESS = 30.0

    def __init__(self):
        super().__init__()
        self.row = self.ROW
        self.skin = nn.Conv2d(1, 1, 1)
        self.skin.weight.data.fill_(self.SHARPNESS * self.SHARE)
        self.skin.bias.data.fill_(self.SHARPNESS * self.OFFSET)
        self.place = nn.Conv2d(1, 1, 1, bias=False)
        self.place.weight.data.fill_(-self.SHARPNESS)

    def forward(self, x: Tensor) -> Tensor:
        blue = x[:, 2:3]
        row = blue[:, :, self.row : self.row + 1].mean(3, keepdim=True)
        return torch.sigmoid(self.skin(row) + self.place(blue))
