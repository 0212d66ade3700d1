import { render, screen } from '@testing-library/react'
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
