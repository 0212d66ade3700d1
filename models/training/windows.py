"""Long texts are read in overlapping windows; their logits are averaged, each window weighing its pieces."""
import numpy as np

PIECES, OVERLAP = 256, 64   # of calibration.json; the two special pieces included


def spans(length, pieces=PIECES, overlap=OVERLAP):
    """(start, end) of each window over `length` pieces; an empty text has one empty window."""
    size = pieces - 2
    if length <= size:
        return [(0, length)]
    starts = range(0, length - overlap, size - overlap)
    return [(start, min(start + size, length)) for start in starts]


def average(logits, lengths, owner, texts):
    """Logits of texts from the logits of windows: `owner` names the text of each window."""
    weight = np.maximum(np.asarray(lengths, float), 1)[:, None]
    total, sums = np.zeros((texts, 1)), np.zeros((texts, logits.shape[1]))
    np.add.at(total, owner, weight)
    np.add.at(sums, owner, logits * weight)
    return sums / total
