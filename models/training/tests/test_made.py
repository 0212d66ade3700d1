import random
import unittest

import context  # noqa: F401
import guard
import rows
from made import changes, grammar
from made.expand import NEGATIVE, expand, sentence


class Grammar(unittest.TestCase):
    def test_is_deterministic_and_distinct(self):
        made = grammar.rows(1, 3000)
        self.assertEqual(made, grammar.rows(1, 3000))
        self.assertEqual(len({row['text'].lower() for row in made}), len(made))

    def test_no_slot_is_left_open(self):
        for row in grammar.rows(2, 5000):
            self.assertNotRegex(row['text'], r'[{}|]')

    def test_every_slot_has_a_list(self):
        for name, templates, lists in grammar.families():
            for template, target in templates:
                self.assertTrue(expand(template, lists, random.Random(0)), name)
                self.assertAlmostEqual(sum(target), 1)

    def test_article_before_a_vowel(self):
        self.assertIn('an awful film', sentence('what a awful film', random.Random(5)).lower())


class Guard(unittest.TestCase):
    def test_sees_a_shared_run(self):
        suite = ['The battery is not very good at all.']
        self.assertEqual(guard.apart(['battery is not very good, sadly', 'the battery is good'], suite), [False, True])

    def test_suite_texts_are_kept_out(self):
        keys = rows.suite_keys()
        self.assertGreater(len(keys), 400)
        text = rows.suite_texts()[0]
        self.assertEqual(rows.without([{'text': text.upper() + ' '}, {'text': 'x'}], keys), [{'text': 'x'}])


class Changes(unittest.TestCase):
    rng = random.Random(0)

    def row(self, text, label):
        return {'text': text, 'label': label, 'source': 'x'}

    def test_flips_what_surely_flips(self):
        text, target = changes.flip(self.row('The staff was very friendly', 2), self.rng)
        self.assertRegex(text, r"(not|never|n't)")
        self.assertEqual(target, NEGATIVE)
        self.assertEqual(changes.flip(self.row("It isn't good", 0), self.rng)[0], 'It is good')

    def test_leaves_the_rest(self):
        for text, label in (('It is good but slow', 2), ('Is it good?', 2), ('Fine', 1), ('Table and chair', 2)):
            self.assertIsNone(changes.flip(self.row(text, label), self.rng))

    def test_swaps_names_and_genders(self):
        self.assertNotIn('Emma', changes.swap('Emma was kind', self.rng))
        self.assertIsNone(changes.swap('the room was kind of small', self.rng))

    def test_mistypes_only_long_words(self):
        self.assertIsNone(changes.mistype('so it is ok', self.rng))
        self.assertNotEqual(changes.mistype('wonderful evening', self.rng), 'wonderful evening')

    def test_slipped_rows_keep_their_label(self):
        rows = [self.row('The evening was wonderful', 2), self.row('A chair and a table', 1)]
        (row,) = changes.slipped(rows, 1, 5)
        self.assertEqual((row['label'], row['source']), (2, 'slips'))
        self.assertNotIn('wonderful', row['text'])

    def test_mistypes_words_of_tone_first(self):
        for _ in range(50):
            words = changes.mistype('the evening at this hotel was wonderful.', self.rng).split(' ')
            self.assertNotEqual(words[-1], 'wonderful.')
            self.assertEqual(words[-1][-1], '.')


if __name__ == '__main__':
    unittest.main()
