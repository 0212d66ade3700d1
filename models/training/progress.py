"""Accuracy on a fixed sample of dev during training: the curve of the model card."""
import numpy as np

import corpus
import infer
import metrics

EACH = 60   # rows a source; sources with fewer are left out


class Watch:
    def __init__(self, work):
        part, names = corpus.load_set(work, 'dev'), np.array(corpus.source_names(work))
        of = [np.where(part['source'] == s)[0] for s in np.unique(part['source'])]
        self.rows = np.concatenate([rows[np.linspace(0, len(rows) - 1, EACH).astype(int)] for rows in of if len(rows) >= EACH])
        self.part, self.source = part, names[part['source'][self.rows]]

    def accuracy(self, model, device):
        """Mean over sources of the accuracy on their rows, first window only."""
        p = self.part
        pieces = [p['ids'][p['off'][r]:p['off'][r + 1]] for r in self.rows]
        logits = infer.logits(model, pieces, device=device, cut=True)
        model.train()
        scores = metrics.by_group(p['label'][self.rows], metrics.probabilities(logits), p['two'][self.rows], self.source)
        return float(np.mean([s['accuracy'] for s in scores.values()]))
