import argparse
import os
import tempfile
import unittest

import context  # noqa: F401
import finetune
import guided
import loop
import numpy as np
import prepare
import torch
from model import Classifier
from text import SPECIAL, Pieces

WORDS = ['a', 'b', 'c', '.', '!', '?']
A, B, C, STOP = (len(SPECIAL) + i for i in range(4))
HIDDEN = {**finetune.HIDDEN, 'drop': 0, 'drop_bigrams': 0, 'drop_within': 0}


class Beginnings(unittest.TestCase):
    def found(self, *rows):
        ids, off = np.concatenate(rows), np.cumsum([0] + [len(row) for row in rows])
        return [part.tolist() for part in guided.beginnings(ids, off, [STOP])]

    def test_are_those_of_rows_and_of_sentences(self):
        one = [A] * 7 + [STOP] + [B] * 9
        self.assertEqual(self.found(one, [C] * 6), [[0, 8, 17], [0, 0, 1]])

    def test_are_not_so_near_the_end_of_a_row_that_little_is_left(self):
        self.assertEqual(self.found([A] * 7 + [STOP] + [B] * 5, [C] * 5, [A] * 6 + [STOP]), [[0, 18], [0, 2]])


class Tiny(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work, rng = self.folder.name, np.random.default_rng(0)
        with open(os.path.join(self.work, 'vocab.txt'), 'w') as f:
            f.write('\n'.join(SPECIAL + WORDS))
        texts = [rng.choice([A, B, C, STOP], rng.integers(3, 200), p=[.3, .3, .3, .1]) for _ in range(200)]
        np.savez(os.path.join(self.work, 'raw.npz'), **prepare.flat(texts))
        torch.manual_seed(0)
        self.guide = Classifier(len(SPECIAL + WORDS)).eval().requires_grad_(False)
        self.guide.wide.pieces.weight.data[[A, B]] = torch.tensor([[0., 3], [-3., -3]])

    def tearDown(self):
        self.folder.cleanup()

    def guided(self):
        return guided.Guided(self.work, self.guide, 256, 1., HIDDEN)

    def test_parts_are_of_one_length_or_end_with_their_text(self):
        source, rng = self.guided(), np.random.default_rng(1)
        ends = set(np.flatnonzero(np.isin(np.arange(len(source.ids) + 1), source.off[1:])).tolist())
        text = source.ids.tobytes()
        for _ in range(50):
            parts = source.parts(rng)
            longest = max(map(len, parts))
            self.assertLessEqual(longest * len(parts), 256)
            for part in parts:
                self.assertTrue(guided.SHORTEST <= len(part) <= guided.LONGEST)
                if len(part) < longest and len(part) > 20:
                    self.assertIn(text.index(part.tobytes()) // 2 + len(part), ends)

    def test_the_guide_is_followed_without_any_label(self):
        p = loop.arguments(argparse.ArgumentParser(), tokens=1e6, rate=3e-3)
        run = loop.Run(p.parse_args(['--work', self.work, '--run', os.path.join(self.work, 'run'), '--device', 'cpu']))
        source, losses = self.guided(), []
        for _ in range(20):
            loss = source(run)
            losses.append(float(loss))
            run.update(loss, 3e-3)
        self.assertLess(sum(losses[-5:]), sum(losses[:5]) / 2)
        self.assertGreater(run.tokens, 0)


if __name__ == '__main__':
    unittest.main()
