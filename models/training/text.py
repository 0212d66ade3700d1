"""Text to pieces: the same tokenizer as tokenizer.json (see tokenizer.py). Tags and entities are clean.py's business."""
import os
import re
import unicodedata

SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']
PAD, UNK, CLS, SEP, MASK = range(5)
LONGEST_WORD = 60
SHARED = ('alike.txt', 'misspelt.txt')

# The spaces that end a link in the tokenizer; those of \s in Python differ in a few.
GAP = r'\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000'
LINK = re.compile(rf'https?://[^{GAP}]+|www\.[^{GAP}]+')
NAME = re.compile(r'@[A-Za-z0-9_]+')
NOT = re.compile(r"n['’]t(?![A-Za-z])")
WORD = re.compile(r'[^\W_]+|[^\w\s]|_')
SPELLED = re.compile('(' + '|'.join(map(re.escape, SPECIAL)) + ')')
DROPPED = ('Cc', 'Cf', 'Co', 'Cs')


def fold(text):
    """Lower case without accents and control characters, as the BertNormalizer does it."""
    kept = (' ' if c in '\t\n\r' else c for c in text
            if c in '\t\n\r' or c != '\ufffd' and unicodedata.category(c) not in DROPPED)
    plain = unicodedata.normalize('NFD', ''.join(kept))
    return ''.join(c for c in plain if unicodedata.category(c) != 'Mn').lower()


def words(text):
    """Links, @names and n't are folded into words of their own; every symbol stands alone."""
    if not text.isascii():
        text = fold(NAME.sub(' @user ', LINK.sub(' http ', text)))
    else:
        text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', '', NAME.sub(' @user ', LINK.sub(' http ', text))).lower()
    return WORD.findall(NOT.sub(' not', text))


def groups(path):
    """Words that share one piece, from a file like alike.txt: a group a line, indented lines go on with it."""
    with open(path, encoding='utf-8') as f:
        return [line.split() for line in f.read().replace('\n  ', ' ').split('\n') if line]


class Pieces:
    """Greedy longest-match WordPiece over a list of pieces. The words of a group in `alike` are all the first of them
    that is in the list: whoever reads the pieces cannot tell them apart. A group without any stays as it is."""

    def __init__(self, vocabulary, alike=()):
        self.names = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        for group in alike:
            known = [self.ids[word] for word in group if word in self.ids]
            if known:
                self.ids.update(dict.fromkeys(group, known[0]))
        self.known = {}

    @classmethod
    def load(cls, path):
        """The list in a file, and the groups in the files alike.txt and misspelt.txt beside it where they are."""
        beside = (os.path.join(os.path.dirname(path), name) for name in SHARED)
        shared = [group for file in beside if os.path.exists(file) for group in groups(file)]
        with open(path, encoding='utf-8') as f:
            return cls(f.read().split('\n'), shared)

    def word(self, word):
        if word not in self.known:
            self.known[word] = self._split(word)
        return self.known[word]

    def _split(self, word):
        if len(word) > LONGEST_WORD:
            return [UNK]
        out, start = [], 0
        while start < len(word):
            end = len(word)
            prefix = '##' if start else ''
            while end > start and prefix + word[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [UNK]
            out.append(self.ids[prefix + word[start:end]])
            start = end
        return out

    def encode(self, text):
        """Pieces of a text without [CLS] and [SEP] around it. A special piece spelled out in the text is itself."""
        parts = SPELLED.split(text) if '[' in text else [text]
        return [piece for part in parts for piece in
                ([self.ids[part]] if part in SPECIAL else (p for word in words(part) for p in self.word(word)))]
