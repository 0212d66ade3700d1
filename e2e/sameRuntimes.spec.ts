import { test } from './fixtures.ts'
import { expectSameRuntimes } from './support/sameRuntimes.ts'

test('the plain runtime and the one for WebGPU give 100 mixed texts the same bits on the processor', async ({
  page,
}) => {
  test.slow()
  await expectSameRuntimes(page, 100)
})
