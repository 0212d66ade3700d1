import collections
import os
import tempfile
import unittest

import context  # noqa: F401

import misspelt
import text

VOCABULARY = text.SPECIAL + ['great', 'terrible', 'product', 'extra', 'worth', 'worst', 'could', '##ordin', '##ary', '##ily',
                             *'abcdefghijklmnopqrstuvwxyz', *('##' + c for c in 'abcdefghijklmnopqrstuvwxyz')]
SEEN = collections.Counter({'great': 6000, 'terrible': 900, 'product': 5000, 'worth': 800, 'worst': 700, 'could': 9000,
                            'gteat': 3, 'prodect': 4, 'terribly': 80, 'couldn': 131, 'wortt': 1, 'grade': 200})
TOTALS = (1000, 1000)
LIKED = collections.Counter({'great': 700, 'product': 300, 'worth': 300, 'could': 300, 'worst': 10, 'terrible': 5})
DISLIKED = collections.Counter({'great': 50, 'product': 300, 'worth': 300, 'could': 300, 'worst': 500, 'terrible': 400})


def found(seen=SEEN, dictionary=frozenset({'terribly', 'grade'})):
    groups = misspelt.groups((seen, LIKED, DISLIKED, TOTALS), text.Pieces(VOCABULARY), set(dictionary))
    return {variant: word for word, *variants in groups for variant in variants}


class Misspelt(unittest.TestCase):
    def test_the_slips_of_a_word(self):
        slips = misspelt.slips('great')
        for one in ('gret', 'graet', 'greaat', 'gteat', 'griat', 'grea'):
            self.assertIn(one, slips)
        for one in ('great', 'reat', 'rgeat', 'grzat'):
            self.assertNotIn(one, slips)

    def test_another_letter_doubled(self):
        self.assertIn('dissapoint', misspelt.confused('disappoint'))
        self.assertEqual(misspelt.confused('great'), set())

    def test_words_with_a_tone_have_slips_that_no_text_holds_and_others_only_those_seen(self):
        of = found()
        self.assertEqual(of['terribel'], 'terrible')
        self.assertEqual(of['gteat'], 'great')
        self.assertEqual(of['prodect'], 'product')
        self.assertNotIn('prodcut', of)

    def test_no_word_of_its_own_is_a_misspelling(self):
        of = found()
        self.assertFalse({'terribly', 'grade', 'worth', 'worst', 'great'} & of.keys())
        self.assertEqual(found(SEEN | collections.Counter(gteat=900)).get('gteat'), None)

    def test_what_might_be_of_two_words_is_of_none(self):
        self.assertNotIn('wortt', found())

    def test_a_negation_cut_in_two_keeps_its_sense(self):
        self.assertNotIn('couldn', found())

    def test_what_a_longer_word_begins_with_stays_in_pieces(self):
        self.assertIn('terribl', found(SEEN - collections.Counter(terribly=80), ()))
        self.assertNotIn('terribl', found())

    def test_a_misspelling_is_read_as_the_word(self):
        with tempfile.TemporaryDirectory() as work:
            for name, content in (('vocab.txt', '\n'.join(VOCABULARY)), ('misspelt.txt', 'great graet\nterrible terribel\n')):
                with open(os.path.join(work, name), 'w', encoding='utf-8') as f:
                    f.write(content)
            pieces = text.Pieces.load(os.path.join(work, 'vocab.txt'))
        self.assertEqual(pieces.encode('Graet, terribel'), pieces.encode('great, terrible'))


if __name__ == '__main__':
    unittest.main()
