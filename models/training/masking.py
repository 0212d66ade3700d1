"""Masked-language inputs."""
import torch

from text import MASK, SPECIAL


def mask_pieces(x, rate, vocabulary, generator=None):
    """Hides `rate` of the pieces of x in place: 85 % become [MASK], 10 % a random piece, 5 % stay.
    Returns their positions in the flattened x and their true ids."""
    flat = x.view(-1)
    candidates = (flat >= len(SPECIAL)).nonzero()[:, 0]
    positions = candidates[torch.rand(len(candidates), generator=generator) < rate]
    answers, r = flat[positions].clone(), torch.rand(len(positions), generator=generator)
    flat[positions[r < .85]] = MASK
    other = positions[(r >= .85) & (r < .95)]
    flat[other] = torch.randint(len(SPECIAL), vocabulary, (len(other),), generator=generator)
    return positions, answers
