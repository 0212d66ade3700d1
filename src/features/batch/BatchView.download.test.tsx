import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { classifiedBatch, endBatch, type ShownBatch } from '../../testing/showBatch.tsx'
import { reviewTable } from '../../testing/reviewTable.ts'
import type { Exported } from '../../table/protocol.ts'
import { saveBlob } from '../../ui/saveBlob.ts'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: vi.fn() }))

afterEach(() => {
  endBatch()
  Reflect.deleteProperty(window, 'showSaveFilePicker')
  vi.mocked(saveBlob).mockClear()
})

async function asking(batch: ShownBatch) {
  await batch.user.click(screen.getByRole('button', { name: 'Download CSV' }))
  return within(await screen.findByRole('dialog', { name: 'Download CSV' }))
}

type Dialog = Awaited<ReturnType<typeof asking>>

async function asked(): Promise<ShownBatch & { dialog: Dialog; exported: ReturnType<typeof spyExport> }> {
  const batch = await classifiedBatch()
  return { ...batch, exported: spyExport(batch), dialog: await asking(batch) }
}

const spyExport = ({ table }: ShownBatch) => vi.spyOn(table, 'export')

/** A browser that can write files as it goes. */
function withPicker(pick: () => Promise<unknown>) {
  const picker = vi.fn<(options: { suggestedName: string }) => Promise<unknown>>(pick)
  Object.defineProperty(window, 'showSaveFilePicker', { value: picker, configurable: true })
  return picker
}

describe('how a download is written', () => {
  it('is CSV as in the file, guarded, when nothing is chosen', async () => {
    const { user, dialog, exported } = await asked()
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(exported.mock.lastCall?.[0]).toMatchObject({
      as: { kind: 'csv', delimiter: ',', encoding: 'utf-8', guard: true },
      to: null,
    })
  })

  it('follows every choice', async () => {
    const { user, dialog, exported } = await asked()
    await user.click(dialog.getByText('More choices'))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Delimiter' }), 'Tab')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Encoding' }), 'UTF-16, twice the size')
    await user.click(dialog.getByRole('checkbox', { name: 'Guard formulas' }))
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(exported.mock.lastCall?.[0].as).toEqual({
      kind: 'csv',
      delimiter: '\t',
      encoding: 'utf-16le',
      guard: false,
    })
    expect(vi.mocked(saveBlob).mock.lastCall?.[1]).toBe('march-sentiment.tsv')
  })

  it('is JSON Lines, which need no delimiter and no guard', async () => {
    const { user, dialog, exported } = await asked()
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Format' }), 'JSON Lines, for programs')
    expect(dialog.queryByRole('checkbox')).toBeNull()
    expect(dialog.queryByText('More choices')).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(exported.mock.lastCall?.[0].as.kind).toBe('json-lines')
    expect(vi.mocked(saveBlob).mock.lastCall?.[1]).toBe('march-sentiment.jsonl')
  })

  it('is not remembered', async () => {
    const { user, dialog, ...batch } = await asked()
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Format' }), 'JSON Lines, for programs')
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const again = await asking({ user, ...batch })
    expect(again.getByRole<HTMLSelectElement>('combobox', { name: 'Format' }).value).toBe('csv')
  })

  it('says when answers changed while it was written, and that is not all saved', async () => {
    const { user, dialog, exported } = await asked()
    exported.mockResolvedValue({ file: new Blob(), rows: 3, guarded: 0, upToDate: false })
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText(/changed meanwhile; download again/)
    const leaving = new Event('beforeunload', { cancelable: true })
    expect(window.dispatchEvent(leaving)).toBe(false)
  })
})

describe('where a download goes', () => {
  const handle = { kind: 'file', name: 'picked.csv' }
  const WRITTEN: Exported = { file: null, rows: 3, guarded: 0, upToDate: true }

  it('is not asked where the browser cannot write files', async () => {
    const { user, dialog } = await asked()
    await user.click(dialog.getByText('More choices'))
    expect(dialog.queryByRole('combobox', { name: 'Save' })).toBeNull()
  })

  async function chosen() {
    const batch = await asked()
    await batch.user.click(batch.dialog.getByText('More choices'))
    await batch.user.selectOptions(batch.dialog.getByRole('combobox', { name: 'Save' }), 'Where I choose')
    return batch
  }

  it('is the place that is picked', async () => {
    const picker = withPicker(() => Promise.resolve(handle))
    const { user, dialog, exported } = await chosen()
    exported.mockResolvedValue(WRITTEN)
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(picker.mock.lastCall?.[0].suggestedName).toBe('march-sentiment.csv')
    expect(exported.mock.lastCall?.[0].to).toBe(handle)
    expect(saveBlob).not.toHaveBeenCalled()
  })

  it('is nowhere when no place is picked, and that is no error', async () => {
    withPicker(() => Promise.reject(new DOMException('The user aborted a request.', 'AbortError')))
    const { user, dialog, exported } = await chosen()
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('Nothing was saved.')
    expect(exported).not.toHaveBeenCalled()
    expect(screen.queryByRole('alert')).toBeNull()
    dialog.getByRole('button', { name: 'All 3 rows' })
  })

  it('is picked for a large file', async () => {
    const picker = withPicker(() => Promise.resolve(handle))
    const table = reviewTable()
    const open = table.open
    vi.spyOn(table, 'open').mockImplementation(async (input, options) => {
      const opened = await open(input, options)
      return { ...opened, files: opened.files.map((file) => ({ ...file, bytes: 60e6 })) }
    })
    const batch = await classifiedBatch({ table })
    spyExport(batch).mockResolvedValue(WRITTEN)
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(picker).toHaveBeenCalledOnce()
  })

  it.each([
    ['disk-full', /not enough room/],
    ['not-writable', /could not be written/],
  ] as const)('is told when it fails with %s', async (code, words) => {
    withPicker(() => Promise.resolve(handle))
    const { user, dialog, exported } = await chosen()
    exported.mockRejectedValue(new UndertoneError(code, 'as the browser says'))
    await user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    const alert = within(await screen.findByRole('alert'))
    alert.getByText(words)
    alert.getByText(/Nothing was written; all rows, answers and corrections are still here/)
  })
})

describe('a long download', () => {
  /** Writing goes on until it is ended. */
  async function writing() {
    const batch = await asked()
    let end: (exported: Exported) => void = () => undefined
    let signal: AbortSignal | undefined
    batch.exported.mockImplementation((_, options) => {
      signal = options?.signal
      return new Promise((resolve, reject) => {
        end = resolve
        signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
      })
    })
    vi.spyOn(batch.table, 'exportProgress').mockResolvedValue({ rows: 2 })
    await batch.user.click(batch.dialog.getByRole('button', { name: 'All 3 rows' }))
    const bar = await batch.dialog.findByRole('progressbar', { name: 'Download progress' })
    return { ...batch, bar, end: () => end({ file: new Blob(), rows: 3, guarded: 0, upToDate: true }) }
  }

  it('shows how far it is, and can be cancelled', async () => {
    const { user, dialog, bar, said } = await writing()
    expect(bar.getAttribute('aria-valuetext')).toBe('2 of 3 rows written')
    const cancel = dialog.getByRole('button', { name: 'Cancel' })
    expect(document.activeElement).toBe(cancel)
    await user.click(cancel)
    await dialog.findByText('Nothing was saved.')
    expect(said.at(-1)).toBe('Nothing was saved.')
    expect(saveBlob).not.toHaveBeenCalled()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('goes on while the dialog is closed, and is there when it opens again', async () => {
    const { user, dialog, end, said, ...batch } = await writing()
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const again = await asking({ user, said, ...batch })
    again.getByRole('progressbar', { name: 'Download progress' })
    end()
    await again.findByText('3 rows saved.')
    expect(said.at(-1)).toBe('3 rows saved.')
    expect(document.activeElement).toBe(again.getByRole('button', { name: 'Done' }))
  })
})
