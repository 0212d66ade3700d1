import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'

const OPTIONS = [
  { value: '0', label: 'Title' },
  { value: '1', label: 'Review' },
]

it.each(['beside', 'above', 'hidden'] as const)('names a select by its label (%s)', async (labelAt) => {
  const onChange = vi.fn()
  render(
    <SelectField label="Text column" labelAt={labelAt} value="0" options={OPTIONS} onChange={onChange} />,
  )
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Text column' }), 'Review')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('1')
})

it('puts options of a group under its name, others by themselves', () => {
  const grouped = [
    { value: 'a', label: 'UTF-8', group: 'Any script' },
    { value: 'b', label: 'KOI8-R', group: 'Cyrillic' },
    { value: 'c', label: 'UTF-16', group: 'Any script' },
  ]
  render(<SelectField label="Encoding" value="0" options={[...OPTIONS, ...grouped]} onChange={vi.fn()} />)
  const names = (element: HTMLElement): (string | null)[] =>
    within(element)
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
  expect(names(screen.getByRole('group', { name: 'Any script' }))).toEqual(['UTF-8', 'UTF-16'])
  expect(names(screen.getByRole('combobox')).slice(0, 2)).toEqual(['Title', 'Review'])
})

it('says a sentence about the value of a select', () => {
  render(
    <>
      <SelectField label="Encoding" describedBy="why" value="0" options={OPTIONS} onChange={vi.fn()} />
      <p id="why">It is valid UTF-8.</p>
    </>,
  )
  screen.getByRole('combobox', { name: 'Encoding', description: 'It is valid UTF-8.' })
})

it('names a search field by its label and reports what is typed', async () => {
  function Search() {
    const [value, setValue] = useState('')
    return <TextField label="Search texts" labelAt="hidden" type="search" value={value} onChange={setValue} />
  }
  render(<Search />)
  const field = screen.getByRole('searchbox', { name: 'Search texts' })
  await userEvent.type(field, 'crash')
  expect(field).toHaveProperty('value', 'crash')
})
