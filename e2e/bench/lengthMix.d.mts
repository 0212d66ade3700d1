export const BLOCK: { texts: number; tokens: number }
export function describeMix(): {
  source: string
  medianTokens: number
  meanTokens: number
  over150: number
  over400: number
  longest: number
}
export function lengthMix(modelFolder: string): Promise<() => string[]>
