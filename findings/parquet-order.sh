#!/bin/sh
# hyparquet 1.31.5: `parquetQuery` with `orderBy` does not sort a column of texts in which values are missing.
#
# Behaviour: missing values compare as equal to every text, and NaN to every number, so the sort stops at them and the
# rows come back in nearly the order of the file; `rowStart` and `rowEnd` then take any rows for the first ones. In a
# column of numbers a missing value counts as 0, between the negative and the positive. Nothing throws.
#
# Seen (Node 20, written with hyparquet-writer 0.17.0), column of days, one missing after each:
#   in the file    2024-03, -, 2024-01, -, 2024-02, -, 2023-12
#   ordered        2024-03, -, 2024-01, -, 2024-02, -, 2023-12     first three: 2024-03, -, 2024-01
#   without gaps   2023-12, 2024-01, 2024-02, 2024-03
#   scores 3, NaN, -1, NaN, 2 ordered: the same; 3, -, -1, -, 2 ordered: -1, -, -, 2, 3
#
# Why it matters: "the oldest ten reviews" or "the ten least sure answers" are other rows than asked for as soon as one
# date or score is missing, which is usual in exported reviews. A sample without gaps is sorted correctly.
#
# Instead: read the column and its row numbers, sort them with a comparison that puts missing values last, then read the
# rows needed by `rowStart` and `rowEnd`; or write every column without gaps.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 75' INT TERM
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error hyparquet@1.31.5 hyparquet-writer@0.17.0 || exit 75

node --input-type=module - <<'JS'
import { parquetQuery } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

async function ordered(type, data, options = {}) {
  const file = parquetWriteBuffer({ columnData: [{ name: 'value', type, data }] })
  const rows = await parquetQuery({ file, orderBy: 'value', ...options })
  return rows.map(({ value }) => String(value ?? '-')).join(' ')
}

const DAYS = ['2024-03', null, '2024-01', null, '2024-02', null, '2023-12']
const CASES = [
  [await ordered('STRING', DAYS), '2024-03 - 2024-01 - 2024-02 - 2023-12'],
  [await ordered('STRING', DAYS, { rowStart: 0, rowEnd: 3 }), '2024-03 - 2024-01'],
  [await ordered('STRING', DAYS.filter((day) => day !== null)), '2023-12 2024-01 2024-02 2024-03'],
  [await ordered('DOUBLE', [3, NaN, -1, NaN, 2]), '3 NaN -1 NaN 2'],
  [await ordered('DOUBLE', [3, null, -1, null, 2]), '-1 - - 2 3'],
]
for (const [found] of CASES) console.log(found)
process.exitCode = CASES.every(([found, seen]) => found === seen) ? 0 : 1
JS
