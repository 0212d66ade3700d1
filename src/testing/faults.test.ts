import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FAULTS } from '../../e2e/faults/faults.mjs'

const ROOT = join(import.meta.dirname, '../..')

// The faults themselves take minutes (`npm run test:faults`); that each can still be planted is seen at once.
it.each(FAULTS)('has a place for: $name', ({ file, from, spec: [kind, which] }) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(from)
  if (kind === 'unit') expect(existsSync(join(ROOT, `${which}.test.ts`))).toBe(true)
})
