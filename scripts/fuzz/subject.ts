import { Chance } from '../../shared/domain/sample/random'

/*
 * Fuzzing: a part of the program is given inputs nobody would write on purpose. Each may be taken or
 * refused in words; none may crash the program, keep it busy beyond a limit, or write to the vault.
 */

export interface FuzzInput {
  /** How it was made, for whoever looks into a failure. */
  made: string
  /** Hands it over. Whatever is thrown is a crash. */
  feed(): Promise<'taken' | 'refused'>
}

/** A part of the program that takes what others wrote. A new one is added to `subjects` in run.ts. */
export interface FuzzSubject {
  /** Makes one input; the same chance makes the same one. */
  input(chance: Chance): FuzzInput
  /** What stands in the vault, to notice anything written. */
  fingerprint(): Promise<string>
  close(): Promise<void>
}

export interface FuzzReport {
  inputs: number
  taken: number
  refused: number
  /** Answers that were neither, by number, how the input was made, and what came out. */
  crashes: Failing[]
  hangs: Failing[]
  /** Inputs after which the vault was not as before. */
  writes: Failing[]
  slowestMs: number
  peakRssMB: number
}

interface Failing {
  input: number
  made: string
  what: string
}

export interface FuzzOptions {
  inputs: number
  seed: number
  /** The first input, to repeat one that failed. */
  from?: number
  /** Longer than this is a hang. */
  limitMs: number
  say?: (line: string) => void
}

/** Worth a line while it runs. */
const slowMs = 3000

/** Looking at the whole vault after each input would be most of the work. */
const inputsBetweenLooks = 50

export async function fuzz(
  subject: FuzzSubject,
  { inputs, seed, from = 0, limitMs, say = () => {} }: FuzzOptions,
): Promise<FuzzReport> {
  const report: FuzzReport = {
    inputs: 0,
    taken: 0,
    refused: 0,
    crashes: [],
    hangs: [],
    writes: [],
    slowestMs: 0,
    peakRssMB: 0,
  }
  let before = await subject.fingerprint()
  for (let at = from; at < from + inputs; at++) {
    const { made, feed } = subject.input(chanceOf(seed, at))
    const fail = (list: Failing[], what: string): void => void list.push({ input: at, made, what })
    const started = performance.now()
    try {
      const verdict = await within(feed(), limitMs)
      if (verdict === 'late') fail(report.hangs, `longer than ${limitMs} ms`)
      else report[verdict] += 1
    } catch (error) {
      fail(report.crashes, error instanceof Error ? error.message : String(error))
    }
    report.inputs += 1
    const took = Math.round(performance.now() - started)
    if (took > slowMs) say(`input ${at} (${made}) took ${took} ms`)
    report.slowestMs = Math.max(report.slowestMs, took)
    report.peakRssMB = Math.max(report.peakRssMB, Math.round(process.memoryUsage.rss() / 2 ** 20))
    if (report.inputs % inputsBetweenLooks === 0 || report.inputs === inputs) {
      const now = await subject.fingerprint()
      if (now !== before) fail(report.writes, 'this input, or one of those just before it')
      before = now
    }
    if (report.inputs % 500 === 0) say(`${report.inputs} of ${inputs} …`)
  }
  return report
}

/** Each input is a chance of its own, so that any of them can be made again by its number. */
function chanceOf(seed: number, input: number): Chance {
  const chance = new Chance(Math.imul(seed, 0x9e3779b1) ^ input)
  // Neighbouring seeds begin alike.
  for (let i = 0; i < 4; i++) chance.next()
  return chance
}

async function within<Value>(work: Promise<Value>, limitMs: number): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
