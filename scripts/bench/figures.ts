/** One measured series in milliseconds. */
export interface Series {
  runs: number
  median: number
  p95: number
  max: number
}

export function seriesOf(milliseconds: number[]): Series {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return { runs: sorted.length, median: round(at(0.5)), p95: round(at(0.95)), max: round(at(1)) }
}

/** Runs both in turn, so that a drift of the machine's speed hits both alike. */
export async function inTurn(
  runs: number,
  work: (run: number) => unknown,
  baseline: (run: number) => unknown,
): Promise<{ measured: Series; baseline: Series; ratio: number }> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < runs; run += 1) {
    ours.push(await timed(() => work(run)))
    theirs.push(await timed(() => baseline(run)))
  }
  const [measured, beside] = [seriesOf(ours), seriesOf(theirs)]
  return { measured, baseline: beside, ratio: round(measured.median / beside.median) }
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
