"""The curves of runs as one data file and one drawing: curves.py [--before curves.json] --runs RUN ... --out DIR

Writes curves.json and curves.svg; with --before the runs go on from those of an earlier curves.json.

Tokens add up over the runs; losses are means of 25 steps, accuracy is the mean over sources of a sample of dev."""
import argparse
import json
import os

WIDTH, HEIGHT, LEFT, TOP, SMOOTH = 640, 150, 48, 24, 5
# An image cannot take its colours from the page: it brings those for light and dark itself.
STYLE = ('<style>svg{color:#24292f}text{fill:currentColor}'
         '@media(prefers-color-scheme:dark){svg{color:#e6edf3}}</style>')
DRAWN = {'tone': 'classification loss', 'language': 'masked-language loss', 'dev': 'accuracy on a sample of dev'}


def read(runs, earlier=()):
    points = list(earlier)
    for run in runs:
        before = points[-1]['tokens'] if points else 0
        with open(os.path.join(run, 'curve.jsonl')) as f:
            lines = [json.loads(line) for line in f]
        points += [{**line, 'run': os.path.basename(os.path.abspath(run)), 'tokens': line['tokens'] + before} for line in lines]
    return points


def smooth(values, width):
    """Mean over `width` neighbours on each side."""
    return [sum(near) / len(near) for near in (values[max(0, i - width):i + width + 1] for i in range(len(values)))]


def panel(points, name, title, top, end):
    found = [(p['tokens'], p[name]) for p in points if name in p]
    if name != 'dev':
        found = list(zip([x for x, _ in found], smooth([y for _, y in found], SMOOTH)))
    low, high = min(y for _, y in found), max(y for _, y in found)
    span = (high - low) or 1
    place = [f'{LEFT + x / end * (WIDTH - LEFT - 12):.1f},{top + TOP + (1 - (y - low) / span) * (HEIGHT - 2 * TOP):.1f}'
             for x, y in found]
    return (f'<text x="{LEFT}" y="{top + 14}">{title}</text>'
            f'<text x="{LEFT - 6}" y="{top + TOP + 4}" text-anchor="end">{high:.3g}</text>'
            f'<text x="{LEFT - 6}" y="{top + HEIGHT - TOP}" text-anchor="end">{low:.3g}</text>'
            f'<polyline fill="none" stroke="currentColor" stroke-width="1.5" points="{" ".join(place)}"/>')


def draw(points):
    end = points[-1]['tokens']
    shown = [name for name in DRAWN if any(name in p for p in points)]
    body = ''.join(panel(points, name, DRAWN[name], i * HEIGHT, end) for i, name in enumerate(shown))
    height = HEIGHT * len(shown) + 20
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
            f'font-size="11" role="img"><title>Training curves</title>{STYLE}{body}'
            f'<text x="{WIDTH - 12}" y="{height - 6}" text-anchor="end">{end / 1e6:.0f} M tokens</text></svg>\n')


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--runs', nargs='+', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--before', help='curves.json of the runs before')
    a = p.parse_args()
    earlier = []
    if a.before:
        with open(a.before) as f:
            earlier = json.load(f)
    points = read(a.runs, earlier)
    with open(os.path.join(a.out, 'curves.json'), 'w') as f:
        f.write('[\n' + ',\n'.join(json.dumps(point) for point in points) + '\n]\n')
    with open(os.path.join(a.out, 'curves.svg'), 'w') as f:
        f.write(draw(points))


if __name__ == '__main__':
    main()
