import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { createFileMemory } from '../../table/fileMemory.ts'
import { zipOf } from '../../testing/archives.ts'
import { mapNotebook } from '../../testing/fakeDevice.ts'
import { csvOf, REVIEW_COLUMNS, reviewFile, reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import { classifiedBatch, endBatch, openBatch, showBatch } from '../../testing/showBatch.tsx'
import { saveBlob } from '../../ui/saveBlob.ts'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: vi.fn<typeof saveBlob>() }))

afterEach(endBatch)

const use = (column: string): HTMLElement => screen.getByRole('combobox', { name: `Use of ${column}` })
const setting = (name: string): HTMLElement => screen.getByRole('combobox', { name })
const headerIn = (line: number): HTMLElement =>
  within(setting('Column names')).getByRole('option', { name: new RegExp(`^Line ${line}: `) })

describe('how the file is read', () => {
  it('is said in a line, with a reason for each answer', async () => {
    await openBatch()
    const region = within(screen.getByRole('region', { name: 'How the file is read' }))
    region.getByText(/Read as: table, UTF-8, comma, names in line 1[.]/)
    screen.getByRole('combobox', { name: 'Encoding', description: /^Every character seen is plain ASCII/ })
  })

  it('asks only what there is to ask', async () => {
    const table = reviewTable()
    const { open } = table
    // As of a sheet in a workbook.
    const asSheet = { encoding: null, delimiter: null, quote: null, escape: null }
    vi.spyOn(table, 'open').mockImplementation(async (...asked) => {
      const opened = await open(...asked)
      const files = opened.files.map((file) => ({ ...file, reading: { ...file.reading, ...asSheet } }))
      return { ...opened, files }
    })
    await openBatch({ table })
    setting('Column names')
    expect(screen.queryByRole('combobox', { name: 'Encoding' })).toBeNull()
  })

  it('is read anew with another answer: the start at once, then all of it, and Classify waits', async () => {
    const { table, user } = await openBatch({
      rows: [['2026-03-02', '4', '3.1.0', 'é', 'good plans'], ...reviewRows(2)],
    })
    let finish = (): void => undefined
    const { open } = table
    const opening = vi.spyOn(table, 'open').mockImplementation(async (input) => {
      await new Promise<void>((resolve) => (finish = resolve))
      return open(input)
    })
    await user.selectOptions(setting('Encoding'), 'Windows-1252')
    await screen.findByRole('cell', { name: 'Ã©' })
    screen.getByText('Counting rows …')
    expect(screen.getByRole('button', { name: 'Classify' }).title).toBe('The file is being read anew')
    finish()
    await screen.findByText('3 rows · Windows-1252 · comma')
    expect(opening.mock.lastCall?.[0].choices).toEqual([{ encoding: 'windows-1252' }])
    await screen.findByText(/on this device, measured/)
    expect(screen.getByRole('button', { name: 'Classify' }).ariaDisabled).toBeNull()
  })

  it('numbers the rows anew, as they will be', async () => {
    const { user } = await openBatch()
    const numbers = (): string[] =>
      within(screen.getByRole('region', { name: 'First rows, as they will be read' }))
        .getAllByRole('row')
        .slice(2)
        .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? '')
    expect(numbers()).toEqual(['2', '3', '4'])
    await user.selectOptions(setting('Column names'), headerIn(2))
    await waitFor(() => expect(numbers()).toEqual(['3', '4']))
    await screen.findByText('2 rows · UTF-8 · comma')
  })

  it('takes the newest of several answers', async () => {
    const { table, user } = await openBatch()
    const opening = vi.spyOn(table, 'open')
    opening.mockImplementationOnce((_, options) => {
      return new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(new DOMException('overtaken', 'AbortError')))
      })
    })
    await user.selectOptions(setting('Encoding'), 'Windows-1252')
    await screen.findByText('Counting rows …')
    await user.selectOptions(setting('Delimiter'), 'semicolon')
    await screen.findByText('3 rows · Windows-1252 · semicolon')
    expect(opening.mock.lastCall?.[0].choices).toEqual([{ encoding: 'windows-1252', delimiter: ';' }])
  })

  it('takes any character between cells', async () => {
    const { table, user } = await openBatch()
    const peek = vi.spyOn(table, 'peek')
    await user.type(screen.getByRole('textbox', { name: 'Another character' }), '"§')
    await waitFor(() => expect(peek.mock.calls[0]?.[0].choices).toEqual([{ delimiter: '§' }]))
  })

  it('is announced when it has been read anew', async () => {
    const { user, said } = await openBatch()
    await user.selectOptions(setting('Encoding'), 'Windows-1252')
    await waitFor(() => expect(said).toContain('Read anew: 3 rows'))
  })

  it('stays as it was when the file cannot be read so', async () => {
    const { table, user } = await openBatch()
    vi.spyOn(table, 'open').mockRejectedValueOnce(new UndertoneError('headers-differ', 'other names'))
    await user.selectOptions(setting('Column names'), 'No column names')
    await screen.findByRole('alert')
    screen.getByText('3 rows · UTF-8 · comma')
    expect(screen.getByRole('button', { name: 'Classify' }).ariaDisabled).toBeNull()
  })

  it('shows a choice before the file has been looked at again, and the old one when it cannot be read so', async () => {
    const { table, user } = await openBatch()
    const chosen = (): string =>
      within(setting('Encoding')).getByRole('option', { selected: true }).textContent
    const before = chosen()
    let fail: (reason: Error) => void = () => undefined
    const looking = new Promise<never>((_resolve, reject) => {
      fail = reject
    })
    vi.spyOn(table, 'peek').mockReturnValueOnce(looking)
    await user.selectOptions(setting('Encoding'), 'Windows-1252')
    expect(chosen()).toBe('Windows-1252')
    act(() => fail(new UndertoneError('file-unreadable', 'gone')))
    await waitFor(() => expect(chosen()).toBe(before))
  })

  it('chooses among the files of an archive', async () => {
    const csv = (count: number): Promise<string> => csvOf([REVIEW_COLUMNS, ...reviewRows(count)]).text()
    const archive = await zipOf({ 'march.csv': await csv(3), 'april.csv': await csv(2) })
    const { table, user } = await openBatch({ files: [new File([archive], 'all.zip')] })
    const open = vi.spyOn(table, 'open')
    const member = (name: string): HTMLElement =>
      within(screen.getByRole('group', { name: 'Files in all.zip' })).getByRole('checkbox', { name })
    await user.click(member('april.csv'))
    await waitFor(() => expect(open.mock.lastCall?.[0].choices).toEqual([{ members: ['march.csv'] }]))
    await screen.findByText('3 rows · UTF-8 · comma')
    expect(member('march.csv')).toHaveProperty('disabled', true)
    await user.click(member('april.csv'))
    await waitFor(() =>
      expect(open.mock.lastCall?.[0].choices).toEqual([{ members: ['march.csv', 'april.csv'] }]),
    )
    await screen.findByText('5 rows · UTF-8 · comma')
  })

  it('tells rows with too few and too many cells', async () => {
    const [row = []] = reviewRows(1)
    await openBatch({
      files: [csvOf([REVIEW_COLUMNS, row, row.slice(0, 3), row.slice(0, 2), [...row, 'one more']])],
    })
    screen.getByText(/^2 rows have fewer cells .* 1 row has more cells/)
  })
})

describe('what columns are for', () => {
  it('is guessed, with the reason', async () => {
    await openBatch()
    expect(use('Stars')).toHaveProperty('value', 'stars')
    screen.getByRole('combobox', { name: 'Use of Stars', description: 'Its values are numbers from 4 to 4.' })
    expect(use('Title')).toHaveProperty('value', 'none')
  })

  it('can be a title, which is read above the text', async () => {
    const { user, table } = await openBatch()
    const choose = vi.spyOn(table, 'chooseText')
    await user.selectOptions(use('Title'), 'Title, read above the text')
    await waitFor(() => expect(choose.mock.lastCall?.[0]).toEqual({ column: 4, above: [3] }))
    expect(screen.getByRole('combobox', { name: 'Text column' })).toHaveProperty('value', '4')
  })

  it('can be text for several, which the text column says', async () => {
    const { user } = await openBatch()
    await user.selectOptions(use('Title'), 'Text, is read')
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Text column' })
    expect(select.selectedOptions[0]?.textContent).toBe('Title + Review')
    await user.selectOptions(select, 'Review')
    await waitFor(() => expect(use('Title')).toHaveProperty('value', 'none'))
  })

  it('decides what results show beside the text and break down by', async () => {
    const { user, table } = await openBatch()
    const slice = vi.spyOn(table, 'slice')
    await user.selectOptions(use('Version'), 'Not used')
    await waitFor(() => expect(slice.mock.lastCall?.[0].extra).toEqual([1]))
    await user.click(screen.getByRole('button', { name: 'Classify' }))
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Break down by' })
    expect([...select.options].map(({ textContent }) => textContent)).not.toContain('Version')
  })

  it('names the language of each row', async () => {
    const { user, table } = await openBatch()
    const choose = vi.spyOn(table, 'chooseText')
    await user.selectOptions(use('Version'), 'Language')
    await waitFor(() => expect(choose.mock.lastCall?.[0]).toEqual({ column: 4, language: 2 }))
  })
})

describe('dates that can be read in two ways', () => {
  const rows: ReviewCells[] = [
    ['03/04/2026', '4', '3.1.0', '', 'good plans'],
    ['05/06/2026', '4', '3.1.0', '', 'bad update'],
  ]

  it('are asked about with one of the file', async () => {
    const { user, table } = await openBatch({ rows })
    const answer = vi.spyOn(table, 'setDateFormat')
    const question = within(screen.getByRole('group', { name: /Which day is 03\/04\/2026[?]$/ }))
    expect(question.getByRole('radio', { name: '3 April 2026, day first' })).toHaveProperty('checked', true)
    question.getByText('Until you choose, the first is assumed.')
    await user.click(question.getByRole('radio', { name: '4 March 2026, month first' }))
    expect(answer.mock.lastCall?.[0]).toEqual({ column: 0, format: 'MM/dd/yyyy' })
    expect(question.queryByText(/is assumed/)).toBeNull()
  })

  it('keep the assumed way when it is chosen', async () => {
    const { user } = await openBatch({ rows })
    await user.click(screen.getByRole('radio', { name: '3 April 2026, day first' }))
    await waitFor(() => expect(screen.queryByText(/is assumed/)).toBeNull())
  })

  it('can still be answered when there are results', async () => {
    const { user, table } = await classifiedBatch({ rows })
    const breakdown = vi.spyOn(table, 'breakdown')
    await user.click(screen.getByRole('radio', { name: '4 March 2026, month first' }))
    await waitFor(() => expect(breakdown).toHaveBeenCalled())
    screen.getByRole('table', { name: 'Results' })
  })

  it('are not asked about otherwise', async () => {
    await openBatch()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe('what was said of a file', () => {
  /** The page is left. */
  function leave(): void {
    cleanup()
    endBatch()
  }

  const empty = () => createFileMemory(mapNotebook(new Map()))

  it('is taken for the next one with its columns, which says so, until it is forgotten', async () => {
    const memory = empty()
    const { user } = await openBatch({ memory })
    await user.selectOptions(use('Title'), 'Title, read above the text')
    await screen.findByText(/^The next file with these columns will be read as you chose/)
    await waitFor(() => expect(memory.list()).toHaveLength(1))
    leave()

    const again = showBatch({ memory })
    const choose = vi.spyOn(again.table, 'chooseText')
    again.drop([reviewFile('april.csv')])
    await screen.findByText(/^Read as you chose for an earlier file with these columns/)
    expect(choose.mock.lastCall?.[0]).toEqual({ column: 4, above: [3] })
    await again.user.click(screen.getByRole('button', { name: 'Forget' }))
    await waitFor(() => expect(memory.list()).toEqual([]))
    await waitFor(() => expect(choose.mock.lastCall?.[0]).toEqual({ column: 4 }))
  })

  it('is not said to be kept where the browser keeps nothing', async () => {
    const refusing = createFileMemory({ read: () => null, write: () => undefined, erase: () => undefined })
    const { user, table } = await openBatch({ memory: refusing })
    const choose = vi.spyOn(table, 'chooseText')
    await user.selectOptions(use('Title'), 'Title, read above the text')
    await waitFor(() => expect(choose.mock.lastCall?.[0]).toEqual({ column: 4, above: [3] }))
    await screen.findByText(/on this device, measured/)
    expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull()
  })

  it('is not taken for a file of another shape', async () => {
    const memory = empty()
    const { user } = await openBatch({ memory })
    await user.selectOptions(setting('Encoding'), 'Windows-1252')
    await waitFor(() => expect(memory.list()).toHaveLength(1))
    leave()
    const other = showBatch({ memory })
    const open = vi.spyOn(other.table, 'open')
    other.drop([csvOf([REVIEW_COLUMNS, ...reviewRows(3)].map((cells) => cells.slice(1)))])
    await waitFor(() => expect(open).toHaveBeenCalled())
    expect(open.mock.lastCall?.[0].choices).toBeUndefined()
  })

  it('does not keep a file from being read as guessed when it cannot be read so any more', async () => {
    const memory = empty()
    const { user } = await openBatch({ memory })
    await user.selectOptions(setting('Column names'), headerIn(3))
    await waitFor(() => expect(memory.list()).toHaveLength(1))
    leave()
    const next = showBatch({ memory })
    const open = vi.spyOn(next.table, 'open')
    next.drop([reviewFile('april.csv', reviewRows(1))])
    await screen.findByText('1 row · UTF-8 · comma')
    expect(open.mock.calls[0]?.[0].choices).toEqual([{ header: 3 }])
    expect(screen.queryByText(/^Read as you chose/)).toBeNull()
  })
})

it('tells what the texts are like, and how stars are spread', async () => {
  const repeated: ReviewCells[] = [
    ['2026-03-02', '5', '3.1.0', '', 'good plans'],
    ['2026-03-03', '1', '3.1.0', '', 'bad update'],
    ['2026-03-04', '5', '3.1.0', '', 'good plans'],
  ]
  await openBatch({ rows: repeated })
  await screen.findByText(/^3 of 3 rows have text[.] 1 text repeats an earlier one[.]/)
  const rows = within(screen.getByRole('table', { name: 'Rows by Stars' })).getAllByRole('row')
  expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual(['133 %1', '567 %2'])
})

describe('the account', () => {
  const ROWS = reviewRows(3).map(([date, stars, version, title, review], row): ReviewCells => [
    date,
    stars,
    version,
    title,
    row === 1 ? '' : review,
  ])

  it('stands there before a run, and lists what is not classified', async () => {
    const { user } = await openBatch({ rows: ROWS })
    screen.getByText(/^Read 3 = 0 classified [+] 1 without text [+] 2 waiting[.]/)
    await user.click(screen.getByRole('button', { name: 'List the 3 not classified' }))
    const list = within(await screen.findByRole('table', { name: 'Rows not classified' }))
    expect(list.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'RowLineReason',
      '22Waiting to be classifiedgood plans',
      '33Without text',
      '44Waiting to be classifiedso so',
    ])
  })

  it('lists after a run what it left', async () => {
    const { user } = await classifiedBatch({ rows: ROWS })
    await user.click(screen.getByRole('button', { name: 'List the 1 not classified' }))
    const list = within(await screen.findByRole('table', { name: 'Rows not classified' }))
    list.getByRole('row', { name: '3 3 Without text' })
  })

  it('offers no list when every row is classified', async () => {
    await classifiedBatch()
    expect(screen.queryByRole('button', { name: /^List the/ })).toBeNull()
  })

  it('counts all pieces that are no rows, lists the first fifty and saves them', async () => {
    const { user } = await openBatch({
      files: [new File([reviewFile(), '"never closed\r\n'.repeat(1_200)], 'march.csv')],
    })
    screen.getByText('1,200 pieces of the file could not be read as rows. Everything else was.')
    expect(screen.getAllByText(/^march.csv, line /)).toHaveLength(50)
    screen.getByText('… and 1,150 more pieces.')
    await user.click(screen.getByRole('button', { name: 'Download what could not be read' }))
    await waitFor(() => expect(saveBlob).toHaveBeenCalledWith(expect.any(Blob), 'march-not-read.csv'))
  })
})
