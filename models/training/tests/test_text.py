import unittest

import context  # noqa: F401
from clean import clean
from text import UNK, Pieces, words


class Clean(unittest.TestCase):
    def test_removes_tags_and_resolves_entities(self):
        self.assertEqual(clean('a<br>b &amp; <b>un</b>real &#128512; &lt;3'), 'a\nb & unreal 😀 <3')

    def test_leaves_what_only_looks_like_markup(self):
        for text in ('5 < 7 > 3', '<3 &foo; & co', 'a<b'):
            self.assertEqual(clean(text), text)

    def test_drops_control_characters(self):
        self.assertEqual(clean('a\x00b\tc\x85'), 'ab\tc')


class Words(unittest.TestCase):
    def test_links_names_and_not(self):
        self.assertEqual(words("@Bob I don't like https://a.b/c?d"), ['@', 'user', 'i', 'do', 'not', 'like', 'http'])

    def test_case_and_accents_fold(self):
        self.assertEqual(words('CAFÉ Naïve'), ['cafe', 'naive'])

    def test_symbols_stand_alone(self):
        self.assertEqual(words('ok!!😍👍snake_case'), ['ok', '!', '!', '😍', '👍', 'snake', '_', 'case'])

    def test_ascii_and_unicode_paths_agree(self):
        text = "It's a\x00 @x test\x1f www.a.b isn't"
        self.assertEqual(words(text), words(text + ' é')[:-1])


class Encode(unittest.TestCase):
    pieces = Pieces(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'good', 'goo', '##d', '##ness', 'not', '!'])

    def test_takes_the_longest_piece(self):
        self.assertEqual([self.pieces.names[i] for i in self.pieces.encode('Goodness!')], ['good', '##ness', '!'])

    def test_unknown_words_are_one_piece(self):
        self.assertEqual(self.pieces.encode('zebra'), [UNK])
        self.assertEqual(self.pieces.encode('good' * 20), [UNK])

    def test_special_pieces_spelled_out_are_themselves(self):
        self.assertEqual(self.pieces.encode('good [SEP]good'), [5, 3, 5])


if __name__ == '__main__':
    unittest.main()
