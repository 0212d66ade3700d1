/** A port of VADER to JavaScript, without types of its own. */
declare module 'vader-sentiment' {
  const vader: {
    SentimentIntensityAnalyzer: {
      /** `compound` is −1 (most negative) to 1. */
      polarity_scores(text: string): { compound: number }
    }
  }
  export default vader
}
