import { AIMS, type Conduct } from './behaviour.ts'
import type { Evaluation, Group } from './evaluation.ts'
import type { Report } from './evaluate.ts'
import { CALIBRATION_AIMS, FAMILIES, MEAN, SURE_GAIN } from './families.ts'
import { NONE, percent, percentWithin, thousandths } from './figureWords.ts'
import { reportHeading, reportTables } from './reportText.ts'
import { table } from './table.ts'

/** All that the model card says in figures. */
export interface CardData extends Report {
  families: Record<string, Group>
  behaviour: Record<string, Conduct>
}

/** The figures of the card as Markdown. */
export function cardText(data: CardData): string {
  const parts = [
    `# Figures of ${data.model.name}`,
    'Written by `npm run card`; do not edit. All numbers with their digits: [test.json](test.json).',
    reportHeading(data),
    '## What it replaces, and what it is meant to reach',
    familyTable(data),
    'Brackets hold 95 % bootstrap intervals. Lexicon is VADER, majority the commonest label of the same rows, both on these rows; the linear bag of words and word pairs was measured on the whole test set. **Claims of others are on other test splits** and cannot be compared to the point.',
    '## Calibration',
    calibrationText(data),
    '![Calibration curve: share of right answers against confidence](calibration.svg)',
    '## Behaviour',
    behaviourTable(data.behaviour),
    '## All measures',
    ...reportTables(data),
  ]
  return `${parts.join('\n\n')}\n`
}

function familyTable({ families, meanAccuracy }: CardData): string {
  const rows = FAMILIES.flatMap(({ name, measure, linear, aim, claim }) => {
    const group = families[name]
    if (group === undefined) return []
    const { measures, baselines } = group
    return [
      [
        name,
        String(group.rows),
        percentWithin(measures[measure]),
        measure === 'accuracy' ? percent(measures.auc?.value) : NONE,
        measure === 'accuracy' ? percent(baselines.lexicon.accuracy) : NONE,
        measure === 'accuracy' ? percent(baselines.majority.accuracy) : NONE,
        linear?.toFixed(1) ?? NONE,
        String(aim),
        claim ?? NONE,
      ],
    ]
  })
  const { sources, model, lexicon, majority } = meanAccuracy
  const mean = [
    `**mean of ${sources} sources**`,
    '',
    percentWithin(model),
    NONE,
    percent(lexicon),
    percent(majority),
    MEAN.linear.toFixed(1),
    String(MEAN.aim),
    NONE,
  ]
  return table(
    [
      'accuracy, percent',
      'rows',
      'this model',
      'AUC',
      'lexicon',
      'majority',
      'linear',
      'aim',
      'claims of others',
    ],
    [...rows, mean],
  )
}

function calibrationText({ all, domains, lengths }: Evaluation): string {
  const { accuracy, accuracyWhenSure, coverage, calibrationError } = all.measures
  const errorsOf = (groups: Readonly<Record<string, Group>>): string =>
    Object.entries(groups)
      .filter(([, { rows }]) => rows >= CALIBRATION_AIMS.rows)
      .map(([name, { measures }]) => `${name} ${thousandths(measures.calibrationError?.value)}`)
      .join(', ') || 'none has as many'
  const gain = (accuracyWhenSure?.value ?? NaN) - (accuracy?.value ?? NaN)
  return [
    `- Expected calibration error in 15 bins of equal mass: ${thousandths(calibrationError?.value)} (aim: at most ${thousandths(CALIBRATION_AIMS.all)}).`,
    `- In domains of ${CALIBRATION_AIMS.rows} rows or more (aim: at most ${thousandths(CALIBRATION_AIMS.domain)}): ${errorsOf(domains)}.`,
    `- By length of text, likewise: ${errorsOf(lengths)}.`,
    `- Outside the “not sure” band: ${percent(coverage?.value)} % of the rows, accuracy ${percentWithin(accuracyWhenSure)}, ${percent(gain)} points above overall (aim: ${SURE_GAIN}).`,
  ].join('\n')
}

function behaviourTable(behaviour: CardData['behaviour']): string {
  return table(
    ['cases of the suite', 'cases', 'passed, percent', 'aim'],
    Object.entries(behaviour).map(([name, { cases, passed, low, high }]) => {
      const aim = AIMS[name]
      return [
        name.replaceAll('_', ' '),
        String(cases),
        percentWithin({ value: passed, low, high }),
        aim === undefined ? NONE : (100 * aim).toFixed(0),
      ]
    }),
  )
}
