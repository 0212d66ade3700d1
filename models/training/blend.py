"""Weights between two runs of one descent: blend.py --one FILE --other FILE --share 0.7 --out FILE

Where the second run began from the first one's weights, points between them are often better than either."""
import argparse

import torch

from model import weights_of


def mix(one, other, share):
    """(1 - share) of one and share of the other, tensor by tensor."""
    return {name: (1 - share) * one[name] + share * other[name] for name in one}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--one', required=True)
    p.add_argument('--other', required=True)
    p.add_argument('--share', type=float, required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    torch.save(mix(weights_of(a.one), weights_of(a.other), a.share), a.out)


if __name__ == '__main__':
    main()
