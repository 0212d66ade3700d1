import unittest

import context  # noqa: F401
import long_texts
import numpy as np
import windows
from text import Pieces

PLAIN = {'temperature': 1., 'bias': [0, 0, 0]}


def windows_of(*logits, size=254, stride=190):
    """A text's windows: start, end and the logits given."""
    return np.array([[i * stride, i * stride + size, *z] for i, z in enumerate(logits)], float)


def row(label, stars=None, classes=3, text=''):
    return {'text': text, 'label': label, 'classes': classes, **({} if stars is None else {'stars': stars})}


class Rules(unittest.TestCase):
    read = windows_of([0., 0, 3], [2., 0, 0], [0., 0, 1])

    def test_the_first_is_the_one_in_use(self):
        among = long_texts.rules(PLAIN)
        np.testing.assert_allclose(next(iter(among.values()))(self.read), windows.combine(self.read[:, 2:]))

    def test_each_answers_as_its_name_says(self):
        among = long_texts.rules(PLAIN)
        for name, expected in {'surest window': [0, 0, 3], 'first and last': [0, 0, 2], 'first only (cut)': [0, 0, 3],
                               'last counts double': [.5, 0, 1.25], 'by polarity': [4 / 6, 0, 10 / 6]}.items():
            np.testing.assert_allclose(among[name](self.read), expected, err_msg=name)

    def test_pieces_in_two_windows_count_once(self):
        weights = long_texts.once(np.array([[0, 10, 0, 0, 0], [5, 15, 0, 0, 0], [15, 25, 0, 0, 0]], float))
        np.testing.assert_allclose(weights, [7.5, 7.5, 10])


class Comparison(unittest.TestCase):
    def test_differences_are_paired(self):
        reads = [windows_of([0., 0, 3], [1., 0, 0])] * 50
        found = long_texts.compare([row(2)] * 50, reads, PLAIN, long_texts.rules(PLAIN))
        self.assertEqual(found['mean']['accuracy'], 1)
        self.assertEqual(found['mean']['accuracy gained'], [0, 0, 0])
        wrong = long_texts.compare([row(0)] * 50, reads, PLAIN, {'mean': long_texts.rules(PLAIN)['mean'],
                                                                 'last': lambda read: read[-1, 2:]})
        self.assertEqual(wrong['last']['accuracy gained'], [1, 1, 1])

    def test_two_class_sources_ignore_neutral(self):
        reads = [windows_of([1., 9, 0], [1., 9, 0])]
        found = long_texts.compare([row(0, classes=2)], reads, PLAIN, long_texts.rules(PLAIN))
        self.assertEqual(found['mean']['accuracy'], 1)


class Disagreement(unittest.TestCase):
    def test_counts_mixed_texts_and_whether_their_label_fits(self):
        mixed, agreeing = windows_of([5., 0, 0], [0., 0, 6]), windows_of([0., 0, 5], [0., 0, 5])
        members = [row(2), row(1), row(2), row(0)]
        found = {f['strong']: f for f in long_texts.disagreement(members, [mixed, mixed, agreeing, agreeing], PLAIN)}
        self.assertEqual(found[.7], {'strong': .7, 'texts': 2, 'share': .5, 'right': .5, 'neutral': .5, 'right elsewhere': .5})

    def test_weighs_texts_by_how_many_they_stand_for(self):
        mixed = windows_of([5., 0, 0], [0., 0, 6])
        found = long_texts.disagreement([row(2), row(1)], [mixed, mixed], PLAIN, np.array([3., 1.]))
        self.assertEqual(found[2]['neutral'], .25)

    def test_says_so_when_there_is_none(self):
        found = long_texts.disagreement([row(2)], [windows_of([0., 0, 5], [0., 0, 5])], PLAIN)
        self.assertIsNone(found[0]['right'])
        self.assertIn('| 0 | 0.0 | – | – | 100.0 |', '\n'.join(long_texts.mixed_table(found)))


class Choice(unittest.TestCase):
    def test_long_rows_need_more_than_one_window(self):
        pieces = Pieces(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'good'])
        members = [row(2, text='good ' * n) for n in (10, 254, 255)]
        self.assertEqual(long_texts.long_rows(members, pieces), members[2:])

    def test_stars_that_contradict_the_label_are_left_out(self):
        members = [row(0, 1), row(0, 3), row(1, 3), row(1, 5), row(2, 10), row(2, 4), row(2, 5.), row(2, 4)]
        kept, weight = long_texts.by_stars(members, 2)
        self.assertEqual([(r['label'], r['stars']) for r in kept], [(0, 1), (1, 3), (2, 4), (2, 5.)])
        np.testing.assert_allclose(weight, [1, 1, 1.5, 1.5])

    def test_spread_takes_the_same_rows_every_time(self):
        self.assertEqual(long_texts.spread(list(range(10)), 4), [0, 2, 5, 7])
        self.assertEqual(long_texts.spread([1, 2], 4), [1, 2])


if __name__ == '__main__':
    unittest.main()
