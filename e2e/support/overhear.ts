import type { Page } from '@playwright/test'

/** What went over the walls of the workers since the page was opened. Logits as the bits of their floats. */
export interface Overheard {
  /** By text: every different answer that an inference worker gave to it. */
  answers: Record<string, string[]>
  /** By row: the answer that was recorded last. */
  recorded: Record<number, string>
}

declare global {
  interface Window {
    overheard: Overheard
  }
}

/** Listens to all calls of the pages that are opened from now on. */
export async function overhear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Logits {
      logits: Float32Array
      pieces: Uint32Array
    }
    interface Message {
      type: string
      id: number
      call?: string
      input?: { texts?: string[]; rows?: Uint32Array; answers?: Logits[] }
      output?: Logits[]
    }
    const heard: Overheard = { answers: {}, recorded: {} }
    window.overheard = heard
    const asked = new WeakMap<Worker, Map<number, string[]>>()
    const bits = ({ logits, pieces }: Logits): string =>
      [...new Uint32Array(logits.slice().buffer), '|', ...pieces].join(' ')

    function listen(worker: Worker): Map<number, string[]> {
      const calls = new Map<number, string[]>()
      asked.set(worker, calls)
      worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        const texts = data.type === 'result' ? calls.get(data.id) : undefined
        for (const [index, text] of (texts ?? []).entries()) {
          const answer = data.output?.[index]
          if (answer === undefined) continue
          const known = (heard.answers[text] ??= [])
          if (!known.includes(bits(answer))) known.push(bits(answer))
        }
      })
      return calls
    }

    function hear(worker: Worker, { id, call, input }: Message): void {
      const calls = asked.get(worker) ?? listen(worker)
      if (call === 'classify' && input?.texts) calls.set(id, [...input.texts])
      if (call !== 'record') return
      for (const [index, row] of (input?.rows ?? []).entries()) {
        const answer = input?.answers?.[index]
        if (answer) heard.recorded[row] = bits(answer)
      }
    }

    window.Worker = class extends Worker {
      override postMessage(message: Message, options?: Transferable[] | StructuredSerializeOptions): void {
        hear(this, message)
        super.postMessage(message, Array.isArray(options) ? { transfer: options } : options)
      }
    }
  })
}

export function overheard(page: Page): Promise<Overheard> {
  return page.evaluate(() => window.overheard)
}
