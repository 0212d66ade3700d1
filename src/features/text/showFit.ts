import { clean } from '../../domain/clean.ts'
import { fitFlags } from '../../domain/textFit.ts'
import type { Model } from '../../inference/facade/model.ts'
import type { TextFits } from '../../pipeline/textFits.ts'
import type { Reading, TextStore } from './textStore.ts'

export interface ShowFitOptions {
  fits: TextFits
  model: Pick<Model, 'calibration'>
  state: TextStore
}

/**
 * Adds to every answer that is shown from now on whether its text is in English and long enough, once that is known; the
 * answer does not wait for it.
 */
export function showFit({ fits, model, state }: ShowFitOptions): void {
  let seen: Reading | null = null
  state.subscribe(({ text, reading }) => {
    if (reading === seen || reading.status !== 'answered') return
    seen = reading
    const { verdict } = reading
    Promise.all([fits.fit({ texts: [clean(text).text] }, {}), model.calibration()]).then(
      ([[fit], { english }]) => {
        if (fit === undefined || state.getState().reading !== reading) return
        const flags = fitFlags(fit, { notSure: verdict.flags.includes('not_sure'), english })
        if (flags.length === 0) return
        seen = { status: 'answered', verdict: { ...verdict, flags: [...verdict.flags, ...flags] } }
        state.setState({ reading: seen })
      },
      // The answer stands by itself; Batch tells when the worker is gone.
      () => undefined,
    )
  })
}
