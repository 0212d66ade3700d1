import { expect, it } from 'vitest'
import { noticeOfDeath, tellOnce, type Notice } from './notice.ts'

it.each([
  { code: 'out-of-memory', notice: 'memory-short' },
  { code: 'model-disagrees', notice: 'worker-disagreed' },
  { code: 'worker-crashed', notice: 'worker-replaced' },
  { code: 'internal', notice: 'worker-replaced' },
] as const)('a death by $code is told as $notice', ({ code, notice }) => {
  expect(noticeOfDeath(code)).toBe(notice)
})

it('tells each kind once, under a number of its own', () => {
  const notices: Notice[] = []
  const tell = tellOnce((notice) => notices.push(notice))
  for (const code of ['worker-replaced', 'gpu-lost', 'worker-replaced', 'gpu-lost'] as const) tell(code)
  expect(notices).toEqual([
    { id: 1, code: 'worker-replaced' },
    { id: 2, code: 'gpu-lost' },
  ])
})
