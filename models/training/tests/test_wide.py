"""The wide part: what it is fitted on, which pairs it keeps, and that the graph and int8 say what it says."""
import os
import tempfile
import unittest

import context  # noqa: F401
import export
import linear
import numpy as np
import onnx
import quantize
import torch
import wide
from model import BIGRAMS, Classifier, load_classifier
from text import CLS, SEP

VOCABULARY = 700
GOOD, BAD, NOT = 10, 11, 12


def rows(*texts):
    return np.concatenate([np.array(t) for t in texts]), np.cumsum([0] + [len(t) for t in texts])


class Places(unittest.TestCase):
    def test_every_place_has_its_piece_and_the_one_before(self):
        places = linear.Places(*rows([GOOD, BAD], [], [NOT]))
        self.assertEqual(places.own.tolist(), [CLS, GOOD, BAD, SEP, CLS, SEP, CLS, NOT, SEP])
        self.assertEqual(places.previous.tolist(), [0, CLS, GOOD, BAD, 0, CLS, 0, CLS, NOT])
        self.assertEqual(places.off.tolist(), [0, 4, 6, 9])

    def test_rows_are_cut_to_the_window(self):
        places = linear.Places(*rows([GOOD, BAD, NOT], [BAD]), window=4)
        self.assertEqual(places.own.tolist(), [CLS, GOOD, BAD, SEP, CLS, BAD, SEP])


class Fit(unittest.TestCase):
    def test_learns_what_a_pair_says_and_hides_neutral_where_there_is_none(self):
        texts = [[GOOD], [BAD], [NOT, GOOD], [NOT, BAD]] * 50
        target = np.eye(3, dtype=np.float32)[[2, 0, 0, 2] * 50]
        places = linear.Places(*rows(*texts))
        found = linear.features(places, VOCABULARY + linear.hashed(places.previous, places.own, 12))
        model = linear.fit(linear.Linear(VOCABULARY + 4096), found, places.off, target, np.ones(200, bool),
                           np.ones(200), 20, np.random.default_rng(0))
        z = linear.logits(model, found, places.off, np.arange(4))
        self.assertEqual((z[:, 2] > z[:, 0]).tolist(), [True, False, False, True])
        torch.testing.assert_close(model.bias.detach()[1], torch.tensor(0.))


class Table(unittest.TestCase):
    def test_the_heaviest_pair_keeps_the_row(self):
        table = wide.winners(np.array([3, 3, 5]), np.array([7, 8, 9]), np.array([1., 4., 2.]))
        self.assertEqual((table[3], table[5], table[4]), (8, 9, -1))

    def test_a_pair_without_a_row_weighs_nothing(self):
        places = linear.Places(*rows([GOOD, BAD]))
        row, check = wide.rows_and_checks(places.previous, places.own)
        checks = wide.winners(row[2:3], check[2:3], np.ones(1))
        self.assertEqual(wide.pair_features(places, checks, VOCABULARY).tolist(), [0, 0, VOCABULARY + row[2], 0])

    def test_rare_pairs_have_no_row(self):
        places = linear.Places(*rows([GOOD, BAD], [GOOD, BAD], [NOT, GOOD]))
        checks = wide.chosen(places, np.random.default_rng(0).normal(size=(VOCABULARY + (1 << wide.BITS), 3)), VOCABULARY)
        row, check = wide.rows_and_checks(places.previous, places.own)
        kept = checks[row] == check
        self.assertEqual(kept.tolist(), [True] * 8 + [True, False, False, False])


class InTheModel(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        rng, self.model = np.random.default_rng(0), linear.Linear(VOCABULARY + BIGRAMS)
        with torch.no_grad():
            self.model.bag.weight[1:] = torch.from_numpy(rng.normal(size=(VOCABULARY + BIGRAMS - 1, 3)).astype(np.float32))
            self.model.bias.copy_(torch.tensor([.3, -.2, .1]))
        self.texts = [[GOOD, BAD, NOT, GOOD], [NOT, GOOD]]
        self.places = linear.Places(*rows(*self.texts))
        pairs = [v[[1, 2, 6]] for v in (self.places.previous, self.places.own)]
        self.checks = wide.winners(*wide.rows_and_checks(*pairs), np.ones(3))
        self.classifier = Classifier(VOCABULARY).eval()
        self.classifier.wide = wide.as_wide(self.model, self.checks, VOCABULARY)

    def padded(self):
        x, mask = torch.zeros(2, 6, dtype=torch.int64), torch.zeros(2, 6)
        for i, text in enumerate(self.texts):
            x[i, :len(text) + 2] = torch.tensor([CLS, *text, SEP])
            mask[i, :len(text) + 2] = 1
        return x, mask

    def test_says_what_was_fitted_whatever_the_padding(self):
        x, mask = self.padded()
        with torch.no_grad():
            added = self.classifier.answers(x, mask) - self.classifier.encoder.answers(x, mask)
        found = linear.features(self.places, wide.pair_features(self.places, self.checks, VOCABULARY))
        z = linear.logits(self.model, found, self.places.off, np.arange(2))
        np.testing.assert_allclose(added.numpy(), z - z[:, :1], atol=1e-4)

    def test_a_file_without_it_is_the_encoder_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'weights.pt')
            torch.save(self.classifier.encoder.state_dict(), path)
            x, mask = self.padded()
            with torch.no_grad():
                torch.testing.assert_close(load_classifier(path, VOCABULARY).answers(x, mask),
                                           self.classifier.encoder.answers(x, mask))

    def test_half_of_it_is_added_where_half_is_asked_for(self):
        half = wide.share_of(self.classifier.wide.state_dict(), .5)
        torch.testing.assert_close(half['pairs.weight'] * 2, self.classifier.wide.pairs.weight.detach())
        self.assertTrue(torch.equal(half['checks'], self.classifier.wide.checks))

    def test_the_files_keep_it_as_int8_with_a_scale_a_column(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'model.onnx')
            export.write_graph(self.classifier, path, VOCABULARY)
            model = onnx.load(path)
            quantize.Rewriter(model, dynamic=True).run()
            onnx.checker.check_model(model)
        kept = {i.name: i for i in model.graph.initializer if i.name.startswith('wide.')}
        self.assertEqual({i.data_type for i in kept.values() if np.prod(i.dims) > 100}, {onnx.TensorProto.INT8})
        self.assertEqual(list(kept['wide.pairs.weight_scale'].dims), [2])


if __name__ == '__main__':
    unittest.main()
