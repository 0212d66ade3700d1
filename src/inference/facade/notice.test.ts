import { expect, it } from 'vitest'
import { createNotices, noticeOfDeath, type Notice } from './notice.ts'

it.each([
  { code: 'out-of-memory', notice: 'memory-short' },
  { code: 'model-disagrees', notice: 'worker-disagreed' },
  { code: 'worker-crashed', notice: 'worker-replaced' },
  { code: 'internal', notice: 'worker-replaced' },
] as const)('a death by $code is told as $notice', ({ code, notice }) => {
  expect(noticeOfDeath(code)).toBe(notice)
})

it('tells each kind once, under a number of its own', () => {
  const told: (Notice | null)[] = []
  const notices = createNotices((notice) => told.push(notice))
  for (const code of ['worker-replaced', 'gpu-lost', 'worker-replaced', 'gpu-lost'] as const)
    notices.tell(code)
  expect(told).toEqual([
    { id: 1, code: 'worker-replaced' },
    { id: 2, code: 'gpu-lost' },
  ])
  expect(notices.latest()).toBe(told[1])
})

it('has none once the latest is dismissed, which is not told again', () => {
  const told: (Notice | null)[] = []
  const notices = createNotices((notice) => told.push(notice))
  notices.tell('worker-replaced')
  notices.dismiss()
  notices.tell('worker-replaced')
  expect(notices.latest()).toBeNull()
  expect(told).toEqual([{ id: 1, code: 'worker-replaced' }, null])
})
