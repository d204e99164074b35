/** Numbers of a batch: prefix and a running number of as many digits as the last one needs. */
export interface NumberRun {
  readonly prefix: string
  readonly first: number
  readonly count: number
}

/** At least four digits, so that a clerk sees at once which number is missing. */
const leastDigits = 4

/** The number at a place of the run: `ZC20260001` is the first. */
export function numberAt({ prefix, first, count }: NumberRun, at: number): string {
  const digits = Math.max(leastDigits, String(first + count - 1).length)
  return prefix + String(first + at).padStart(digits, '0')
}

export const numbersOf = (run: NumberRun): string[] =>
  Array.from({ length: run.count }, (_, at) => numberAt(run, at))

/** What a clerk typed, cut into single numbers and runs of them, at most `most` numbers. */
export type NumbersRead = { readonly numbers: string[] } | { readonly error: string }

/** `ZC20260001，ZC20260007~0012 ZC20260020`: single numbers and runs, in any spacing. */
export function readNumbers(typed: string, most: number): NumbersRead {
  const numbers = new Set<string>()
  for (const part of typed
    .toUpperCase()
    .split(/[\s,，、;；]+/)
    .filter(Boolean)) {
    const run = /^(.*?)(\d+)[~～至](?:\1)?(\d+)$/.exec(part)
    if (!run) {
      numbers.add(part)
      continue
    }
    const [, letters, digits, high] = run as unknown as [string, string, string, string]
    // `0007~0009` of a longer number: only its tail runs.
    const low = digits.slice(-Math.max(high.length, 1))
    const prefix = letters + digits.slice(0, digits.length - low.length)
    const [from, to] = [Number(low), Number(high)]
    if (to < from) return { error: `“${part}”的止号比起号小` }
    if (to - from >= most) return { error: `“${part}”超过 ${most} 张，请分几次` }
    for (let number = from; number <= to; number += 1)
      numbers.add(prefix + String(number).padStart(low.length, '0'))
  }
  if (numbers.size > most) return { error: `一次最多 ${most} 张，请分几次` }
  return { numbers: [...numbers] }
}
