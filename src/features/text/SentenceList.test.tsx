import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import type { TextLogits } from '../../domain/decide.ts'
import { fakeModel, logitsOf } from '../../testing/fakeModel.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import { announcements } from '../../ui/announcer.ts'
import { createTextReader } from './textReader.ts'
import { TextView } from './TextView.tsx'

const LONG = 'The plans are good. The update is bad! It has a menu.'
const TWO_WINDOWS = logitsOf({ negative: 0.3, neutral: 0.1, positive: 0.6 }, 2)

function read(text: string): TextLogits {
  if (text.includes('good')) return logitsOf({ negative: 0.03, neutral: 0.1, positive: 0.87 })
  if (text.includes('bad')) return logitsOf({ negative: 0.95, neutral: 0.03, positive: 0.02 })
  return logitsOf({ negative: 0.3, neutral: 0.4, positive: 0.3 })
}

/** A text whose answer came of two windows, and a model that reads sentences from now on. */
async function answered(text = LONG, answer = TWO_WINDOWS) {
  const model = fakeModel()
  const user = userEvent.setup()
  const reader = createTextReader({ model, fits: reviewTable() })
  render(<TextView reader={reader} onFiles={vi.fn()} onHowToCheck={vi.fn()} />)
  await user.click(screen.getByRole('textbox', { name: 'Review text' }))
  await user.paste(text)
  await vi.waitFor(() => expect(model.asked).toHaveLength(1))
  model.asked[0]?.answer(answer)
  await screen.findByText(/^Probably positive/)
  const classify = vi.spyOn(model, 'classify').mockImplementation((texts) => Promise.resolve(texts.map(read)))
  return { model, user, classify }
}

const summary = () => screen.getByText('Sentence by sentence')
const sentences = () =>
  within(screen.getByRole('region', { name: 'Result' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)

it('shows each sentence with its own sentiment, once the list is opened', async () => {
  const { user, classify } = await answered()
  expect(classify).not.toHaveBeenCalled()
  await user.click(summary())
  await screen.findByText('The update is bad!')
  expect(sentences()).toEqual([
    '▲ Positive87 % sureThe plans are good.',
    '▼ Negative95 % sureThe update is bad!',
    '● Neutralnot sure, 40 %It has a menu.',
  ])
  expect(classify).toHaveBeenCalledOnce()
})

it('is not offered for a text that was read in one piece', async () => {
  await answered(LONG, logitsOf({ negative: 0.3, neutral: 0.1, positive: 0.6 }))
  expect(screen.queryByText('Sentence by sentence')).toBeNull()
})

it('reads on when asked to, and says how many are read', async () => {
  const said: string[] = []
  const stop = announcements.subscribe(({ text }) => said.push(text))
  const { user } = await answered('This one is good. '.repeat(60))
  await user.click(summary())
  await vi.waitFor(() => expect(sentences()).toHaveLength(40))
  await user.click(screen.getByRole('button', { name: 'Read on' }))
  await vi.waitFor(() => expect(sentences()).toHaveLength(60))
  expect(screen.queryByRole('button', { name: 'Read on' })).toBeNull()
  expect(said.filter((words) => words.includes('sentence'))).toEqual([
    '40 sentences read',
    '60 sentences read',
  ])
  stop()
})

it('keeps the focus on “Read on” while more are read', async () => {
  const { user, classify } = await answered('This one is good. '.repeat(90))
  await user.click(summary())
  await vi.waitFor(() => expect(sentences()).toHaveLength(40))
  const button = screen.getByRole('button', { name: 'Read on' })
  const answer = classify.getMockImplementation()
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  classify.mockImplementation(async (...given) => {
    await held
    return answer?.(...given) ?? []
  })
  await user.click(button)
  await screen.findByText('Reading the sentences.')
  expect(document.activeElement).toBe(button)
  release()
  await vi.waitFor(() => expect(sentences()).toHaveLength(80))
  expect(document.activeElement).toBe(button)
})

it('drops what is on its way when it is closed', async () => {
  const { user, classify } = await answered()
  const signals: (AbortSignal | undefined)[] = []
  classify.mockImplementation((_texts, { signal }) => {
    signals.push(signal)
    return new Promise(() => undefined)
  })
  await user.click(summary())
  await screen.findByText('Reading the sentences.')
  await user.click(summary())
  await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true))
  expect(screen.queryByText('Reading the sentences.')).toBeNull()
})

it('is closed by another text, whose sentences it shows when opened again', async () => {
  const { model, user, classify } = await answered()
  await user.click(summary())
  await screen.findByText('The update is bad!')
  classify.mockImplementation((texts) =>
    Promise.resolve(texts.map((text) => (text.includes('menu') ? TWO_WINDOWS : read(text)))),
  )
  await user.click(screen.getByRole('textbox', { name: 'Review text' }))
  await user.paste(' One more good thing.')
  await vi.waitFor(() => expect(screen.queryByText('The update is bad!')).toBeNull())
  await screen.findByText(/^Probably positive/)
  await user.click(await screen.findByText('Sentence by sentence'))
  await screen.findByText('One more good thing.')
  expect(model.state.getState().status).toBe('ready')
})

it('says what went wrong and can be tried again', async () => {
  const { user, classify } = await answered()
  classify.mockRejectedValueOnce(new UndertoneError('worker-crashed', 'thrice'))
  await user.click(summary())
  const alert = await screen.findByRole('alert')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await screen.findByText('The update is bad!')
  expect(screen.queryByRole('alert')).toBeNull()
})

it('closes when another model takes over', async () => {
  const { user, classify } = await answered()
  classify.mockRejectedValueOnce(new DOMException('another model was chosen', 'AbortError'))
  await user.click(summary())
  await vi.waitFor(() => expect(summary().closest('details')?.open).toBe(false))
})
