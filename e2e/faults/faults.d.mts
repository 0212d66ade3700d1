/** A small fault that the tests have to find, see `faults.mjs`. */
export interface Fault {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly spec: readonly ['model' | 'stub' | 'unit', string]
}

export const FAULTS: readonly Fault[]
