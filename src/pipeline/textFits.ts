import type { TextFit } from '../domain/textFit.ts'

/** Tells whether cleaned texts fit the model, in their order; `table/client.ts` is the real one. */
export interface TextFits {
  fit(input: { texts: readonly string[] }, options: { signal?: AbortSignal | undefined }): Promise<TextFit[]>
}
