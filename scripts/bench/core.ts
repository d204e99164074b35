import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inTurn, round, seriesOf, timed } from './figures'
import { registerFigures } from './registers'
import { BenchCore, type BenchVault } from './vaults'

/** What a clerk types: names, initials, full pinyin, ID and phone tails, villages. */
function queriesFrom(people: { name: string; idNumber: string | null; phone: string | null }[]) {
  const letters = ['wang', 'zx', 'ly', 'weichi', 'sxy', 'chen', 'gm', 'ouyang', 'qiu', 'zhl']
  return people.flatMap((person, i) => [
    person.name,
    person.name.slice(0, 2),
    letters[i % letters.length]!,
    person.idNumber?.slice(-4) ?? '上塘村',
    person.phone?.slice(-4) ?? '石桥',
  ])
}

/** Search, due list, person page at full size; each beside plain SQL over the same file. */
export async function coreFigures(large: BenchVault, small: BenchVault) {
  const bench = await BenchCore.open(large)
  const sql = await bench.connection()
  const { until } = large.request
  const people = sql
    .prepare('select id, name, id_number as idNumber, phones from recipient order by id')
    .all() as { id: number; name: string; idNumber: string | null; phones: string }[]
  const some = people.filter((_, i) => i % 50 === 0)
  const queries = queriesFrom(
    some.map((person) => ({
      ...person,
      phone: (JSON.parse(person.phones) as string[])[0] ?? null,
    })),
  )

  await adoptTownshipSet(bench, large)
  const coldRoster = await timed(() => bench.do('recipients.list', {}))
  const like = sql.prepare('select id from recipient where name like ? limit 20')
  const search = await inTurn(
    queries.length,
    (run) => bench.do('search.global', { text: queries[run]! }),
    (run) => like.all(`%${queries[run]!}%`),
  )

  const dueList = await dueListFigures(bench, sql, until)
  const ledger = await ledgerFigures(bench, sql, until)
  const list = await inTurn(
    15,
    () => bench.do('recipients.list', {}),
    () => sql.prepare('select * from recipient').all(),
  )
  const contactsOf = sql.prepare('select * from contact where recipient_id = ? order by date')
  const page = await inTurn(
    60,
    (run) => openFilePage(bench, people[(run * 37) % people.length]!.id),
    (run) => contactsOf.all(people[(run * 37) % people.length]!.id),
  )
  const registers = await registerFigures(bench, sql, until)
  const loop = await eventLoopDelay(bench, queries)
  sql.close()
  await bench.core.close()

  const little = await BenchCore.open(small)
  await adoptTownshipSet(little, small)
  const littleSql = await little.connection()
  const dueListTenthOfHistory = await dueListFigures(little, littleSql, until)
  const ledgerTenthOfHistory = await ledgerFigures(little, littleSql, until)
  littleSql.close()
  await little.core.close()

  return {
    firstListAfterUnlock: {
      milliseconds: round(coldRoster),
      note: 'reads 3,000 files into memory',
    },
    search: { ...search, baselineIs: 'SQL like over names' },
    dueList: {
      ...dueList,
      baselineIs: 'indexed count of this year per person and kind over the same rows',
    },
    dueListTenTimesTheHistory: {
      measured: dueList.measured,
      baseline: dueListTenthOfHistory.measured,
      ratio: round(dueList.measured.median / dueListTenthOfHistory.measured.median),
      baselineIs: 'the same due list with a tenth of the history and the same last year',
    },
    wholeYearLedger: {
      ...ledger,
      baselineIs: 'the same year’s contacts grouped by person, kind and month in plain SQL',
    },
    wholeYearLedgerTenTimesTheHistory: {
      measured: ledger.measured,
      baseline: ledgerTenthOfHistory.measured,
      ratio: round(ledger.measured.median / ledgerTenthOfHistory.measured.median),
      baselineIs: 'the same ledger with a tenth of the history and the same last year',
    },
    recipientList: { ...list, baselineIs: 'select * from recipient' },
    personPage: { ...page, baselineIs: 'select of that person’s contacts' },
    ...registers,
    eventLoopDelay: loop,
  }
}

/** Everything the page of one person asks when it opens. */
async function openFilePage(bench: BenchCore, id: number): Promise<void> {
  const recipientId = id
  await bench.do('recipients.file', { id })
  await bench.do('completeness.of', { id })
  await bench.do('serviceTiers.person', { recipientId })
  await bench.do('benefits.person', { recipientId })
  await bench.do('assessments.list', { recipientId })
  await bench.do('riskReviews.list', { recipientId })
  await bench.do('supportCases.list', { filter: { recipientId } })
  await bench.do('alerts.list', { recipientId })
  await bench.do('attachments.list', { entity: 'recipient', recordId: id })
  await bench.do('contacts.list', { recipientId })
  await bench.do('ledgers.timeline', { recipientId })
  await bench.do('recipients.history', { id })
}

/** Five rules instead of one, over the whole history: the heaviest preset an office may adopt. */
async function adoptTownshipSet(bench: BenchCore, { request }: BenchVault): Promise<void> {
  const from = `${Number(request.until.slice(0, 4)) - 10}-01-01`
  await bench.do('rules.adoptPreset', { preset: 'townshipSet', from })
}

/** A contact is recorded before each run, so that nothing is answered from memory. */
async function dueListFigures(
  bench: BenchCore,
  sql: Awaited<ReturnType<BenchCore['connection']>>,
  until: string,
) {
  const someone = sql.prepare('select id from recipient limit 1').get() as { id: number }
  const count = sql.prepare(
    `select kind, recipient_id, count(*) from contact
     where voided_at is null and kind in ('phone','home','video','proxy','child','checkup')
       and date >= ? and date <= ? group by kind, recipient_id`,
  )
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < 15; run += 1) {
    await bench.do('contacts.record', {
      recipientIds: [someone.id],
      dates: [until],
      kind: 'phone',
      allowSame: true,
    })
    ours.push(await timed(() => bench.do('home.due', {})))
    theirs.push(await timed(() => count.all(`${until.slice(0, 4)}-01-01`, until)))
  }
  const [measured, baseline] = [seriesOf(ours), seriesOf(theirs)]
  return { measured, baseline, ratio: round(measured.median / baseline.median) }
}

/** Everybody's year, after a contact was recorded: counted anew each time. */
async function ledgerFigures(
  bench: BenchCore,
  sql: Awaited<ReturnType<BenchCore['connection']>>,
  until: string,
) {
  const someone = sql.prepare('select id from recipient limit 1').get() as { id: number }
  const year = Number(until.slice(0, 4))
  const count = sql.prepare(
    `select recipient_id, kind, substr(date, 1, 7), count(*), max(entered_at) from contact
     where voided_at is null and date >= ? and date <= ? group by 1, 2, 3`,
  )
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < 7; run += 1) {
    await bench.do('contacts.record', {
      recipientIds: [someone.id],
      dates: [until],
      kind: 'phone',
      allowSame: true,
    })
    ours.push(await timed(() => bench.do('compliance.ledger', { year, limit: 10_000 })))
    theirs.push(await timed(() => count.all(String(year), until)))
  }
  const [measured, baseline] = [seriesOf(ours), seriesOf(theirs)]
  return { measured, baseline, ratio: round(measured.median / baseline.median) }
}

/** The longest time the core kept its own loop busy, beside the same time spent idle. */
async function eventLoopDelay(bench: BenchCore, queries: string[]) {
  const observe = async (work: () => Promise<void>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await work()
    delay.disable()
    return { p99: round(delay.percentile(99) / 1e6), max: round(delay.max / 1e6) }
  }
  const busy = await observe(async () => {
    for (const [i, text] of queries.slice(0, 60).entries()) {
      await bench.do('search.global', { text })
      if (i % 10 === 0) await bench.do('home.due', {})
      await new Promise((resume) => {
        setTimeout(resume, 2)
      })
    }
  })
  const idle = await observe(
    () =>
      new Promise((resume) => {
        setTimeout(resume, 1000)
      }),
  )
  return { unit: 'milliseconds', measured: busy, baseline: idle, baselineIs: 'an idle core' }
}
