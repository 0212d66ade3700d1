import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeModel, logitsOf, READY, type FakeModel } from '../../testing/fakeModel.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import { EXAMPLES } from './examples.ts'
import { createTextReader } from './textReader.ts'
import { TextView } from './TextView.tsx'

const POSITIVE = logitsOf({ negative: 0.08, neutral: 0.05, positive: 0.87 })
const UNSURE = logitsOf({ negative: 0.44, neutral: 0.15, positive: 0.41 }, 2)

function show(model: FakeModel = fakeModel()) {
  const onFiles = vi.fn()
  const onHowToCheck = vi.fn()
  const reader = createTextReader({ model, fits: reviewTable() })
  render(<TextView reader={reader} onFiles={onFiles} onHowToCheck={onHowToCheck} />)
  return { model, onFiles, onHowToCheck, user: userEvent.setup() }
}

async function asked(model: FakeModel, count: number) {
  await vi.waitFor(() => expect(model.asked).toHaveLength(count))
  return model.asked[count - 1]!
}

afterEach(() => {
  window.history.replaceState(null, '', '/')
})

it('shows answer, what it means and the share of each sentiment', async () => {
  const { model, user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  ;(await asked(model, 1)).answer(POSITIVE)
  await screen.findByText(/^Probably positive, 87 %/)
  const result = screen.getByRole('region', { name: 'Result' })
  expect(within(result).getAllByText('Positive', { exact: false }).length).toBeGreaterThan(0)
  expect(
    within(result)
      .getAllByRole('definition')
      .map((each) => each.textContent),
  ).toEqual(['8 %', '5 %', '87 %'])
})

it('says when it is not sure, and how the text was read', async () => {
  const { model, user } = show()
  await user.click(screen.getByRole('textbox', { name: 'Review text' }))
  await user.paste('It is <b>fine</b>, I guess')
  const question = await asked(model, 1)
  expect(question.text).toBe('It is fine, I guess')
  question.answer(UNSURE)
  await screen.findByText('Not sure: negative 44 %, positive 41 %. Worth reading yourself.')
  screen.getByText('not sure')
  screen.getByText('HTML tags or entities were removed before reading.')
  screen.getByText('Long: read whole, in 2 overlapping parts.')
})

it('says when a text is not in English', async () => {
  const { model, user } = show()
  await user.click(screen.getByRole('textbox', { name: 'Review text' }))
  await user.paste('Очень хорошо')
  ;(await asked(model, 1)).answer(POSITIVE)
  const result = await screen.findByRole('region', { name: 'Result' })
  await within(result).findByText('Does not read like English: the model’s label is a guess.')
})

it('shows no result for an empty text', async () => {
  const { model, user } = show()
  const box = screen.getByRole('textbox', { name: 'Review text' })
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull()
  await user.type(box, 'I love it')
  ;(await asked(model, 1)).answer(POSITIVE)
  await screen.findByText(/^Probably positive/)
  await user.clear(box)
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull()
})

it('can be typed in before the model is ready', async () => {
  const { model, user } = show(fakeModel({ status: 'fetching', loaded: 1, total: 2 }))
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  screen.getByText('The answer appears as soon as the model is ready.')
  const question = await asked(model, 1)
  model.setReady()
  question.answer(POSITIVE)
  await screen.findByText(/^Probably positive/)
})

it('shows a failed model, lets it be tried again and then answers', async () => {
  const { model, user } = show()
  model.setFailed('model-missing')
  const alert = await screen.findByRole('alert')
  within(alert).getByText('The model could not be fetched.')
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(model.loads).toBe(1)
  model.state.setState(READY, true)
  ;(await asked(model, 1)).answer(POSITIVE)
  await screen.findByText(/^Probably positive/)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('reads an example', async () => {
  const { model, user } = show()
  await user.click(screen.getByRole('button', { name: 'A film' }))
  expect(screen.getByRole('textbox', { name: 'Review text' })).toHaveProperty('value', EXAMPLES[2]?.text)
  expect((await asked(model, 1)).text).toBe(EXAMPLES[2]?.text)
})

it('hands chosen files on', async () => {
  const { onFiles, user } = show()
  const file = new File(['text\nfine'], 'a.csv', { type: 'text/csv' })
  await user.upload(screen.getByLabelText('File of reviews'), file)
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file])
})

it('opens a fragment link without remark', async () => {
  window.history.replaceState(null, '', '/#text=I%20love%20it')
  const { model } = show()
  expect((await asked(model, 1)).text).toBe('I love it')
  expect(screen.queryByRole('link')).toBeNull()
})

it('opens an old-style link, says what it did, and offers the private one', async () => {
  window.history.replaceState(null, '', '/?input_str=I+love+it')
  const { model } = show()
  expect((await asked(model, 1)).text).toBe('I love it')
  screen.getByText(/sent the text to the page’s host/)
  expect(screen.getByRole('link').getAttribute('href')).toBe(`${window.location.origin}/#text=I%20love%20it`)
})

it('follows a link opened in the same page', async () => {
  const { model } = show()
  window.location.hash = '#text=Second'
  expect((await asked(model, 1)).text).toBe('Second')
})

it('reads the text again with another model, whose answer takes the place of the first', async () => {
  const { model, user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  ;(await asked(model, 1)).answer(POSITIVE)
  await screen.findByText(/^Probably positive, 87 %/)
  act(() => model.state.setState({ status: 'fetching', loaded: 0, total: 0 }, true))
  screen.getByText('The answer appears as soon as the model is ready.')
  expect(screen.queryByText(/^Probably/)).toBeNull()
  act(() =>
    model.state.setState({ ...READY, details: { ...READY.details, id: 'other', calibrated: false } }, true),
  )
  const again = await asked(model, 2)
  expect(again.text).toBe('I love it')
  again.answer(logitsOf({ negative: 0.9, neutral: 0.05, positive: 0.05 }))
  await screen.findByText(/^Probably negative, 90 %. So says the model/)
})

it('keeps an answer when the same model is back', async () => {
  const { model, user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  ;(await asked(model, 1)).answer(POSITIVE)
  await screen.findByText(/^Probably positive, 87 %/)
  act(() => model.state.setState({ status: 'fetching', loaded: 0, total: 0 }, true))
  act(() => model.setReady())
  await screen.findByText(/^Probably positive, 87 %/)
  expect(model.asked).toHaveLength(1)
})

it('asks the other model when the first was taken away while it was reading', async () => {
  const { model, user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Review text' }), 'I love it')
  ;(await asked(model, 1)).fail(Object.assign(new Error('replaced'), { name: 'AbortError' }))
  ;(await asked(model, 2)).answer(POSITIVE)
  await screen.findByText(/^Probably positive, 87 %/)
})
