import json
import os
import unittest

import context  # noqa: F401
import behaviour
import calibrate
import metrics
import numpy as np
import wasm
import windows


class Windows(unittest.TestCase):
    def test_short_texts_have_one(self):
        self.assertEqual(windows.spans(0), [(0, 0)])
        self.assertEqual(windows.spans(254), [(0, 254)])

    def test_long_texts_are_covered_with_overlap(self):
        for length in (255, 444, 445, 900, 5000):
            spans = windows.spans(length)
            self.assertEqual((spans[0][0], spans[-1][1]), (0, length))
            self.assertTrue(all(end - start == 254 for start, end in spans))
            self.assertTrue(all(a[1] - b[0] >= 64 for a, b in zip(spans, spans[1:])))

    def test_spans_are_those_of_the_product(self):
        self.assertEqual(windows.spans(13, 10, 3), [(0, 8), (5, 13)])
        self.assertEqual(windows.spans(14, 10, 3), [(0, 8), (5, 13), (6, 14)])

    def test_windows_weigh_the_same(self):
        out = windows.of_texts(np.array([[3., 0, 0], [0, 0, 0], [1, 1, 1]]), [2, 1])
        np.testing.assert_allclose(out, [[1.5, 0, 0], [1, 1, 1]])

    def test_mixed_texts_have_strong_windows_of_both_kinds(self):
        self.assertTrue(windows.mixed(np.array([[.7, .2, .1], [.1, .2, .7]])))
        self.assertFalse(windows.mixed(np.array([[.7, .2, .1], [.1, .3, .69]])))
        self.assertFalse(windows.mixed(np.array([[.69, .2, .11], [.1, .2, .7]])))


class Metrics(unittest.TestCase):
    def test_two_class_sources_ignore_neutral(self):
        s = metrics.score(np.array([0, 2]), np.array([[.3, .6, .1], [.1, .8, .1]]), np.array([True, True]))
        self.assertEqual(s['accuracy'], .5)

    def test_auc(self):
        p = np.array([[.9, 0, .1], [.6, 0, .4], [.7, 0, .3], [.1, 0, .9]])
        self.assertEqual(metrics.auc(np.array([0, 0, 2, 2]), p), .75)

    def test_ece_of_perfect_and_of_overconfident(self):
        self.assertAlmostEqual(metrics.ece(np.full(100, .8), np.arange(100) % 5 > 0), 0, delta=.3)
        self.assertAlmostEqual(metrics.ece(np.full(30, 1.), np.arange(30) % 2 == 0), .5, delta=.2)


class Agreement(unittest.TestCase):
    def test_holds_what_the_product_is_held_to(self):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'measures.json')) as f:
            cases = json.load(f)
        for case in cases:
            label, classes = (np.array([row[name] for row in case['rows']]) for name in ('label', 'classes'))
            p = np.array([row['probabilities'] for row in case['rows']])
            found = metrics.score(label, p, classes == 2)
            self.assertEqual(json.loads(json.dumps(found)), case['measures'], case['name'])


class Calibrate(unittest.TestCase):
    def test_finds_temperature_and_bias(self):
        rng = np.random.default_rng(0)
        z = rng.normal(0, 2, (20000, 3))
        p = metrics.probabilities(z, {'temperature': 2., 'bias': [0, .5, -.3]})
        label = (rng.random(20000)[:, None] > p.cumsum(1)).sum(1)
        found = calibrate.fit(z, label, np.zeros(20000, bool), np.full(20000, 1 / 20000))
        self.assertAlmostEqual(found['temperature'], 2., delta=.1)
        np.testing.assert_allclose(found['bias'], [0, .5, -.3], atol=.08)

    def test_domains_weigh_the_same(self):
        w = calibrate.domain_weights(np.array(['a', 'a', 'a', 'b']))
        np.testing.assert_allclose(w, [1 / 6, 1 / 6, 1 / 6, 1 / 2])

    def test_band_gains(self):
        confidence = np.linspace(.4, 1, 1000)
        right = confidence > .55
        threshold, doubt = calibrate.band(confidence, right, np.ones(1000))
        self.assertGreaterEqual(doubt['outside'], doubt['overall'] + calibrate.GAIN)
        self.assertGreater(threshold, .4)


class Behaviour(unittest.TestCase):
    def test_suite_is_complete(self):
        suite = behaviour.cases()
        self.assertEqual(len(suite), 13)
        self.assertTrue(all(len(cases) >= 30 for cases in suite.values()))
        ids = [case['id'] for cases in suite.values() for case in cases]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertTrue(set(behaviour.BARS) < set(suite))

    def test_rules(self):
        p = {'a': np.array([.2, .3, .5]), 'b': np.array([.22, .3, .48]), 'c': np.array([.6, .3, .1])}
        self.assertTrue(behaviour.passes('swaps', {'text': 'a', 'changed': 'b'}, p))
        self.assertFalse(behaviour.passes('swaps', {'text': 'a', 'changed': 'c'}, p))
        self.assertFalse(behaviour.passes('typos', {'text': 'a', 'changed': 'c'}, p))
        self.assertTrue(behaviour.passes('contrast', {'text': 'c', 'expect': ['neutral', 'negative']}, p))


class Sample(unittest.TestCase):
    def test_caps_each_source(self):
        rows = [{'source': 'a', 'i': i} for i in range(10)] + [{'source': 'b', 'i': 0}]
        self.assertEqual([r['i'] for r in wasm.sample(rows, 5)], [0, 2, 4, 6, 8, 0])


if __name__ == '__main__':
    unittest.main()
