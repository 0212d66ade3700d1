import json
import os
import tempfile
import unittest

import context  # noqa: F401
import numpy as np
import torch

import share
import text
import tokenizer

ALIKE = os.path.join(os.path.dirname(text.__file__), 'alike.txt')
VOCABULARY = text.SPECIAL + ['john', 'emma', 'he', 'she', 'rav', '##ing', 'kind', 'was']


class Alike(unittest.TestCase):
    pieces = text.Pieces(VOCABULARY, [['john', 'emma', 'ravi'], ['he', 'she']])

    def test_words_of_a_group_are_one_piece(self):
        john = self.pieces.encode('John was kind: he')
        for other in ('Emma was kind: she', 'Ravi was kind: he'):
            self.assertEqual(self.pieces.encode(other), john)
        self.assertNotEqual(self.pieces.encode('John'), self.pieces.encode('he'))

    def test_the_first_known_word_stands_for_its_group_and_unknown_groups_change_nothing(self):
        pieces = text.Pieces(VOCABULARY, [['uncles', 'aunts'], ['ravi', 'emma', 'okafor']])
        self.assertEqual(pieces.encode('Ravi Okafor'), pieces.encode('emma emma'))
        self.assertNotIn('aunts', pieces.ids)

    def test_without_groups_they_are_not(self):
        self.assertNotEqual(text.Pieces(VOCABULARY).encode('john'), text.Pieces(VOCABULARY).encode('emma'))

    def test_groups_are_read_beside_the_vocabulary(self):
        with tempfile.TemporaryDirectory() as work:
            path = os.path.join(work, 'vocab.txt')
            with open(path, 'w') as f:
                f.write('\n'.join(VOCABULARY))
            self.assertEqual(len(set(text.Pieces.load(path).ids.values())), len(VOCABULARY))
            with open(os.path.join(work, 'alike.txt'), 'w') as f:
                f.write('john emma\n  ravi\nhe she\n')
            self.assertEqual(text.Pieces.load(path).ids, self.pieces.ids)

    def test_the_tokenizer_file_names_them_with_one_number(self):
        vocabulary = json.loads(json.dumps(tokenizer.description(self.pieces.ids)))['model']['vocab']
        self.assertEqual(vocabulary['ravi'], vocabulary['john'])
        self.assertEqual(max(vocabulary.values()), len(VOCABULARY) - 1)


class OurGroups(unittest.TestCase):
    def test_no_word_is_in_two_groups_or_needs_folding(self):
        words = [word for group in text.groups(ALIKE) for word in group]
        self.assertEqual(len(words), len(set(words)))
        self.assertEqual([word for word in words if text.words(word) != [word]], [])


class Share(unittest.TestCase):
    def test_a_shared_piece_is_the_mean_of_its_members_by_frequency(self):
        before, shared = {'john': 0, 'emma': 1, 'kind': 2}, {'john': 0, 'emma': 0, 'ravi': 0, 'kind': 2}
        table = torch.tensor([[1.], [5.], [9.]])
        out = share.means(table, np.array([3, 1, 7]), before, shared)
        self.assertEqual(out.tolist(), [[2.], [5.], [9.]])
        self.assertEqual(table.tolist(), [[1.], [5.], [9.]])


if __name__ == '__main__':
    unittest.main()
