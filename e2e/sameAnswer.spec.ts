import { test } from './fixtures.ts'
import { expectSameAnswers } from './support/sameAnswers.ts'

test('100 mixed texts get the same bits with one worker, with two, stopped and continued, and one by one', async ({
  context,
}) => {
  test.slow()
  await expectSameAnswers(context, 100)
})
