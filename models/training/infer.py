"""Logits of the torch model for encoded sets and plain texts."""
import numpy as np
import torch

import corpus
import sampling
import windows
from clean import clean
from precision import autocast

BUDGET = 16_384


def logits(model, sequences, device='cpu', cut=False, lower=True):
    """One row of logits a sequence of pieces. `cut` reads only the first window; `lower` computes in bf16
    where the device can."""
    spans = [windows.spans(len(pieces))[:1 if cut else None] for pieces in sequences]
    parts = [pieces[start:end] for pieces, found in zip(sequences, spans) for start, end in found]
    lengths = np.array([len(p) + 2 for p in parts])
    out = np.zeros((len(parts), 3))
    model.eval()
    order = np.argsort(lengths, kind='stable')
    for rows in _batches(lengths, order):
        x, seen = (t.to(device) for t in sampling.stack([parts[r] for r in rows]))
        with torch.no_grad(), autocast(device, lower):
            out[rows] = model.answers(x, seen).float().cpu().numpy()
    return windows.of_texts(out, [len(found) for found in spans])


def _batches(lengths, order):
    batch = []
    for row in order:
        if batch and lengths[row] * (len(batch) + 1) > BUDGET:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def of_set(model, work, name, rows=None, **options):
    part = corpus.load_set(work, name)
    rows = range(len(part['off']) - 1) if rows is None else rows
    return logits(model, [part['ids'][part['off'][r]:part['off'][r + 1]] for r in rows], **options), part


def of_texts(model, pieces, texts, **options):
    return logits(model, [pieces.encode(clean(t)) for t in texts], **options)
