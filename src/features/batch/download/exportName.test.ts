import { describe, expect, it } from 'vitest'
import { PLAIN_CSV } from '../../../domain/exportFormat.ts'
import { exportName, savedKind } from './exportName.ts'

describe('exportName', () => {
  it.each([
    [['march.csv'], 'march-sentiment.csv'],
    [['march.TSV'], 'march-sentiment.csv'],
    [['march.csv.gz'], 'march-sentiment.csv'],
    [['march.xlsx'], 'march-sentiment.csv'],
    [['march.v2.jsonl'], 'march.v2-sentiment.csv'],
    [['all.zip: stores/march.csv'], 'march-sentiment.csv'],
    [['march.csv', 'april.csv', 'may.csv'], 'march-and-2-more-sentiment.csv'],
    [['.csv'], 'reviews-sentiment.csv'],
    [[], 'reviews-sentiment.csv'],
  ])('of %j', (names, expected) => {
    expect(exportName(names, '.csv')).toBe(expected)
  })
})

describe('savedKind', () => {
  it.each([
    [{}, '.csv'],
    [{ delimiter: '\t' as const }, '.tsv'],
    [{ kind: 'json-lines' as const, delimiter: '\t' as const }, '.jsonl'],
  ])('of %j', (format, ending) => {
    expect(savedKind({ ...PLAIN_CSV, ...format }).ending).toBe(ending)
  })
})
