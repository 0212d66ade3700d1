import { isAbort } from '../../domain/errors.ts'
import type { Model } from '../../inference/facade/model.ts'
import { abortable } from '../../lib/abortable.ts'
import { classifyTexts, type Answer } from '../../pipeline/classifyTexts.ts'

/**
 * The answer to one text. Waits while the model is failed, however often, until somebody has loaded it again. Rejects
 * with the signal's reason when that is aborted, and with what went wrong while the model works.
 */
export async function answerOnceReady(text: string, model: Model, signal: AbortSignal): Promise<Answer> {
  for (;;) {
    await notFailed(model, signal)
    try {
      const [answer] = await abortable(classifyTexts([text], model, { signal }), signal)
      if (answer !== undefined) return answer
      throw new RangeError('one text must have one answer')
    } catch (error) {
      signal.throwIfAborted()
      // Aborted by nobody here: another model was chosen meanwhile, and that one answers.
      if (!isAbort(error) && model.state.getState().status !== 'failed') throw error
    }
  }
}

function notFailed({ state }: Model, signal: AbortSignal): Promise<void> {
  if (state.getState().status !== 'failed') return Promise.resolve()
  const recovered = new Promise<void>((resolve) => {
    const unsubscribe = state.subscribe(({ status }) => {
      if (status === 'failed') return
      unsubscribe()
      resolve()
    })
    signal.addEventListener('abort', unsubscribe, { once: true })
  })
  return abortable(recovered, signal)
}
