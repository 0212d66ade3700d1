/**
 * The version of what a model reads of a text: how it is cleaned (`clean.ts`) and cut into windows
 * (`inference/worker/windows.ts`). Answers of two versions are not the same model's. Whoever changes what is read raises
 * it, which a test asks for.
 */
export const READING_RULE = 1
