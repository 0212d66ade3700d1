import { useState } from 'react'
import type { Summary } from '../../../domain/summary.ts'
import { formatCount } from '../../../lib/format.ts'
import type { Slice } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './Account.module.css'
import { accountWords } from '../words/summaryWords.ts'
import { NotClassified } from './NotClassified.tsx'

interface Props {
  summary: Summary
  severalFiles: boolean
  /** `page` counts from 0. Null when it cannot be had. */
  onList: (page: number) => Promise<Slice | null>
}

interface Listed {
  page: number
  slice: Slice
}

/** What became of every row, and the way to those that no answer belongs to. */
export function Account({ summary, severalFiles, onList }: Props) {
  const [open, setOpen] = useState(false)
  const [listed, setListed] = useState<Listed | null>(null)
  const missing = summary.rows - summary.classified

  async function show(page: number): Promise<void> {
    const slice = await onList(page)
    if (slice === null) return
    setListed({ page, slice })
    setOpen(true)
  }

  return (
    <p className={styles['account']}>
      {`${accountWords(summary)} `}
      {missing > 0 && (
        <Button variant="quiet" onClick={() => void show(0)}>
          {`List the ${formatCount(missing)} not classified`}
        </Button>
      )}
      {listed !== null && (
        <NotClassified
          open={open}
          slice={listed.slice}
          severalFiles={severalFiles}
          page={listed.page}
          onPage={(page) => void show(page)}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  )
}
