/** Word pieces per window, the two special ones included, and how many two neighbouring windows share. */
export interface TextWindow {
  pieces: number
  overlap: number
}

/**
 * How the model's logits become probabilities: `softmax(logits / temperature + bias)`, fitted on held-out reviews
 * and shipped with the weights (Guo et al. 2017, "On Calibration of Modern Neural Networks").
 */
export interface Calibration {
  temperature: number
  /** Added after the division, one per label. */
  bias: readonly [number, number, number]
  /** An answer whose largest probability is below this is "not sure". */
  notSureBelow: number
  /**
   * Largest difference of a probability between two backends that are both right; 0 where nothing was measured. Where
   * the two likeliest labels are closer than twice this, the backends could answer differently.
   */
  tolerance: number
  /** Whether the model reads English and nothing else, so that other texts are flagged; false where that is not known. */
  english: boolean
  window: TextWindow
}
