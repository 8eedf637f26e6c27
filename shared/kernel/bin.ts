const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
}

/**
 * Tells whether the text is a business identification number of Kazakhstan (BIN, БСН, БИН): 12 digits whose last is
 * the control digit, the weighted sum of the others modulo 11, taken with a second row of weights when it gives 10.
 * Source: rules of forming identification numbers, government resolution No. 406 of 2007 (adilet P070000406_).
 */
export function isBin(text: string): boolean {
  if (!/^\d{12}$/u.test(text)) return false
  const digits = Array.from(text, Number)
  const first = weighted(digits, FIRST_WEIGHTS)
  const control = first === 10 ? weighted(digits, SECOND_WEIGHTS) : first
  return control === digits[11]
}
