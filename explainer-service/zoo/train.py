"""Trains the zoo: one small segmenter of each family on one data set, written as a model repository.

    /usr/bin/python3 train.py --dataset DIR (--hold-out N|PATTERN | --held-out DIR) --out REPOSITORY [--only NAME...]

A DIR holds images/ and masks/NAME.png. Models that REPOSITORY has already are left alone. Needs Debian's python3-torch,
python3-numpy and python3-pil; running Limen needs none of them. One thread; a few minutes per model.
"""
import argparse
import inspect
from pathlib import Path

import torch

import pictures
from learning import BATCH, dice_per_picture, mean_and_interval, train
from networks import FAMILIES
from networks.layers import fold_norms
from repository import is_published, publish, scripted, write_bank

SEED = 7
# Attention learns at smaller steps than convolutions do.
RATES = {"segformer": 2e-3}
RATE = 4e-3

CARD = """\
# {name}

{description}

| | |
|---|---|
| Input | RGB in [0, 1], float32, [batch, 3, {size}, {size}] |
| Output | probability in [0, 1], [batch, 1, {size}, {size}] |
| Parameters | {parameters:,} |
| File | {bytes:,} bytes of TorchScript, submodules named, not frozen |
| Training | {samples} {what} of {dataset}, {steps} steps of {batch}, seed {seed}, one thread |
| Dice | {mean:.3f}, 95 % interval {low:.3f} to {high:.3f} ({cases} held-out {what}) |

Dice is the mean over cases that were not trained on; the interval is a bootstrap over the {sources} pictures that they come from. Written by `train.py`.
It is here to have something to explain, and **not for clinical use**.
"""


def produce(name: str, samples: list, cases: list, arguments: argparse.Namespace) -> None:
    print(f"{name}: {len(samples)} samples, {len(cases)} held-out cases", flush=True)
    torch.manual_seed(SEED)
    network = FAMILIES[name]()
    images, masks = pictures.tensors(samples)
    train(network, images, masks, arguments.steps, RATES.get(name, RATE))
    fold_norms(network.eval())
    scores = dice_per_picture(network, *pictures.tensors(cases))
    mean, low, high = mean_and_interval(scores, [case.source for case in cases])
    print(f"  Dice {mean:.3f} ({low:.3f} to {high:.3f})", flush=True)
    content = scripted(network, pictures.as_input(images[:BATCH]))
    facts = dict(name=name, description=inspect.cleandoc(FAMILIES[name].__doc__), size=arguments.size)
    facts.update(parameters=sum(p.numel() for p in network.parameters()), bytes=len(content), samples=len(samples))
    facts.update(what="crops" if arguments.crop else "pictures", steps=arguments.steps, batch=BATCH, seed=SEED, dataset=arguments.name)
    facts.update(mean=mean, low=low, high=high, cases=len(cases), sources=len({case.source for case in cases}))
    publish(content, name, arguments.size, CARD.format(**facts), arguments.out)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", required=True, metavar="DIR", help="images/ and masks/ to train on")
    held_out = parser.add_mutually_exclusive_group(required=True)
    held_out.add_argument("--hold-out", metavar="N|PATTERN", help="keep so many of the pictures, or those so named")
    held_out.add_argument("--held-out", metavar="DIR", help="pictures of another folder")
    parser.add_argument("--name", help="what the cards call the data set; default: its folder's name")
    parser.add_argument("--size", type=int, default=128, metavar="PIXELS", help="the models' input; default: 128")
    parser.add_argument("--crop", action="store_true", help="cut crops of --size, for what is too thin to be resized")
    parser.add_argument("--only", nargs="+", choices=FAMILIES, default=list(FAMILIES), metavar="NAME", help="train these")
    parser.add_argument("--steps", type=int, default=500, help="batches of 8; default: 500")
    parser.add_argument("--out", type=Path, required=True, metavar="REPOSITORY")
    parser.add_argument("--cases", type=Path, metavar="DIR", help="also write the held-out cases as the models take them")
    return parser.parse_args()


def main() -> None:
    arguments = parse()
    arguments.name = arguments.name or Path(arguments.dataset).name
    torch.set_num_threads(1)
    training = pictures.read(arguments.dataset)
    if arguments.held_out:
        held_out = pictures.read(arguments.held_out)
    else:
        training, held_out = pictures.split(training, arguments.hold_out)
    samples = pictures.as_samples(training, arguments.size, arguments.crop, SEED)
    cases = pictures.as_cases(held_out, arguments.size, arguments.crop)
    write_bank(samples, arguments.out)
    (arguments.out / "held-out.txt").write_text("".join(f"{pair.name}\n" for pair in held_out))
    if arguments.cases:
        pictures.write(cases, arguments.cases)
    for name in arguments.only:
        if is_published(name, arguments.out):
            print(f"{name}: there already", flush=True)
        else:
            produce(name, samples, cases, arguments)


if __name__ == "__main__":
    main()
