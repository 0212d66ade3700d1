import { expect, it, vi } from 'vitest'
import { fakeModel, logitsOf, READY } from '../../testing/fakeModel.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import { createTextReader } from './textReader.ts'

const POSITIVE = logitsOf({ negative: 0.03, neutral: 0.1, positive: 0.87 }, 2)

function start() {
  const model = fakeModel()
  const reader = createTextReader({ model, fits: reviewTable() })
  const asked = async (count: number) => {
    await vi.waitFor(() => expect(model.asked).toHaveLength(count))
    return model.asked[count - 1]!
  }
  const answered = async (text: string) => {
    void reader.readText(text)
    ;(await asked(1)).answer(POSITIVE)
    await vi.waitFor(() => expect(reader.state.getState().reading.status).toBe('answered'))
  }
  return { model, reader, asked, answered }
}

it('shares nothing with another reader', async () => {
  const [first, second] = [start(), start()]
  const untouched = second.reader.state.getState()
  await first.answered('A good one.')
  void first.reader.openSentences()
  const sentence = await first.asked(2)
  expect(second.reader.state.getState()).toBe(untouched)

  // What one does ends nothing that the other has begun.
  second.reader.closeSentences()
  sentence.answer(POSITIVE)
  await vi.waitFor(() => expect(first.reader.state.getState().sentences.status).toBe('read'))
  second.reader.openLink({ hash: '#text=Something else', search: '' })
  void first.reader.readText('And now this')
  expect((await second.asked(1)).text).toBe('Something else')
  expect((await first.asked(3)).text).toBe('And now this')
  expect(first.reader.state.getState()).toMatchObject({ text: 'And now this', link: null })
  expect(second.reader.state.getState()).toMatchObject({
    text: 'Something else',
    link: { text: 'Something else', kind: 'fragment' },
  })
})

it('reads the text again with another model, and adds how it fits, whether or not a view shows it', async () => {
  const { model, reader, asked, answered } = start()
  await answered('Очень хорошо')
  const flags = (): unknown => {
    const { reading } = reader.state.getState()
    return reading.status === 'answered' ? reading.verdict.flags : null
  }
  await vi.waitFor(() => expect(flags()).toContain('other_language'))
  model.state.setState({ ...READY, details: { ...READY.details, id: 'other' } }, true)
  expect((await asked(2)).text).toBe('Очень хорошо')
})

it('keeps what was typed when an address carries no text', () => {
  const { reader } = start()
  void reader.readText('I love it')
  reader.openLink({ hash: '#other', search: '' })
  expect(reader.state.getState()).toMatchObject({ text: 'I love it', link: null })
})
