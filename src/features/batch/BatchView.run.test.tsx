import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { reviewFile, reviewRows } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, openBatch, type ShownBatch } from '../../testing/showBatch.tsx'
import { takenBackWords } from './words/runWords.ts'

afterEach(endBatch)

/** Four chunks of the conveyor. */
const ROWS = 128

const classify = () => screen.getByRole('button', { name: 'Classify' })
const stop = () => screen.getByRole('button', { name: 'Stop' })
const isOff = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') === 'true'
const bar = () => screen.getByRole('progressbar', { name: 'Classification progress' })

/** A run whose first chunks wait for the model. */
async function started(): Promise<ShownBatch> {
  const batch = await openBatch({ rows: reviewRows(ROWS) })
  batch.model.hold()
  batch.model.chunks.length = 0
  await batch.user.click(classify())
  await waitFor(() => expect(batch.model.chunks).toHaveLength(2))
  return batch
}

/** The model answers as many chunks of 32 rows. */
async function answer({ model }: ShownBatch, chunks: number, alreadyDone = 0): Promise<void> {
  for (let done = 1; done <= chunks; done++) {
    model.answerOne()
    await waitFor(() => expect(bar().getAttribute('aria-valuenow')).toBe(String(alreadyDone + done * 32)))
  }
}

describe('Classify and Stop', () => {
  it('are both there before a run, Stop without effect', async () => {
    await openBatch()
    expect([isOff(classify()), isOff(stop())]).toEqual([false, true])
    expect(stop().title).toBe('Nothing is running')
  })

  it('are both there during a run, Classify without effect', async () => {
    await started()
    expect([isOff(classify()), isOff(stop())]).toEqual([true, false])
    expect(classify().title).toBe('Already running')
  })

  it('are both there after a run, both without effect', async () => {
    await classifiedBatch()
    expect([isOff(classify()), isOff(stop())]).toEqual([true, true])
    expect(classify().title).toBe('Every row with text is classified')
  })

  it('can be reached by keyboard while they have no effect', async () => {
    const { user } = await openBatch()
    classify().focus()
    await user.tab()
    expect(document.activeElement).toBe(stop())
    await user.keyboard('{Enter}')
    screen.getByText(/on this device, measured/)
  })

  it('start one run only', async () => {
    const { user, model } = await started()
    await user.click(classify())
    expect(model.chunks).toHaveLength(2)
  })
})

describe('a run', () => {
  it('starts with a bar at nothing', async () => {
    await started()
    expect(bar().getAttribute('aria-valuenow')).toBe('0')
    screen.getByText('Starting …')
  })

  it('says how far it is, in words and in the values of its bar', async () => {
    await answer(await started(), 2)
    const words = screen.getByText(/^64 of 128 rows · .*shown so far, in file order$/)
    expect(bar().getAttribute('aria-valuemin')).toBe('0')
    expect(bar().getAttribute('aria-valuemax')).toBe('128')
    expect(bar().getAttribute('aria-valuenow')).toBe('64')
    expect(bar().getAttribute('aria-valuetext')).toBe(words.textContent)
  })

  it('shows results so far, and says so', async () => {
    await answer(await started(), 2)
    await screen.findByText(/^64 of 128 rows with text, shown so far:/)
    const figure = await screen.findByRole('figure', { name: 'Sentiment distribution' })
    within(figure).getByText('so far, in file order')
    screen.getByText('Read 128 = 64 classified + 0 without text + 64 waiting.')
    await screen.findByRole('button', { name: 'Not classified 64' })
  })

  it('says how long it took', async () => {
    await classifiedBatch()
    screen.getByText('Done in under a second: every row with text has been read.')
  })

  it('reads the model anew only for rows without an answer', async () => {
    const batch = await started()
    await answer(batch, 1)
    batch.model.release()
    await screen.findByText(/^Done in/)
    expect(batch.model.chunks.map((chunk) => chunk.length)).toEqual([32, 32, 32, 32])
  })
})

describe('stopping', () => {
  it('is shown at once, whatever is still on its way', async () => {
    const batch = await started()
    vi.spyOn(batch.table, 'record').mockReturnValue(new Promise(() => undefined))
    batch.model.answerOne()
    act(() => stop().click())
    screen.getByText('Stopped. Choose Classify to continue.')
  })

  it('keeps what is done and says so', async () => {
    const batch = await started()
    await answer(batch, 1)
    await batch.user.click(stop())
    await screen.findByText('Stopped at 32 of 128 rows. What is done is kept; choose Classify to continue.')
    expect(bar().getAttribute('aria-valuenow')).toBe('32')
  })

  it('is possible before the first answer', async () => {
    const { user } = await started()
    await user.click(stop())
    await screen.findByText('Stopped. Choose Classify to continue.')
  })

  it('lets Classify continue where it stopped', async () => {
    const batch = await started()
    await answer(batch, 1)
    await batch.user.click(stop())
    await screen.findByText(/^Stopped at 32/)
    batch.model.chunks.length = 0
    batch.model.release()
    await batch.user.click(classify())
    await screen.findByText(/^Done in/)
    expect(batch.model.chunks.flat()).toHaveLength(ROWS - 32)
    await screen.findByText('Read 128 = 128 classified + 0 without text.')
  })
})

describe('an engine that was wrong', () => {
  const WORDS = takenBackWords(3)

  it('has its rows read again, which is said once', async () => {
    const { user, model, said } = await openBatch()
    const checks = [false, true]
    vi.spyOn(model, 'recheck').mockImplementation(() => Promise.resolve(checks.shift() ?? true))
    model.chunks.length = 0
    await user.click(classify())
    await screen.findByText(/^Done in/)
    expect(model.chunks.flat()).toHaveLength(6)
    screen.getByText(WORDS)
    expect(said.filter((words) => words === WORDS)).toHaveLength(1)
    await screen.findByText('Read 3 = 3 classified + 0 without text.')
  })

  it('is found after Stop, too', async () => {
    const batch = await started()
    vi.spyOn(batch.model, 'recheck').mockResolvedValue(false)
    await answer(batch, 1)
    await batch.user.click(stop())
    await screen.findByText(/^32 rows are read again/)
    await screen.findByText('Stopped at 0 of 128 rows. What is done is kept; choose Classify to continue.')
  })

  it('is not mentioned when the next run is sound', async () => {
    const { user, model } = await openBatch()
    const checks = [false, true]
    vi.spyOn(model, 'recheck').mockImplementation(() => Promise.resolve(checks.shift() ?? true))
    await user.click(classify())
    await screen.findByText(WORDS)
    await user.upload(screen.getByLabelText('Reviews file'), reviewFile('april.csv'))
    await user.click(await screen.findByRole('button', { name: 'Open the new one' }))
    await screen.findByText(/on this device, measured/)
    expect(screen.queryByText(WORDS)).toBeNull()
  })
})

describe('a failed run', () => {
  async function failed(error: Error): Promise<ShownBatch> {
    const batch = await started()
    await answer(batch, 1)
    batch.model.failWith(error)
    await screen.findByRole('alert')
    return batch
  }

  it('says what happened, what was kept and what to do', async () => {
    await failed(new UndertoneError('out-of-memory', 'bad_alloc'))
    const alert = within(screen.getByRole('alert'))
    alert.getByText('The browser ran out of memory.')
    alert.getByText('Every row classified so far is kept.')
    alert.getByText('Close other tabs, then try again to continue where it stopped.')
    alert.getByText('bad_alloc')
  })

  it('continues with Try again', async () => {
    const { user, model } = await failed(new UndertoneError('out-of-memory', 'bad_alloc'))
    model.failWith(null)
    model.chunks.length = 0
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(/^Done in/)
    expect(model.chunks.flat()).toHaveLength(ROWS - 32)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('offers no Try again where it cannot work', async () => {
    await failed(new UndertoneError('no-text-column', 'no text column is chosen'))
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('sets rows aside that no worker survives, and counts them', async () => {
    const { user, model, table, said } = await openBatch()
    const read = model.classify
    vi.spyOn(model, 'classify').mockImplementation((texts, options) =>
      texts.includes('bad update')
        ? Promise.reject(new UndertoneError('worker-crashed', 'thrice'))
        : read(texts, options),
    )
    const unreadable = vi.spyOn(table, 'markUnreadable')
    await user.click(classify())
    await screen.findByText(/: 1 row could not be read, every other row with text has been[.]$/)
    expect([...(unreadable.mock.lastCall?.[0].rows ?? [])]).toEqual([1])
    await screen.findByText('Read 3 = 2 classified + 0 without text + 1 unreadable.')
    expect(said.at(-1)).toBe('Done: 2 rows classified, 1 unreadable')
  })

  it('goes back to the beginning when the rows are lost meanwhile', async () => {
    const batch = await started()
    vi.spyOn(batch.table, 'record').mockRejectedValue(new UndertoneError('table-lost', 'the worker died'))
    batch.model.release()
    within(await screen.findByRole('alert')).getByText('The part of the page that holds your file stopped.')
    screen.getByRole('button', { name: 'Choose a file' })
  })
})

describe('screen readers', () => {
  it('hear the start, each quarter and the end', async () => {
    const batch = await started()
    await answer(batch, 3)
    batch.model.release()
    await screen.findByText(/^Done in/)
    expect(batch.said).toEqual([
      'march.csv is open: 128 rows',
      'Classifying',
      '25 percent done',
      '50 percent done',
      '75 percent done',
      'Done: 128 rows classified',
    ])
  })

  it('hear that a run was stopped', async () => {
    const batch = await started()
    await batch.user.click(stop())
    await screen.findByText(/^Stopped/)
    expect(batch.said.slice(1)).toEqual(['Classifying', 'Stopped. What is done is kept.'])
  })
})
