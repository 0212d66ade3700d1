#!/bin/sh
# apache-arrow 21.2.0 (JavaScript): a Float16 column halves some ordinary numbers and invents others.
#
# Behaviour: numbers that are put into a Float16 column and should round up to a power of two can come back as half of it.
# Numbers below 2^-25, which are nothing in half precision, come back as larger numbers, NaN or infinities, and whole
# numbers from 65,536 on, which should be infinite, come back small. Nothing throws. Others are rounded correctly.
#
# Seen (Node 20): 0.49998 -> 0.25, 1.9999 -> 1, 7.9993 -> 4; 1e-8 -> -Infinity, 1e-9 -> 0.000041961669921875,
# 1e-300 -> NaN; 70000 -> 2.134765625, -1e9 -> -3.724609375. Two that are right: 0.9999 -> 1, 0.1 -> 0.0999755859375.
#
# Why it matters: half precision is what one reaches for to store probabilities and embeddings of many texts. Here a
# probability of 0.49998 is read back as 0.25, one of a millionth of a percent as minus infinity, and a mask of -1e9 as
# about -4. Rounding errors are expected of the format, so tests with a tolerance on a few samples pass.
#
# Instead: keep such columns in Float32, or convert to the 16 bits by other means and hand the finished Uint16Array over.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 75' INT TERM
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error apache-arrow@21.2.0 || exit 75

node --input-type=module - <<'JS'
import { Float16, vectorFromArray } from 'apache-arrow'

const SEEN = [
  [0.49998, 0.25],
  [1.9999, 1],
  [7.9993, 4],
  [1e-8, -Infinity],
  [1e-9, 0.000041961669921875],
  [1e-300, NaN],
  [70000, 2.134765625],
  [-1e9, -3.724609375],
  [0.9999, 1],
  [0.1, 0.0999755859375],
]
const column = vectorFromArray(
  SEEN.map(([written]) => written),
  new Float16(),
)
const changed = SEEN.filter(([, seen], row) => !Object.is(column.get(row), seen))
for (const [row, [written]] of SEEN.entries()) console.log(`${written} -> ${column.get(row)}`)
process.exitCode = changed.length > 0 ? 1 : 0
JS
