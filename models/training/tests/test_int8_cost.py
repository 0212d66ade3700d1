import unittest

import context  # noqa: F401
import int8_cost
import numpy as np

PLAIN = {'temperature': 1., 'bias': [0, 0, 0]}
NEGATIVE, NEUTRAL, POSITIVE = [4., 0, 0], [0, 4., 0], [0, 0, 4.]


def row(source, label, classes=3):
    return {'source': source, 'label': label, 'classes': classes}


class Compare(unittest.TestCase):
    # Source a: int8 misses one row of two that fp32 has. Source b: both are right.
    members = [row('a', 0), row('a', 2), row('b', 1)]
    found = int8_cost.compare(members, np.array([NEGATIVE, NEUTRAL, NEUTRAL]), np.array([NEGATIVE, POSITIVE, NEUTRAL]), PLAIN)

    def test_averages_over_sources(self):
        self.assertEqual((self.found['int8'], self.found['fp32']), (.75, 1.))
        self.assertEqual(self.found['difference'], -.25)

    def test_counts_labels_that_differ(self):
        self.assertEqual(self.found['flips'], 1)
        self.assertAlmostEqual(self.found['flip rate'], 1 / 3)
        self.assertGreater(self.found['largest difference of a probability'], .9)

    def test_interval_is_of_the_pairs(self):
        low, high = self.found['interval']
        self.assertEqual((low, high), (-.5, 0))
        same = int8_cost.compare(self.members, *[np.array([POSITIVE] * 3)] * 2, PLAIN)
        self.assertEqual((same['difference'], same['interval'], same['flips']), (0, [0, 0], 0))

    def test_two_classes_hide_neutral(self):
        nearly = np.array([[.1, 4., 0]])
        self.assertEqual(int8_cost.compare([row('a', 0, classes=2)], nearly, nearly, PLAIN)['int8'], 1)


if __name__ == '__main__':
    unittest.main()
