import unittest

import context  # noqa: F401
import candidates
import numpy as np


class Figures(unittest.TestCase):
    def test_means_over_sources_that_are_large_enough(self):
        # a: 60 rows, all right; b: 60 rows, half right; c: too few to count, all wrong.
        label = np.array([0] * 60 + [0, 2] * 30 + [0] * 9)
        logits = np.array([[5., 0, 0]] * 60 + [[5., 0, 0]] * 60 + [[0, 0, 5.]] * 9)
        part = {'label': label, 'two': np.zeros(129, bool), 'source': np.array([0] * 60 + [1] * 60 + [2] * 9)}
        calibration, found = candidates.figures(part, logits, ['a', 'b', 'c'], ['apps', 'apps', 'news'])
        self.assertEqual((found['sources'], found['mean accuracy']), (2, .75))
        self.assertGreater(calibration['temperature'], 1)

    def test_the_log_loss_weighs_domains_alike(self):
        # One row of news as unsure as can be, and many of apps that are nearly sure.
        label = np.array([0] * 999 + [0])
        logits = np.array([[9., 0, 0]] * 999 + [[0., 0, 0]])
        part = {'label': label, 'two': np.zeros(1000, bool), 'source': np.array([0] * 999 + [1])}
        calibration, found = candidates.figures(part, logits, ['a', 'b'], ['apps', 'news'])
        p = candidates.metrics.probabilities(logits, calibration)[:, 0]
        self.assertAlmostEqual(found['log loss'], -(np.log(p[0]) + np.log(p[-1])) / 2, places=5)
        self.assertEqual(found['accuracy of all rows'], 1)

    def test_takes_as_many_training_rows_of_each_source(self):
        source = np.array([0] * 5 + [1] * 2 + [2] * 9)
        rows = candidates.sample(source, [0, 1], 3)
        self.assertEqual(np.bincount(source[rows]).tolist(), [3, 2])
        self.assertEqual(len(set(rows)), 5)


if __name__ == '__main__':
    unittest.main()
