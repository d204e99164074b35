import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import { fieldOfKind, someDefinition } from '@shared/domain/registers/arbitrary'
import { figureByHand, type CountedEntry } from '@shared/domain/registers/figure-model'
import type { RegisterDefinition } from '@shared/domain/registers/definition'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

/** 临时救助 in short: two fields to fill in, three states, one figure. */
const relief: RegisterDefinition = {
  name: '临时救助',
  purpose: '突发困难家庭的救助',
  fields: [
    fieldOfKind('person', '申请人', true),
    fieldOfKind('text', '事由', true),
    fieldOfKind('money', '救助金额'),
    fieldOfKind('helper', '入户人'),
    fieldOfKind('person', '代办人'),
    { ...fieldOfKind('text', '病情'), isSensitive: true },
  ],
  states: [
    { code: '受理', label: '受理', open: true, dueDays: 5, dueField: null },
    { code: '入户核实', label: '入户核实', open: true, dueDays: 10, dueField: null },
    { code: '已发放', label: '已发放', open: false, dueDays: null, dueField: null },
  ],
  moves: [
    {
      code: '核实',
      label: '核实',
      from: ['受理'],
      to: '入户核实',
      by: 'anyone',
      needs: ['入户人'],
      needsNote: false,
    },
    {
      code: '发放',
      label: '发放',
      from: ['入户核实'],
      to: '已发放',
      by: 'clerk',
      needs: ['救助金额'],
      needsNote: true,
    },
  ],
  numbering: '救〔{年}〕{序号3}',
  groups: null,
  listed: ['事由', '救助金额', '病情'],
  figures: [
    {
      code: '金额',
      name: '救助金额',
      basis: '已发放的合计',
      how: 'sum',
      field: '救助金额',
      states: ['已发放'],
      dayOf: 'closed',
    },
    {
      code: '件数',
      name: '受理件数',
      basis: '按登记日期',
      how: 'count',
      field: null,
      states: null,
      dayOf: 'opened',
    },
  ],
}

async function office() {
  const vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const [cai, da] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id },
    { name: '仇大山', villageId: willow!.id },
  ]) as [number, number]
  const { id: helperId } = await vault.must('helpers.create', { name: '张吉祥' })
  const { id: registerId } = await vault.must('registers.create', { definition: relief })
  return { vault, cai, da, helperId, registerId, lower: lower!.id, willow: willow!.id }
}

const add = (
  vault: TestVault,
  registerId: number,
  values: Record<string, unknown>,
  openedOn = '2026-11-10',
) => vault.must('registers.addEntry', { registerId, openedOn, values })

const file = (vault: TestVault, id: number) => vault.must('registers.entry', { id })

describe('an entry', () => {
  it('goes its whole way with number, due days, who did what, and is counted', async () => {
    const { vault, cai, helperId, registerId } = await office()
    const { id, number } = await add(vault, registerId, { 申请人: cai, 事由: '火灾', 病情: '烧伤' })
    expect(number).toBe('救〔2026〕001')
    expect(await file(vault, id)).toMatchObject({
      state: '受理',
      dueOn: '2026-11-15',
      overdue: true,
    })

    const { revision } = await file(vault, id)
    await vault.must('registers.moveEntry', {
      id,
      revision,
      move: '核实',
      day: '2026-11-12',
      values: { 入户人: helperId },
    })
    expect(await file(vault, id)).toMatchObject({
      state: '入户核实',
      dueOn: '2026-11-22',
      moves: ['发放'],
    })
    const again = await file(vault, id)
    await vault.must('registers.moveEntry', {
      id,
      revision: again.revision,
      move: '发放',
      day: '2026-11-20',
      note: '转账',
      values: { 救助金额: '1,500.50' },
    })
    const done = await file(vault, id)
    expect(done).toMatchObject({ state: '已发放', closedOn: '2026-11-20', dueOn: null, moves: [] })
    expect(done.shown).toContainEqual({ code: '救助金额', name: '救助金额', words: '1,500.50' })
    expect(done.steps.map(({ label, day }) => [label, day])).toEqual([
      ['登记', '2026-11-10'],
      ['核实', '2026-11-12'],
      ['发放', '2026-11-20'],
    ])
    const told = (await vault.must('registers.history', { id })).flatMap(({ fields }) => fields)
    expect(told).toContainEqual({ field: '入户人', from: null, to: '张吉祥', restorable: false })
    expect(told).toContainEqual({
      field: '救助金额',
      from: null,
      to: '1,500.50',
      restorable: false,
    })
    const happened = await vault.must('ledgers.timeline', { recipientId: cai })
    expect(happened.map(({ title }) => title)).toContain('临时救助 · 发放')
    const period = { registerId, from: '2026-11-01', to: '2026-11-30' }
    expect(
      (await vault.must('registers.figures', period)).map(({ value, entries }) => [value, entries]),
    ).toEqual([
      [150_050, 1],
      [1, 1],
    ])
    const counted = { ...period, figure: '金额' }
    const { rows } = await vault.must('registers.entries', { filter: counted })
    expect(rows.map((row) => row.id)).toEqual([id])
    const earlier = { registerId, from: '2026-10-01', to: '2026-10-31' }
    expect((await vault.must('registers.figures', earlier)).map(({ value }) => value)).toEqual([
      0, 0,
    ])
  })

  it('refuses what the definition does not allow, and changes nothing', async () => {
    const { vault, cai, registerId } = await office()
    const { id } = await add(vault, registerId, { 申请人: cai, 事由: '火灾' })
    const before = await file(vault, id)
    const asked = { id, revision: before.revision, day: '2026-11-12' }
    const refusals = [
      await vault.core.do('registers.addEntry', {
        registerId,
        openedOn: '2026-11-10',
        values: { 申请人: cai },
      }),
      await vault.core.do('registers.addEntry', {
        registerId,
        openedOn: '2026-11-22',
        values: { 申请人: cai, 事由: '早' },
      }),
      await vault.core.do('registers.moveEntry', {
        ...asked,
        move: '发放',
        values: { 救助金额: 5 },
        note: '急',
      }),
      await vault.core.do('registers.moveEntry', { ...asked, move: '核实' }),
      await vault.core.do('registers.moveEntry', { ...asked, move: 'toString' }),
      await vault.core.do('registers.updateEntry', {
        id,
        revision: before.revision,
        values: { 没有: 1 },
      }),
      await vault.core.do('registers.updateEntry', {
        id,
        revision: before.revision,
        values: { 救助金额: '一百' },
      }),
      await vault.core.do('registers.updateEntry', { id, revision: 99, values: { 事由: '水灾' } }),
    ]
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ ok: false, error: { message: /没有|请/ } })
    expect(await file(vault, id)).toEqual(before)
  })

  it('numbers on through corrections and begins anew each year', async () => {
    const { vault, cai, registerId } = await office()
    const values = { 申请人: cai, 事由: '火灾' }
    const first = await add(vault, registerId, values, '2025-12-31')
    const second = await add(vault, registerId, values, '2026-01-01')
    await vault.must('registers.voidEntry', { id: second.id, reason: '重复登记' })
    const third = await add(vault, registerId, values, '2026-01-02')
    expect([first.number, second.number, third.number]).toEqual([
      '救〔2025〕001',
      '救〔2026〕001',
      '救〔2026〕002',
    ])
  })

  it('stands with everybody it names, and only with them', async () => {
    const { vault, cai, da, registerId } = await office()
    const { id } = await add(vault, registerId, { 申请人: cai, 事由: '火灾', 代办人: da })
    const of = async (recipientId: number) =>
      (await vault.must('registers.ofPerson', { recipientId })).map((entry) => entry.id)
    expect([await of(cai), await of(da)]).toEqual([[id], [id]])
    const { revision } = await file(vault, id)
    await vault.must('registers.updateEntry', { id, revision, values: { 代办人: null } })
    expect([await of(cai), await of(da)]).toEqual([[id], []])
  })

  it('is neither seen nor written by whose village it is not, and its secrets by no reader', async () => {
    const { vault, cai, da, registerId, willow } = await office()
    const { id } = await add(vault, registerId, { 申请人: cai, 事由: '火灾', 病情: '烧伤' })
    await add(vault, registerId, { 申请人: da, 事由: '缺粮' })
    vault.write((ctx) =>
      assignOperator(ctx, ctx.operator.id, {
        role: 'village',
        scope: { villages: [willow], groups: null },
      }),
    )
    const { rows } = await vault.must('registers.entries', { filter: { registerId } })
    expect(rows.map(({ recipientId }) => recipientId)).toEqual([da])
    expect((await vault.must('registers.list', {}))[0]!.entries).toBe(1)
    expect(await vault.core.do('registers.entry', { id })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
    expect(
      await vault.core.do('registers.addEntry', {
        registerId,
        openedOn: '2026-11-10',
        values: { 申请人: cai, 事由: '偷看' },
      }),
    ).toMatchObject({ ok: false })
  })
})

describe('a save that comes too late', () => {
  it('is told what the entry says now, so that the form can show both values', async () => {
    const { vault, cai, registerId } = await office()
    const { id } = await add(vault, registerId, { 申请人: cai, 事由: '火灾' })
    const stale = { id, revision: 99, values: { 事由: '水灾' } }
    const refused = await vault.core.do('registers.updateEntry', stale)
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'CONFLICT',
        details: { current: { id, revision: 1, values: { 申请人: cai, 事由: '火灾' } } },
      },
    })
  })
})

describe('a list', () => {
  it('is found by name and by words, filtered by state and village, and taken out as xlsx', async () => {
    const { vault, cai, da, registerId, willow } = await office()
    const fire = await add(vault, registerId, { 申请人: cai, 事由: '火灾' })
    const flood = await add(vault, registerId, { 申请人: da, 事由: '水灾' }, '2026-11-20')
    const list = async (filter: object) =>
      (await vault.must('registers.entries', { filter: { registerId, ...filter } })).rows.map(
        ({ id }) => id,
      )
    expect(await list({})).toEqual([flood.id, fire.id])
    expect(await list({ text: 'zds' })).toEqual([])
    expect(await list({ text: 'qds' })).toEqual([flood.id])
    expect(await list({ text: '火灾' })).toEqual([fire.id])
    expect(await list({ text: '〔2026〕002' })).toEqual([flood.id])
    expect(await list({ villageId: willow })).toEqual([flood.id])
    expect(await list({ overdue: true })).toEqual([fire.id])
    const { jobId } = await vault.must('registers.export', { filter: { registerId } })
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
  })
})

describe('a new version', () => {
  it('leaves older entries as they were made, and takes over what is asked to be', async () => {
    const { vault, cai, registerId } = await office()
    const { id } = await add(vault, registerId, { 申请人: cai, 事由: '火灾', 救助金额: 500 })
    const { revision } = (await vault.must('registers.list', {}))[0]!
    const newer: RegisterDefinition = {
      ...relief,
      fields: [
        ...relief.fields.filter(({ code }) => code !== '救助金额'),
        fieldOfKind('yesNo', '公示'),
      ],
      moves: relief.moves.map((move) => ({
        ...move,
        needs: move.needs.filter((code) => code !== '救助金额'),
      })),
      listed: ['事由', '公示'],
      figures: [],
    }
    expect(
      await vault.must('registers.revise', { id: registerId, revision, definition: newer }),
    ).toEqual({ version: 2 })
    const before = await file(vault, id)
    expect(before).toMatchObject({ version: 1, newest: { version: 2, obstacle: null } })
    await vault.must('registers.carryOver', { id, revision: before.revision })
    const after = await file(vault, id)
    expect(after).toMatchObject({ version: 2, newest: null })
    expect(after.leftOver).toEqual([{ code: '救助金额', name: '救助金额', words: '5.00' }])
    // Two who revise from the same version notice each other.
    expect(
      await vault.core.do('registers.revise', { id: registerId, revision, definition: relief }),
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  })

  it('loses no entry and breaks none, whatever definitions follow one another', async () => {
    const { vault } = await office()
    let turn = 0
    await fc.assert(
      fc.asyncProperty(someDefinition, someDefinition, async (first, second) => {
        turn += 1
        const named = { ...first, name: `登记${turn}` }
        const { id: registerId } = await vault.must('registers.create', { definition: named })
        const entry = await add(vault, registerId, {})
        const { revision } = (await vault.must('registers.list', {})).at(-1)!
        const revised = await vault.core.do('registers.revise', {
          id: registerId,
          revision,
          definition: { ...second, name: named.name },
        })
        const kept = await file(vault, entry.id)
        expect(kept).toMatchObject({
          version: 1,
          number: entry.number,
          state: first.states[0]!.code,
        })
        expect(
          (await vault.must('registers.entries', { filter: { registerId } })).rows,
        ).toHaveLength(1)
        if (revised.ok && kept.newest?.obstacle === null) {
          await vault.must('registers.carryOver', { id: entry.id, revision: kept.revision })
          expect(await file(vault, entry.id)).toMatchObject({ version: 2, number: entry.number })
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is refused where it does not hold together', async () => {
    const { vault, registerId } = await office()
    const { revision } = (await vault.must('registers.list', {}))[0]!
    const broken = { ...relief, listed: ['没有'] }
    expect(
      await vault.core.do('registers.revise', { id: registerId, revision, definition: broken }),
    ).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
    expect(await vault.must('registers.check', { registerId, definition: broken })).toHaveLength(1)
    expect(await vault.core.do('registers.create', { definition: relief })).toMatchObject({
      ok: false,
    })
  })
})

describe('figures', () => {
  it('counted by the database are those counted one entry at a time', async () => {
    const { vault } = await office()
    const counted: RegisterDefinition = {
      ...relief,
      name: '对数',
      numbering: null,
      fields: [
        fieldOfKind('date', '发放日期'),
        fieldOfKind('money', '金额'),
        fieldOfKind('text', '说明'),
      ],
      states: relief.states.map((state) => ({ ...state, dueDays: null, dueField: null })),
      moves: relief.moves.map((move) => ({ ...move, needs: [], needsNote: false })),
      listed: [],
      figures: ['opened', 'closed', '发放日期'].flatMap((dayOf) =>
        ([null, ['受理'], ['已发放']] as const).map((states, at) => ({
          code: `${dayOf}${at}`,
          name: `${dayOf}${at}`,
          basis: '',
          how: at === 1 ? ('count' as const) : ('sum' as const),
          field: '金额',
          states,
          dayOf,
        })),
      ),
    }
    const { id: registerId } = await vault.must('registers.create', { definition: counted })
    const day = (at: number) => `2026-0${1 + (at % 9)}-1${at % 7}`
    const entries: CountedEntry[] = []
    for (let at = 0; at < 24; at += 1) {
      const values = {
        发放日期: at % 4 === 0 ? null : day(at).slice(0, [4, 7, 10][at % 3]),
        金额: at % 5 === 0 ? null : at * 101,
        说明: '一',
      }
      const { id } = await add(vault, registerId, values, day(at))
      const { definition, state, openedOn, closedOn } = await file(vault, id)
      expect(definition.name).toBe('对数')
      entries.push({
        id,
        state,
        openedOn,
        closedOn,
        values: Object.fromEntries(
          Object.entries(values).filter(([, value]) => value !== null),
        ) as CountedEntry['values'],
      })
    }
    for (const [from, to] of [
      ['2026-01-01', '2026-12-31'],
      ['2026-02-01', '2026-04-30'],
      ['2026-03-12', '2026-03-12'],
    ] as const) {
      const found = await vault.must('registers.figures', { registerId, from, to })
      for (const [at, figure] of counted.figures.entries()) {
        const expected = figureByHand(figure, entries, { from, to })
        expect(found[at]).toMatchObject({
          value: expected.value,
          entries: expected.entries.length,
        })
        const { rows } = await vault.must('registers.entries', {
          filter: { registerId, figure: figure.code, from, to },
        })
        expect(rows.map(({ id }) => id).toSorted()).toEqual([...expected.entries].toSorted())
      }
    }
  })

  it('take no code that could break out of the path the database reads, nor one every object has', async () => {
    const { vault } = await office()
    for (const code of ['金"额', '金\\额', '__proto__', 'constructor', 'toString']) {
      const definition = {
        ...relief,
        name: '坏编码',
        fields: [...relief.fields, fieldOfKind('text', code)],
      }
      expect(await vault.core.do('registers.create', { definition })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION' },
      })
    }
  })
})

describe('presets and definitions from elsewhere', () => {
  it('are copied into registers in which entries can be made, once', async () => {
    const { vault, cai } = await office()
    const presets = await vault.must('registers.presets', {})
    const others = presets.filter(({ definition }) => definition.name !== relief.name)
    const { ids } = await vault.must('registers.adopt', {
      presets: others.map(({ code }) => code),
    })
    expect(ids).toHaveLength(others.length)
    const subsistence = ids[others.findIndex(({ code }) => code === 'subsistence')]!
    const { number } = await add(vault, subsistence, {
      申请人: cai,
      家庭人口: 2,
      申请理由: '无固定收入',
    })
    expect(number).toBe('低保〔2026〕001')
    const before = await vault.must('registers.list', {})
    expect(
      await vault.core.do('registers.adopt', { presets: ['lending', 'subsistence'] }),
    ).toMatchObject({ ok: false })
    expect(await vault.must('registers.list', {})).toEqual(before)
  })

  it('travel as a file and are looked at before they become a register', async () => {
    const { vault, registerId } = await office()
    const { text } = await vault.must('registers.definitionFile', { registerId })
    const read = await vault.must('registers.readDefinition', { text })
    expect(read.definition).toEqual(relief)
    // Its name is taken here: said before anything is saved.
    expect(read.faults.map(({ path }) => path)).toEqual(['name'])
    const broken = text.replace('"kind": "person"', '"kind": "eval"')
    for (const hostile of [broken, '{}', text.slice(0, 40)])
      expect(await vault.core.do('registers.readDefinition', { text: hostile })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', message: expect.stringContaining('没有导入') },
      })
    expect(await vault.must('registers.list', {})).toHaveLength(1)
  })
})
