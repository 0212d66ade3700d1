"""tokenizer.json: text.py in the words of the tokenizers library, as transformers.js reads it."""
import json
import os

from text import LONGEST_WORD, SPECIAL


def replace(pattern, content):
    return {'type': 'Replace', 'pattern': {'Regex': pattern}, 'content': content}


def split(pattern, behavior):
    return {'type': 'Split', 'pattern': {'Regex': pattern}, 'behavior': behavior, 'invert': False}


def special(name, kind=0):
    return {'SpecialToken': {'id': name, 'type_id': kind}}


def sequence(name, kind=0):
    return {'Sequence': {'id': name, 'type_id': kind}}


def description(ids):
    one = [special('[CLS]'), sequence('A'), special('[SEP]')]
    return {
        'version': '1.0', 'truncation': None, 'padding': None,
        'added_tokens': [{'id': ids[t], 'content': t, 'single_word': False, 'lstrip': False, 'rstrip': False,
                          'normalized': False, 'special': True} for t in SPECIAL],
        'normalizer': {'type': 'Sequence', 'normalizers': [
            replace(r'https?://\S+|www\.\S+', ' http '), replace('@[A-Za-z0-9_]+', ' @user '),
            {'type': 'BertNormalizer', 'clean_text': True, 'handle_chinese_chars': False, 'strip_accents': True,
             'lowercase': True},
            replace("n['’]t(?![A-Za-z])", ' not')]},
        # \w of JavaScript is ASCII, so letters and digits are spelled out; every symbol stands alone.
        'pre_tokenizer': {'type': 'Sequence', 'pretokenizers': [
            split(r'\s+', 'Removed'), split(r'[\p{L}\p{N}]+|[^\p{L}\p{N}\s]', 'Isolated')]},
        'post_processor': {
            'type': 'TemplateProcessing', 'single': one, 'pair': one + [sequence('B', 1), special('[SEP]', 1)],
            'special_tokens': {t: {'id': t, 'ids': [ids[t]], 'tokens': [t]} for t in ('[CLS]', '[SEP]')}},
        'decoder': {'type': 'WordPiece', 'prefix': '##', 'cleanup': True},
        'model': {'type': 'WordPiece', 'unk_token': '[UNK]', 'continuing_subword_prefix': '##',
                  'max_input_chars_per_word': LONGEST_WORD, 'vocab': ids}}


def write(folder, ids, window):
    with open(os.path.join(folder, 'tokenizer.json'), 'w', encoding='utf-8') as f:
        json.dump(description(ids), f, ensure_ascii=False, separators=(',', ':'))
    settings = {'clean_up_tokenization_spaces': True, 'cls_token': '[CLS]', 'mask_token': '[MASK]',
                'model_max_length': window, 'pad_token': '[PAD]', 'sep_token': '[SEP]',
                'tokenizer_class': 'PreTrainedTokenizerFast', 'unk_token': '[UNK]',
                'model_input_names': ['input_ids', 'attention_mask']}
    with open(os.path.join(folder, 'tokenizer_config.json'), 'w') as f:
        json.dump(settings, f, indent=1)
