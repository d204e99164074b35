import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaOf, extended, mostSingle, type AgendaItem, type OpenMatters } from './agenda'
import { matterKindLabel, type MatterKind } from './vocabulary'

const nothing: OpenMatters = {
  today: '2026-11-21',
  incidents: [],
  tasks: [],
  findings: [],
  raisedNeeds: [],
  overdueNeeds: [],
  overdue: [],
  withoutHelper: [],
}
const opened = { name: '尉迟彩霞', what: '医疗保健', openedOn: '2026-11-01', dueOn: '2026-11-11' }

describe('待议事项', () => {
  it('is empty where nothing stands open, villages with nobody concerned included', () => {
    const none = { villageId: 1, villageName: '下河村', people: 0 }
    expect(agendaOf({ ...nothing, overdue: [none], withoutHelper: [none] })).toEqual([])
  })

  it('takes a need that was raised and is overdue once, not twice', () => {
    const need = { id: 7, ...opened }
    const agenda = agendaOf({ ...nothing, raisedNeeds: [need], overdueNeeds: [need] })
    expect(agenda).toEqual([
      {
        key: 'need:7',
        kind: 'raisedNeed',
        text: '尉迟彩霞：医疗保健，登记 20 天，逾期 10 天',
      },
    ])
  })

  it('says how long a task is overdue and whose it is, and which steps of an incident were missed', () => {
    const task = { ...opened, id: 3, name: null, what: '修好幸福院的扶手', owner: '柳林村' }
    const incident = { ...opened, id: 4, what: '走失', missed: ['通知子女'] }
    expect(
      agendaOf({ ...nothing, tasks: [task], incidents: [incident] }).map(({ text }) => text),
    ).toEqual(['尉迟彩霞走失，正在处置，通知子女已过时限', '修好幸福院的扶手，柳林村，逾期 10 天'])
  })

  it('lists only so many cases of a kind and says how many more there are', () => {
    const needs = Array.from({ length: mostSingle + 3 }, (_, id) => ({ id: id + 1, ...opened }))
    const agenda = agendaOf({ ...nothing, overdueNeeds: needs })
    expect(agenda).toHaveLength(mostSingle + 1)
    expect(agenda.at(-1)).toMatchObject({
      key: 'rest:need',
      text: '逾期未办结的需求还有 3 件，见台账',
    })
  })

  const item = record({
    key: integer({ min: 0, max: 15 }).map(String),
    kind: constantFrom(...(Object.keys(matterKindLabel) as MatterKind[])),
    text: constantFrom('甲', '乙'),
  })
  const agendaItem = item.chain((one) =>
    boolean().map((kept): AgendaItem => ({ ...one, kept, said: null })),
  )
  const unique = <Item extends { key: string }>(items: Item[]): Item[] => [
    ...new Map(items.map((one) => [one.key, one])).values(),
  ]

  it('never loses, changes or brings back what the clerk decided when it is drawn again', () => {
    assert(
      property(array(agendaItem).map(unique), array(item).map(unique), (agenda, matters) => {
        const drawn = extended(agenda, matters)
        const find = (key: string) => drawn.find((one) => one.key === key)
        for (const one of agenda) expect(find(one.key)).toEqual(one)
        for (const one of matters) expect(find(one.key)).toBeDefined()
        expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length)
        expect(extended(drawn, matters)).toEqual(drawn)
      }),
    )
  })
})
