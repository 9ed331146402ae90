/** One measured comparison: a figure, its baseline in the same run, and their ratio. */

export type Comparison = {
  name: string
  figure: number
  baseline: number
  unit: string
  /** `figure / baseline`. */
  ratio: number
}

export function comparison(
  name: string,
  unit: string,
  figure: number,
  baseline: number,
): Comparison {
  return { name, unit, figure, baseline, ratio: figure / baseline }
}

/** The middle one of some measurements. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
