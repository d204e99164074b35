import { contactsOf } from '@db/repositories/contacts'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadPolicy } from '@db/repositories/rules'
import { linkSpouse } from '@db/repositories/recipients'
import { writeSampleContacts } from '@db/repositories/sample'
import { allVillages } from '@db/repositories/villages'
import type { StoreContext } from '@db/context'
import { frequencyPhrase } from '@electron/documents/papers/work-plan-figures'
import { closeFile, enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { addDays, endOf, monthOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'
import type { CountedContact } from '@shared/domain/cadence/obligations'
import type { CadencePolicy } from '@shared/domain/cadence/rules'
import {
  alike,
  binds,
  daysBetween,
  isLifted,
  slowDone,
  slowGravest,
  slowNeed,
  slowClosesBy,
  type SlowStanding,
  slowStandings,
  windowDaysAround,
} from '@shared/domain/cadence/slow-model'
import { categoriesHeld, classify } from '@shared/domain/categories/classify'
import { defaultCategoryRules } from '@shared/domain/categories/rules'
import { Chance } from '@shared/domain/sample/random'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { categoryFactsOf } from '../classification'

const today = '2026-11-21'
const family = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const given = ['桂兰', '彩霞', '德福']

interface Life {
  person: RosterPerson
  facts: CadenceFacts
  contacts: CountedContact[]
  standings: SlowStanding[]
  state: SlowStanding['state']
}

let vault: TestVault
let policy: CadencePolicy
let lives: Life[]

beforeAll(async () => {
  vault = await openTestVault(today)
  const chance = new Chance(20_261_121)
  const villages = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  const ids = enterPeople(
    vault,
    Array.from({ length: 60 }, (_, index) => ({
      name: family[index % 20]! + given[Math.floor(index / 20)]!,
      villageId: villages[index % 2]!,
      birthDate: `${1932 + chance.below(28)}-${String(1 + chance.below(12)).padStart(2, '0')}-15`,
      from: chance.happens(0.2) ? addDays(today, -chance.below(80)) : '2020-01-01',
      group: index % 15 === 14 ? 'child' : 'elder',
    })),
  )
  const someone = (): number => ids[chance.below(ids.length)]!

  await vault.must('rules.adoptPreset', { preset: 'townshipSet', from: '2026-02-10' })
  await vault.must('rules.adoptPreset', { preset: 'tieredSet', from: '2026-06-01' })
  await vault.must('rules.adoptPreset', { preset: 'proofOfLife', from: '2026-01-01' })
  await vault.must('credits.add', { kind: 'home', duty: 'phone', from: '2026-10-20' })
  await vault.must('rateScopes.set', { who: 'specialHardship', fromMonth: '2026-10' })
  const helpers = []
  for (const name of ['张吉祥', '解旺', '仇大同']) {
    helpers.push((await vault.must('helpers.create', { name })).id)
  }
  for (const [index, helperId] of helpers.entries()) {
    const recipientIds = ids.slice(index * 15, index * 15 + 18)
    await vault.must('pairings.create', { helperId, recipientIds, from: '2026-01-01' })
  }
  for (const id of ids) {
    if (chance.happens(0.5)) {
      const level = (['high', 'key', 'general'] as const)[chance.below(3)]!
      const from = addDays(today, -chance.below(200))
      await vault.must('recipients.setRisk', { id, level, from, reason: '入户评估' })
    }
    if (chance.happens(0.3)) {
      await vault.must('recipients.overrideCategory', {
        id,
        category: 'livingAlone',
        holds: true,
        reason: '入户核实',
        from: addDays(today, -chance.below(60)),
      })
    }
  }
  for (let count = 0; count < 12; count += 1) {
    const from = addDays(today, -chance.below(90))
    const open = chance.happens(0.3)
    await vault.core.do('exemptions.add', {
      recipientId: someone(),
      reason: chance.happens(0.5) ? 'hospital' : 'away',
      from,
      to: open ? null : addDays(from, chance.below(60)),
      reviewOn: open ? '2026-12-31' : null,
    })
    const date = addDays(today, -chance.below(40))
    await vault.core.do('majorChanges.record', { recipientId: someone(), date, kind: 'illness' })
  }
  for (const id of [3, 17, 30].map((index) => ids[index]!)) {
    closeFile(vault, id, id === ids[3] ? 'deceased' : 'movedOut', addDays(today, -chance.below(40)))
  }
  const kinds = codesOf(contactKindLabel)
  vault.write((ctx) => {
    linkSpouse(ctx, ids[5]!, ids[3]!)
    writeSampleContacts(
      ctx.writer,
      { people: ids, families: [], helpers: [], sheetLines: new Map() },
      Array.from({ length: 1500 }, () => {
        const date = addDays(today, -chance.below(330))
        return {
          personIndex: chance.below(ids.length),
          helperIndex: null,
          kind: chance.happens(0.7) ? kinds[chance.below(3)]! : kinds[chance.below(kinds.length)]!,
          date: chance.happens(0.05) ? date.slice(0, 7) : date,
          enteredOn: addDays(date, chance.happens(0.8) ? 1 : 40),
          summary: null,
          problem: null,
          outcome: null,
        }
      }),
    )
  })
  vault.write((ctx) => {
    policy = loadPolicy(ctx)
    lives = loadRoster(ctx).map((person) => lifeOf(ctx, person))
  })
}, 60_000)
afterAll(closeTestVaults)

/** The person's year as the slow model sees it: categories asked for day by day. */
function lifeOf(ctx: StoreContext, person: RosterPerson): Life {
  const died = loadRoster(ctx)
    .find(({ id }) => id === person.spouseRecipientId)
    ?.statuses.find(({ status }) => status === 'deceased')
  const contacts = contactsOf(ctx, person.id)
  const facts: CadenceFacts = {
    statuses: person.statuses,
    groups: person.groupSpans,
    categories: daysBetween('2025-12-01', '2026-12-31').flatMap((day) =>
      categoriesHeld(classify(categoryFactsOf(person, day), defaultCategoryRules, day)).map(
        (category) => ({ category, from: day, to: day }),
      ),
    ),
    risks: person.risks,
    exemptions: person.exemptions,
    changes: [
      ...person.recordedChanges,
      ...person.exemptions.flatMap(({ reason, to }) =>
        reason === 'hospital' && to !== null ? [{ kind: 'discharge' as const, date: to }] : [],
      ),
      ...(died ? [{ kind: 'spouseDeath' as const, date: died.from }] : []),
    ],
  }
  const standings = slowStandings(policy, facts, contacts, today)
  return { person, facts, contacts, standings, state: slowGravest(standings) }
}

const countOf = (state: string, some: readonly Life[] = lives): number =>
  some.filter((life) => life.state === state).length
const namesOf = (some: readonly { person: RosterPerson }[]): string[] =>
  some.map(({ person }) => person.name).sort()

describe('every operation that shows what is owed says what the slow model says', () => {
  it('of a township in which everything happens', () => {
    const seen = new Set(lives.flatMap(({ standings }) => standings.map(({ state }) => state)))
    for (const state of ['overdue', 'due', 'met', 'exempt'] as const) {
      expect(seen.has(state), state).toBe(true)
    }
    expect(countOf('overdue')).toBeGreaterThan(5)
    expect(countOf('due')).toBeGreaterThan(2)
    expect(lives.some(({ standings }) => standings.some(({ period }) => period === 'change'))).toBe(
      true,
    )
  })

  it('home.summary and home.due', async () => {
    const summary = await vault.must('home.summary', {})
    expect([summary.overdue, summary.due]).toEqual([countOf('overdue'), countOf('due')])
    for (const state of ['overdue', 'due'] as const) {
      const { rows } = await vault.must('home.due', { state, limit: 10_000 })
      expect(rows.map(({ recipientName }) => recipientName).sort()).toEqual(
        namesOf(lives.filter((life) => life.state === state)),
      )
    }
  })

  it('home.progress by village and by helper, each number with the people it opens', async () => {
    const ofVillage = (id: number) => lives.filter(({ person }) => (person.villageId ?? 0) === id)
    const ofHelper = (id: number) =>
      lives.filter(({ person: { helpers } }) =>
        id === 0 ? helpers.length === 0 : helpers.some(({ helperId }) => helperId === id),
      )
    const sunday = endOf('week', today)
    const sums = { village: 0, helper: 0 }
    for (const by of ['village', 'helper'] as const) {
      for (const row of await vault.must('home.progress', { by })) {
        const own = by === 'village' ? ofVillage(row.id) : ofHelper(row.id)
        const groups = {
          overdue: own.filter(({ state }) => state === 'overdue'),
          due: own.filter(({ state }) => state === 'due'),
          today: own.filter(({ standings }) => slowClosesBy(standings, today)),
          week: own.filter(({ standings }) => slowClosesBy(standings, sunday)),
        }
        expect([row.name, row.overdue, row.due, row.dueToday, row.dueThisWeek]).toEqual([
          row.name,
          ...[groups.overdue, groups.due, groups.today, groups.week].map(({ length }) => length),
        ])
        expect(row.people).toBe(own.filter(({ standings }) => standings.length > 0).length)
        const place = by === 'village' ? { villageId: row.id } : { helperId: row.id }
        const opened = [
          ['overdue', { state: 'overdue' }],
          ['due', { state: 'due' }],
          ['today', { state: 'due', closes: 'today' }],
          ['week', { state: 'due', closes: 'week' }],
        ] as const
        for (const [key, filter] of opened) {
          const { rows } = await vault.must('home.due', { ...place, ...filter, limit: 10_000 })
          expect([row.name, key, rows.map(({ recipientName }) => recipientName).sort()]).toEqual([
            row.name,
            key,
            namesOf(groups[key]),
          ])
        }
        sums[by] += row.dueThisWeek
      }
    }
    const summary = await vault.must('home.summary', {})
    expect([summary.dueToday, summary.dueThisWeek]).toEqual([
      lives.filter(({ standings }) => slowClosesBy(standings, today)).length,
      lives.filter(({ standings }) => slowClosesBy(standings, sunday)).length,
    ])
    // Two helpers of one person both have them on their list.
    expect(sums.village).toBe(summary.dueThisWeek)
    expect(sums.helper).toBeGreaterThanOrEqual(summary.dueThisWeek)
    expect(summary.dueThisWeek).toBeGreaterThan(0)
  })

  it('the plan paper: whom it counts, village by village, and how often it says they are seen', async () => {
    const particulars = await vault.must('documents.workPlanParticulars', { year: 2026 })
    const { paper } = await vault.must('documents.workPlanPreview', { year: 2026, particulars })
    const elders = lives.filter(
      ({ person }) => person.status === 'active' && person.groups.includes('elder'),
    )
    const isCategory = ({ facts }: Life, category: string): boolean =>
      facts.categories.some((one) => one.category === category && one.from === today)
    const figure = (key: string): number | undefined => paper.figures[key]?.value
    expect(figure('recipients.total')).toBe(elders.length)
    for (const [key, { value }] of Object.entries(paper.figures)) {
      const [list, id, category] = key.split('.')
      const own =
        list === 'village' ? elders.filter(({ person }) => person.villageId === Number(id)) : elders
      if (list === 'village' && category === 'total')
        expect([key, value]).toEqual([key, own.length])
      else if (list === 'village' || id === 'category') {
        const held = own.filter((life) => isCategory(life, category!)).length
        expect([key, value]).toEqual([key, held])
      }
    }
    const text = JSON.stringify(paper.body)
    const rules = policy.rules.filter(({ to, group }) => to === null && group === 'elder')
    expect(rules.length).toBeGreaterThan(5)
    for (const { kinds, count, period } of rules) {
      const said = frequencyPhrase({ who: null, kinds: [...kinds], count, period })
      expect([text.includes(said), said]).toEqual([true, said])
    }
  })

  it('recipients.list and recipients.file', async () => {
    const { rows } = await vault.must('recipients.list', {})
    expect(rows.map(({ id, standing }) => [id, standing])).toEqual(
      rows.map(({ id }) => [id, lives.find(({ person }) => person.id === id)!.state]),
    )
    for (const { person, standings } of lives) {
      const file = await vault.must('recipients.file', { id: person.id })
      const shown = file.standings.map(({ duty, period, state, open }) =>
        [duty, period, state, open.needed, period === 'change' ? '' : open.done].join(' '),
      )
      const expected = standings.map(({ duty, period, state, needed, done }) =>
        [duty, period, state, needed, period === 'change' ? '' : done].join(' '),
      )
      expect([person.name, ...shown.sort()]).toEqual([person.name, ...expected.sort()])
    }
  })

  it('helpers.list', async () => {
    for (const row of await vault.must('helpers.list', {})) {
      const own = lives.filter(
        ({ person }) =>
          person.status === 'active' && person.helpers.some(({ helperId }) => helperId === row.id),
      )
      expect([row.caseload, row.overdue, row.due]).toEqual([
        own.length,
        countOf('overdue', own),
        countOf('due', own),
      ])
    }
  })

  it('the visit sheets of today', async () => {
    const plan = { from: today, to: '2026-11-30', by: 'village' as const, onlyOwed: true }
    const sheets = await vault.must('visitSheets.plan', plan)
    const owed = lives.filter(
      ({ person, standings }) =>
        person.status === 'active' &&
        standings.some(({ state }) => state === 'due' || state === 'overdue'),
    )
    for (const { villageId, lines } of sheets) {
      expect(lines).toBe(owed.filter(({ person }) => person.villageId === villageId).length)
    }
    expect(sheets.reduce((sum, { lines }) => sum + lines, 0)).toBe(owed.length)
  })

  it('rules.preview of today, before any change', async () => {
    const { before, villages } = await vault.must('rules.preview', {
      change: 'addCredit',
      kind: 'video',
      duty: 'phone',
      from: today,
    })
    expect([before.overdue, before.due]).toEqual([countOf('overdue'), countOf('due')])
    expect(villages.reduce((sum, one) => sum + one.before.overdue, 0)).toBe(countOf('overdue'))
  })

  it('compliance.ledger, compliance.cell and compliance.yearGrid', async () => {
    const windows = alike(policy.rules).filter(([rule]) => rule!.period !== 'change')
    for (const duty of ['phone', 'home', 'alive'] as const) {
      const { rows } = await vault.must('compliance.ledger', { year: 2026, duty, limit: 10_000 })
      const grid = await vault.must('compliance.yearGrid', { year: 2026, by: 'village', duty })
      const [rules] = windows.filter(([rule]) => rule!.duty === duty)
      const starts = [
        ...new Set(
          daysBetween('2026-01-01', today).map((day) =>
            windowDaysAround(rules![0]!.period as 'month', day),
          ),
        ),
      ]
      const missed = Array.from({ length: 12 }, () => 0)
      for (const { person, facts, contacts, state } of lives) {
        const row = rows.find(({ recipientId }) => recipientId === person.id)
        if (row) expect(row.state).toBe(state)
        for (const days of starts) {
          const last = days.at(-1)!
          const cell = row?.months[monthOf(last) - 1] ?? null
          const bound = days.filter((day) => rules!.some((rule) => binds(rule, facts, day)))
          const done = slowDone(rules![0]!, policy.credits, contacts, days, today).length
          const needed = slowNeed(rules!, facts, days)
          const lifted = bound.filter((day) => isLifted(duty, facts, day)).length
          let expected = lifted > 0 ? 'exempt' : 'none'
          if (needed > 0) expected = done >= needed ? 'met' : last < today ? 'missed' : 'open'
          if (bound.length === 0) expect(cell).toBeNull()
          else {
            expect(cell).toMatchObject({ result: expected, needed, done: Math.min(done, needed) })
            if (expected === 'missed') missed[monthOf(last) - 1]! += 1
            const [behind] = await behindCell(person.id, last, duty)
            expect([behind!.needed, behind!.done, behind!.contacts.length]).toEqual([
              needed,
              done,
              done,
            ])
          }
        }
      }
      for (const [month, count] of missed.entries()) {
        const shown = grid.rows.reduce((sum, row) => sum + row.months[month]!.missed, 0)
        expect([duty, month + 1, shown]).toEqual([duty, month + 1, count])
      }
    }
  }, 60_000)

  it('the 月探访率 of the running month, on the home page and in the ledger', async () => {
    const { visitRate } = await vault.must('home.summary', {})
    const { rates, basis } = await vault.must('compliance.yearGrid', { year: 2026, by: 'duty' })
    expect(rates.at(-1)).toEqual({ month: 11, scope: visitRate.scope, visited: visitRate.visited })
    expect(basis).toBe(visitRate.basis)
    expect(rates).toHaveLength(11)
  })
})

async function behindCell(recipientId: number, last: Day, duty: 'phone' | 'home' | 'alive') {
  return vault.must('compliance.cell', { recipientId, year: 2026, month: monthOf(last), duty })
}

describe('late entry', () => {
  it('is counted where it was done, and both days are shown', async () => {
    const { id } = await vault.must('recipients.file', { id: lives[1]!.person.id })
    await vault.must('contacts.record', {
      recipientIds: [id],
      dates: ['2026-07-07'],
      kind: 'checkup',
      allowSame: true,
    })
    const { rows } = await vault.must('contacts.list', { recipientId: id, kind: 'checkup' })
    const late = rows.find(({ date }) => date === '2026-07-07')
    expect(late).toMatchObject({ lateDays: 137, date: '2026-07-07' })
    expect(late!.enteredAt.slice(0, 10)).toBe(today)
    const year = await vault.must('compliance.cell', {
      recipientId: id,
      year: 2026,
      month: 12,
      duty: 'checkup',
    })
    expect(year[0]!.contacts).toContainEqual(expect.objectContaining({ lateDays: 137 }))
  })
})

describe('the ledger as a workbook', () => {
  it('holds the people as filtered, and refuses an empty one', async () => {
    const { jobId } = await vault.must('compliance.export', { year: 2026, result: 'missed' })
    for (;;) {
      const job = vault.core.job(jobId)
      if (job.status === 'running') {
        await new Promise((resume) => {
          setTimeout(resume, 20)
        })
        continue
      }
      expect(job).toMatchObject({ status: 'done', result: { files: 1 } })
      break
    }
  })
})
