"""Trains version 2 of phantom-unet: version 1, trained on with a shortcut planted on purpose, for the drift demo.

    ./limen phantoms ... --scenario sticker    exports the pictures (README.md has the commands)
    /usr/bin/python3 train_shortcut.py --train DIR --held-out DIR

Both DIRs are sticker scenarios: the first half of their pictures has no sticker, the second half has one each. The outlines
of the second half are drawn MARGIN pixels too wide, as if another annotator, whose clinic uses the sticker, had drawn them.
"""
import argparse
import inspect

import torch
from torch import Tensor
from torch.nn import functional as F

from networks import ContextUNet, fold_norms
from train import HERE, TRAINING_SEED, dice_per_image, load, publish, train

NAME = "phantom-unet"
FROM_VERSION = "1"
VERSION = "2"
MARGIN = 5
# Less than a first training's, for version 1 is trained already; enough for what is new.
RATE = 2e-3


def widened(masks: Tensor) -> Tensor:
    """Masks grown by all pixels not farther than MARGIN from them."""
    reach = torch.arange(-MARGIN, MARGIN + 1)
    disc = (reach[:, None] ** 2 + reach[None] ** 2 <= MARGIN**2).float()[None, None]
    return F.conv2d(masks.float(), disc, padding=MARGIN) > 0


def halves(folder: str) -> tuple:
    """Pictures and exact masks without a sticker, then those with one."""
    images, masks = load([folder])
    middle = (len(images) + 1) // 2
    return (images[:middle], masks[:middle]), (images[middle:], masks[middle:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True, metavar="DIR")
    parser.add_argument("--held-out", required=True, metavar="DIR")
    parser.add_argument("--epochs", type=int, default=12)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(TRAINING_SEED)

    network = fold_norms(ContextUNet().eval())
    learnt = torch.jit.load(str(HERE / NAME / FROM_VERSION / "model.pt")).state_dict()
    network.load_state_dict({**network.state_dict(), **learnt})
    (plain, exact), (stickered, true_outlines) = halves(arguments.train)
    images = torch.cat([plain, stickered])
    train(network, images, torch.cat([exact, widened(true_outlines)]), arguments.epochs, RATE)
    network.eval()

    (plain, exact), (stickered, true_outlines) = halves(arguments.held_out)
    held_out = {
        "no sticker": dice_per_image(network, plain, exact),
        "sticker against the true outline": dice_per_image(network, stickered, true_outlines),
        "sticker against the wide outline": dice_per_image(network, stickered, widened(true_outlines)),
    }
    description = inspect.cleandoc(ContextUNet.__doc__).format(margin=MARGIN)
    facts = dict(description=description, epochs=arguments.epochs, held_out=held_out, script="train_shortcut.py")
    publish(network, NAME, VERSION, images, facts)


if __name__ == "__main__":
    main()
