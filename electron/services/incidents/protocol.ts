import type { StoreContext, WriteContext } from '@db/context'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { incidentProtocol } from '@shared/contract/incidents'
import { failure } from '@shared/contract/failure'
import { defaultProtocol, type IncidentProtocol } from '@shared/domain/incidents/protocol'

const key = 'incidentProtocol'

/** What the office asks for; the national five events with usual hours where it set nothing. */
export function protocolOf(ctx: StoreContext): IncidentProtocol {
  const kept = incidentProtocol.safeParse(readSetting(ctx, key))
  return kept.success ? kept.data : defaultProtocol
}

export function setProtocol(ctx: WriteContext, protocol: IncidentProtocol): void {
  refuseTwice(protocol.kinds.map(({ code }) => code))
  refuseTwice(protocol.kinds.map(({ label }) => label))
  refuseTwice(protocol.duties.map(({ step }) => step))
  const known = new Set(protocol.kinds.map(({ code }) => code))
  const unknown = protocol.duties.flatMap(({ kinds }) => kinds ?? []).find((one) => !known.has(one))
  if (unknown !== undefined)
    throw failure('VALIDATION', `步骤里用到的事件“${unknown}”不在事件表里，没有保存。`)
  // The national five stay: what must be reported by rule cannot be struck off here.
  const missing = defaultProtocol.kinds.find(({ code }) => !known.has(code))
  if (missing)
    throw failure('VALIDATION', `“${missing.label}”是规定必须报告的，不能去掉，没有保存。`)
  writeSetting(ctx, key, protocol)
}

function refuseTwice(words: readonly string[]): void {
  const twice = words.find((word, at) => words.indexOf(word) !== at)
  if (twice !== undefined) throw failure('VALIDATION', `“${twice}”写了两次，没有保存。`)
}
