"""Long texts are read in overlapping windows; their logits are averaged. The mirror of windows.ts and decide.ts."""
import numpy as np

PIECES, OVERLAP = 256, 64   # of calibration.json; the two special pieces included
STRONG = .7                 # of decide.ts: windows this sure of opposite labels make a text mixed


def spans(length, pieces=PIECES, overlap=OVERLAP):
    """(start, end) of each window over `length` pieces, the last moved back to be full; an empty text has one."""
    size = pieces - 2
    if length <= size:
        return [(0, length)]
    stride = size - overlap
    count = -(-(length - size) // stride) + 1
    starts = (min(i * stride, length - size) for i in range(count))
    return [(start, start + size) for start in starts]


def combine(logits):
    """Logits of one text from those of its windows, a row each: all windows of a long text are equally long."""
    return np.mean(logits, 0)


def of_texts(logits, counts):
    """Logits of texts from those of all their windows in turn; `counts` says how many each text has."""
    return np.array([combine(part) for part in np.split(logits, np.cumsum(counts)[:-1])])


def mixed(p, strong=STRONG):
    """Whether a text is mixed, from the probabilities of its windows, a row each."""
    return bool(p[:, 0].max() >= strong and p[:, 2].max() >= strong)
