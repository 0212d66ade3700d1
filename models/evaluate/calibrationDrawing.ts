import type { Evaluation } from './evaluation.ts'

/** The drawing's size and the square that the curve is in, in its own units. */
const WIDTH = 440
const HEIGHT = 420
const LEFT = 60
const TOP = 20
const SIDE = 350
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** An image cannot take its colours from the page: it brings those for light and dark itself. */
const STYLE =
  '.axis{stroke:#8b949e;fill:none}.even{stroke:#8b949e;stroke-dasharray:4 4}.curve{stroke:#0b63b5;fill:none;stroke-width:2}' +
  '.dot{fill:#0b63b5}.range{stroke:#0b63b5}text{fill:#24292f;font:12px sans-serif}' +
  '@media(prefers-color-scheme:dark){.curve,.range{stroke:#6cb6ff}.dot{fill:#6cb6ff}text{fill:#e6edf3}}'

/**
 * The calibration curve as SVG: for each bin how sure the rows were and how many of them were right, with its 95 %
 * interval. On the dashed line both are equal.
 */
export function calibrationDrawing(bins: Evaluation['calibration']): string {
  const points = bins.map(({ confidence, accuracy }) => `${x(confidence)},${y(accuracy)}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    '<title>Calibration curve: share of right answers against confidence</title>',
    `<style>${STYLE}</style>`,
    ...TICKS.map(tick),
    `<rect class="axis" x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}"/>`,
    `<line class="even" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    ...bins.map(
      ({ confidence, low, high }) =>
        `<line class="range" x1="${x(confidence)}" y1="${y(low)}" x2="${x(confidence)}" y2="${y(high)}"/>`,
    ),
    `<polyline class="curve" points="${points.join(' ')}"/>`,
    ...bins.map(
      ({ confidence, accuracy }) => `<circle class="dot" cx="${x(confidence)}" cy="${y(accuracy)}" r="3.5"/>`,
    ),
    `<text x="${LEFT + SIDE / 2}" y="${HEIGHT - 8}" text-anchor="middle">confidence of the answer</text>`,
    `<text transform="translate(14 ${TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">right answers</text>`,
    '</svg>\n',
  ].join('\n')
}

function tick(share: number): string {
  const words = `${Math.round(share * 100)} %`
  return (
    `<text x="${x(share)}" y="${TOP + SIDE + 18}" text-anchor="middle">${words}</text>` +
    `<text x="${LEFT - 6}" y="${Number(y(share)) + 4}" text-anchor="end">${words}</text>`
  )
}

function x(share: number): string {
  return (LEFT + share * SIDE).toFixed(1)
}

function y(share: number): string {
  return (TOP + (1 - share) * SIDE).toFixed(1)
}
