import unittest

import context  # noqa: F401
import numpy as np
import sampling
import torch
from masking import mask_pieces
from text import CLS, MASK, SEP


class Copies(unittest.TestCase):
    def test_small_sources_are_copied_more(self):
        rate = sampling.copies(np.array([1000., 10.]), np.array([20., 20.]), .5, np.ones(2), 1.0)
        self.assertGreater(rate[1], rate[0])
        self.assertAlmostEqual((rate * [1000, 10]).sum(), 1010)

    def test_no_source_exceeds_its_share_of_tokens(self):
        counts, lengths = np.full(20, 100.), np.array([2000.] + [20.] * 19)
        tokens = sampling.copies(counts, lengths, .6, np.ones(20), .1) * counts * lengths
        self.assertLess(tokens[0] / tokens.sum(), .105)

    def test_empty_sources_are_never_drawn(self):
        self.assertEqual(sampling.copies(np.array([5., 0.]), np.array([9., 0.]), .6, np.ones(2), 1.)[1], 0)


class Batches(unittest.TestCase):
    def test_every_row_once_within_the_budget(self):
        rng = np.random.default_rng(0)
        lengths, rows = rng.integers(3, 128, 5000), np.arange(5000)
        cut = list(sampling.batches(lengths, rows, 2048, rng))
        self.assertEqual(sorted(np.concatenate(cut).tolist()), rows.tolist())
        self.assertTrue(all(lengths[b].max() * len(b) <= 2048 for b in cut))

    def test_same_seed_same_batches(self):
        one, two = (list(sampling.batches(np.arange(3, 103), np.arange(100), 512, np.random.default_rng(4))) for _ in 'ab')
        self.assertEqual([b.tolist() for b in one], [b.tolist() for b in two])


class Tensors(unittest.TestCase):
    def test_adds_ends_and_pads(self):
        x, mask = sampling.stack([[7, 8], [9]])
        self.assertEqual(x.tolist(), [[CLS, 7, 8, SEP], [CLS, 9, SEP, 0]])
        self.assertEqual(mask.tolist(), [[1, 1, 1, 1], [1, 1, 1, 0]])

    def test_long_rows_are_cut(self):
        ids = np.arange(5, 105)
        x, _ = sampling.tensors(ids, np.array([0, 100]), [0], 32, np.random.default_rng(0))
        self.assertEqual(x.shape, (1, 32))


class Mask(unittest.TestCase):
    def test_hides_the_wanted_share_and_returns_the_answers(self):
        x = torch.randint(5, 1000, (40, 100))
        x[:, 0], before = CLS, None
        before = x.clone()
        where, answers = mask_pieces(x, .15, 1000, torch.Generator().manual_seed(0))
        self.assertTrue(torch.equal(before.view(-1)[where], answers))
        self.assertAlmostEqual(len(where) / 3960, .15, delta=.02)
        self.assertAlmostEqual((x == MASK).sum().item() / len(where), .85, delta=.05)
        self.assertTrue((x[:, 0] == CLS).all())


if __name__ == '__main__':
    unittest.main()
