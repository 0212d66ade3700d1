import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Label } from '../../domain/labels.ts'
import { LabelEditor } from './LabelEditor.tsx'
import type { LabelQuestion } from './modelChoice.ts'

function show(labels: readonly string[], change: Partial<LabelQuestion> = {}) {
  const answer = vi.fn<(outputs: readonly Label[]) => Promise<void>>(() => Promise.resolve())
  const onDismiss = vi.fn()
  const question: LabelQuestion = { name: 'mine', local: true, labels, before: null, answer, ...change }
  render(<LabelEditor question={question} onDismiss={onDismiss} />)
  return { answer, onDismiss, user: userEvent.setup() }
}

const use = () => screen.getByRole('button', { name: 'Use this model' })
const select = (name: string) => screen.getByRole('combobox', { name })

it('guesses what each label means', async () => {
  const { answer, user } = show(['1 star', '2 stars', '3 stars', '4 stars', '5 stars'])
  screen.getByRole('dialog', { name: 'What do the labels of mine mean?' })
  expect(screen.getAllByRole('combobox').map((each) => (each as HTMLSelectElement).value)).toEqual([
    'negative',
    'negative',
    'neutral',
    'positive',
    'positive',
  ])
  expect(screen.queryByText('a guess')).toBeNull()
  await user.click(use())
  expect(answer).toHaveBeenCalledExactlyOnceWith(['negative', 'negative', 'neutral', 'positive', 'positive'])
})

it('marks guesses that are to be checked, until they are changed', async () => {
  const { answer, user } = show(['LABEL_0', 'LABEL_1'])
  screen.getByText(/do not say it for certain/)
  expect(screen.getAllByText('a guess')).toHaveLength(2)
  await user.selectOptions(select('LABEL_0'), 'Positive')
  await user.selectOptions(select('LABEL_1'), 'Negative')
  expect(screen.queryByText('a guess')).toBeNull()
  await user.click(use())
  expect(answer).toHaveBeenCalledExactlyOnceWith(['positive', 'negative'])
})

it('waits for a meaning of every label', async () => {
  const { answer, user } = show(['entailment', 'positive'])
  expect(use().getAttribute('aria-disabled')).toBe('true')
  expect(use().title).toBe('Some labels have no meaning yet')
  await user.click(use())
  expect(answer).not.toHaveBeenCalled()
  await user.selectOptions(select('entailment'), 'Negative')
  await user.click(use())
  expect(answer).toHaveBeenCalledExactlyOnceWith(['negative', 'positive'])
})

it.each([
  { labels: ['neutral', 'bad'], says: 'No label counts as positive, so no text will be called positive.' },
  {
    labels: ['good', 'great thing'],
    choose: 'Neutral',
    says: 'No label counts as negative, so no text will be called negative.',
  },
])('warns about $labels: $says', async ({ labels, choose, says }) => {
  const { user } = show(labels)
  if (choose !== undefined) await user.selectOptions(select(labels[1] ?? ''), choose)
  screen.getByText(says)
})

it('does not warn about a model without neutral', () => {
  show(['NEG', 'POS'])
  expect(screen.queryByText(/No label counts/)).toBeNull()
})

it('begins with what was said before', () => {
  show(['LABEL_0', 'LABEL_1'], { before: ['positive', 'negative'] })
  expect((select('LABEL_0') as HTMLSelectElement).value).toBe('positive')
  expect(screen.queryByText('a guess')).toBeNull()
})

it('says that a model of this device is neither sent nor stored', () => {
  show(['NEG', 'POS'])
  screen.getByText(/It is not sent or stored/)
})

it('says nothing of the kind about a model of the site', () => {
  show(['NEG', 'POS'], { local: false })
  expect(screen.queryByText(/not sent or stored/)).toBeNull()
})

it('is walked through with the keyboard: labels in their order, then the answer', async () => {
  const { answer, user } = show(['LABEL_0', 'LABEL_1'])
  await vi.waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true))
  const passed: string[] = []
  for (let step = 0; step < 6 && document.activeElement !== use(); step++) {
    await user.tab()
    passed.push(document.activeElement?.tagName ?? '')
  }
  expect(passed.slice(-3)).toEqual(['SELECT', 'SELECT', 'BUTTON'])
  await user.keyboard('{Enter}')
  expect(answer).toHaveBeenCalledExactlyOnceWith(['negative', 'positive'])
})

it('is left with Escape or by keeping the model in use', async () => {
  const { onDismiss, user } = show(['NEG', 'POS'])
  await user.click(screen.getByRole('button', { name: 'Keep the one in use' }))
  expect(onDismiss).toHaveBeenCalledOnce()
  await user.keyboard('{Escape}')
  expect(onDismiss).toHaveBeenCalledTimes(2)
})

it('is not there while nothing is asked', () => {
  render(<LabelEditor question={null} onDismiss={() => undefined} />)
  expect(screen.queryByRole('dialog')).toBeNull()
})
