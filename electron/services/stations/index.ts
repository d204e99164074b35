import type { StoreContext } from '@db/context'
import {
  addFireCheck,
  addStation,
  allStations,
  fireChecksByStation,
  updateStation,
  voidFireCheck,
  voidStation,
  type Station,
} from '@db/repositories/stations'
import { failure } from '@shared/contract/failure'
import { stationRow, type StationRow, type stationsContract } from '@shared/contract/stations'
import { serviceKindLabel } from '@shared/domain/services/vocabulary'
import { fireStandingOn, lackingServices, nextFireCheck } from '@shared/domain/stations/standards'
import {
  fireResultLabel,
  stationKindLabel,
  type StationKind,
} from '@shared/domain/stations/vocabulary'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { writeList, type LedgerColumn } from '../ledgers/export'
import { caseHistory } from '../ledgers/history'
import { villageNames } from '../ledgers/places'
import { checkPlace, seenIn, stationOnFile } from './access'
import { saveStationStandards, stationStandardsOf } from './standards'

type StationHandlers = Pick<
  HandlersOf<typeof stationsContract>,
  Extract<keyof typeof stationsContract, `stations.${string}`>
>

export const stationsHandlers: StationHandlers = {
  'stations.list': (ctx, { filter }) => listStations(ctx, filter),

  'stations.file': (ctx, { id }) => ({
    ...shownStations(ctx, [stationOnFile(ctx, id)])[0]!,
    checks: (fireChecksByStation(ctx).get(id) ?? []).map(
      ({ id: checkId, day, result, checkedBy, nextOn, note }) => ({
        id: checkId,
        day,
        result,
        checkedBy,
        nextOn,
        note,
      }),
    ),
  }),

  'stations.history': (ctx, { id }) => {
    stationOnFile(ctx, id)
    return caseHistory(ctx, 'station', id, 200)
  },

  'stations.create': (ctx, facts) => {
    checkPlace(ctx, facts.villageId)
    checkBeds(facts)
    refuseNamesake(ctx, facts)
    return { id: addStation(ctx, { ...facts, services: inOrder(facts.services) }) }
  },

  'stations.update': (ctx, { id, revision, ...facts }) => {
    const station = stationOnFile(ctx, id)
    if (facts.villageId !== station.villageId) checkPlace(ctx, facts.villageId)
    checkBeds(facts)
    refuseNamesake(ctx, facts, id)
    if (station.to !== null && facts.from > station.to)
      throw failure('VALIDATION', '启用日期晚于停用日期，没有保存。请核对。', {
        from: `不能晚于 ${station.to}`,
      })
    updateStation(ctx, id, { ...facts, services: inOrder(facts.services) }, revision)
    return {}
  },

  'stations.close': (ctx, { id, revision, on, reason }) => {
    const { from, to, name } = stationOnFile(ctx, id)
    if (to !== null) throw failure('CONFLICT', `${name}已于 ${to} 停用，没有再改。`)
    if (on < from)
      throw failure('VALIDATION', '停用日期早于启用日期，没有保存。', { on: `不能早于 ${from}` })
    updateStation(ctx, id, { to: on, endReason: reason }, revision)
    return {}
  },

  'stations.reopen': (ctx, { id, revision }) => {
    const station = stationOnFile(ctx, id)
    if (station.to === null) throw failure('CONFLICT', `${station.name}没有停用，没有改动。`)
    refuseNamesake(ctx, station, id)
    updateStation(ctx, id, { to: null, endReason: null }, revision)
    return {}
  },

  'stations.void': (ctx, { id, reason }) => {
    stationOnFile(ctx, id)
    voidStation(ctx, id, reason)
    return {}
  },

  'stations.recordFireCheck': (ctx, { stationId, nextOn, ...check }) => {
    const station = stationOnFile(ctx, stationId)
    const { day, result } = check
    if (day > ctx.today)
      throw failure('VALIDATION', '检查日期还没到，没有登记。', { day: '不能晚于今天' })
    if (day < station.from)
      throw failure('VALIDATION', '检查日期早于站点启用日期，没有登记。请核对。', {
        day: `不能早于 ${station.from}`,
      })
    const next = nextOn ?? nextFireCheck(stationStandardsOf(ctx), day, result)
    if (next <= day)
      throw failure('VALIDATION', '下次检查日期要晚于这次，没有登记。', {
        nextOn: '要晚于这次检查',
      })
    return { id: addFireCheck(ctx, { stationId, ...check, nextOn: next }), nextOn: next }
  },

  'stations.voidFireCheck': (ctx, { id, reason }) => {
    const check = [...fireChecksByStation(ctx).values()].flat().find((one) => one.id === id)
    if (!check) throw failure('NOT_FOUND', '找不到这次检查，可能已被更正隐去。请刷新后再试。')
    stationOnFile(ctx, check.stationId)
    voidFireCheck(ctx, id, reason)
    return {}
  },

  'stations.standards': (ctx) => {
    const { leastServicesOf, ...standards } = stationStandardsOf(ctx)
    return { ...standards, leastServicesOf: [...leastServicesOf] }
  },

  'stations.saveStandards': (ctx, standards) => {
    requireWholeTownship(ctx)
    saveStationStandards(ctx, standards)
    return {}
  },

  'stations.export': (ctx, { filter }) => {
    const rows = listStations(ctx, filter)
    if (rows.length === 0) throw failure('VALIDATION', '没有符合条件的站点，没有生成文件。')
    return writeList(ctx, { name: '站点设施台账', unit: '个', columns, rows, row: stationRow })
  },
}

interface StationQuestion {
  kind?: StationKind
  villageId?: number
  text?: string
  wanting?: 'services' | 'fire'
  withClosed: boolean
}

function listStations(ctx: StoreContext, question: StationQuestion): StationRow[] {
  const { kind, villageId, text, wanting, withClosed } = question
  const wanted = seenIn(ctx, allStations(ctx), villageId).filter(
    (one) =>
      (withClosed || one.to === null || one.to >= ctx.today) &&
      (kind === undefined || one.kind === kind) &&
      (!text || [one.name, one.address, one.runBy, one.manager].some((had) => had?.includes(text))),
  )
  return shownStations(ctx, wanted).filter(
    (row) =>
      wanting === undefined ||
      (row.to === null && (wanting === 'services' ? row.lackingServices > 0 : wantsCheck(row))),
  )
}

const wantsCheck = ({ fire }: StationRow): boolean => fire.standing !== 'met'

function shownStations(ctx: StoreContext, stations: readonly Station[]): StationRow[] {
  const villages = villageNames(ctx)
  const standards = stationStandardsOf(ctx)
  const checks = fireChecksByStation(ctx)
  return stations.map((row) => {
    const { voidedAt: _, ...station } = row
    const { standing, last } = fireStandingOn(checks.get(station.id) ?? [], ctx.today)
    return {
      ...station,
      villageName: station.villageId === null ? null : (villages.get(station.villageId) ?? null),
      lackingServices: station.to === null ? lackingServices(standards, station) : 0,
      fire: {
        standing,
        lastOn: last?.day ?? null,
        lastResult: last?.result ?? null,
        nextOn: last?.nextOn ?? null,
      },
    }
  })
}

const inOrder = (services: Station['services']): Station['services'] =>
  (Object.keys(serviceKindLabel) as Station['services']).filter((kind) => services.includes(kind))

function checkBeds({ bedsTotal, bedsUsed }: Pick<Station, 'bedsTotal' | 'bedsUsed'>): void {
  if (bedsUsed !== null && bedsUsed > (bedsTotal ?? 0))
    throw failure('VALIDATION', '已住床位比总床位多，没有保存。请核对。', {
      bedsUsed: '比总床位多',
    })
}

function refuseNamesake(
  ctx: StoreContext,
  { name, villageId }: Pick<Station, 'name' | 'villageId'>,
  except?: number,
): void {
  const taken = allStations(ctx).some(
    (one) =>
      one.id !== except && one.to === null && one.name === name && one.villageId === villageId,
  )
  if (taken) throw failure('CONFLICT', `已经有“${name}”，没有重复登记。`, { name: '名称已有' })
}

const fireWords = ({ fire }: StationRow): string =>
  fire.lastResult === null ? '未检查' : `${fire.lastOn} ${fireResultLabel[fire.lastResult]}`

const columns: readonly LedgerColumn<StationRow>[] = [
  { title: '类别', width: 14, text: (row) => stationKindLabel[row.kind] },
  { title: '名称', width: 24, text: (row) => row.name },
  { title: '村（社区）', width: 12, text: (row) => row.villageName ?? '全镇' },
  { title: '地址', width: 28, text: (row) => row.address },
  { title: '开放时间', width: 18, text: (row) => row.openHours },
  { title: '床位', width: 8, text: (row) => row.bedsTotal },
  { title: '已住', width: 8, text: (row) => row.bedsUsed },
  { title: '运营单位', width: 20, text: (row) => row.runBy },
  { title: '负责人', width: 10, text: (row) => row.manager },
  { title: '电话', width: 16, text: (row) => row.phone },
  {
    title: '提供的服务',
    width: 32,
    text: (row) => row.services.map((kind) => serviceKindLabel[kind]).join('、'),
  },
  { title: '还差几类', width: 10, text: (row) => row.lackingServices || null },
  { title: '消防检查', width: 18, text: fireWords },
  { title: '下次检查', width: 12, text: (row) => row.fire.nextOn },
  { title: '启用', width: 12, text: (row) => row.from },
  { title: '停用', width: 12, text: (row) => row.to },
]
