"""The families. All take RGB in [0, 1], float32, [batch, 3, height, width], and give probabilities of the same height and
width, [batch, 1, height, width]. Height and width are multiples of 16."""
from networks.nested import NestedUNet
from networks.scan import ScanUNet
from networks.segformer import SegFormer
from networks.unet import DeepUNet, UNet
from networks.unext import UNeXt

FAMILIES = {
    "unet": UNet,
    "unet-deep": DeepUNet,
    "unet-nested": NestedUNet,
    "unext": UNeXt,
    "segformer": SegFormer,
    "scan": ScanUNet,
}
