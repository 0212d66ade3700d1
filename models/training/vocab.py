"""A vocabulary of word pieces from texts: sentencepiece's BPE, read as WordPiece, plus every frequent symbol."""
import collections
import os
import subprocess

from clean import clean
from text import SPECIAL, words

SIZE = 15_400
SYMBOL_AT_LEAST = 12


def count(texts):
    seen = collections.Counter()
    for text in texts:
        seen.update(words(clean(text)))
    return seen


def symbols(seen):
    """Single characters that are neither letter nor digit, most frequent first."""
    found = [w for w, n in seen.items() if len(w) == 1 and n >= SYMBOL_AT_LEAST and not w.isalnum()]
    return sorted(found, key=lambda w: (-seen[w], w))


def as_wordpiece(bpe):
    """'▁good' starts a word and becomes 'good'; 'ness' continues one and becomes '##ness'."""
    pieces = dict.fromkeys(SPECIAL)
    for piece in bpe:
        if piece and piece != '▁':
            pieces[piece[1:] if piece.startswith('▁') else '##' + piece] = None
    letters = sorted({p[2:] if p.startswith('##') else p for p in pieces if len(p.replace('##', '', 1)) == 1})
    for letter in letters:
        pieces[letter] = pieces['##' + letter] = None
    return pieces


def build(texts, folder):
    seen = count(texts)
    table, model = os.path.join(folder, 'words.tsv'), os.path.join(folder, 'spm')
    with open(table, 'w', encoding='utf-8') as f:
        f.writelines(f'{w}\t{n}\n' for w, n in sorted(seen.items()) if n >= 2 and w.isalnum() and len(w) < 40)
    subprocess.run(['spm_train', f'--input={table}', '--input_format=tsv', f'--model_prefix={model}',
                    f'--vocab_size={SIZE}', '--model_type=bpe', '--character_coverage=0.9997',
                    '--normalization_rule_name=identity', '--split_by_unicode_script=false',
                    '--split_by_number=false', '--max_sentencepiece_length=20', '--unk_id=0',
                    '--bos_id=-1', '--eos_id=-1'], check=True, stderr=subprocess.DEVNULL)
    with open(model + '.vocab', encoding='utf-8') as f:
        pieces = as_wordpiece(line.split('\t')[0] for line in f.read().split('\n')[1:])
    pieces.update(dict.fromkeys(symbols(seen)))
    with open(os.path.join(folder, 'vocab.txt'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(pieces))
