/** How alike two titles are. */

/** Words in both titles over words in either: 0 to 1. Weights by rarity were tried and gave nothing. */
export function titleLikeness(one: readonly number[], other: readonly number[]): number {
  const shared = one.filter((word) => other.includes(word)).length
  const either = one.length + other.length - shared
  return either === 0 ? 0 : shared / either
}
