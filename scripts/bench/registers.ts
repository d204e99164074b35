import { addDays } from '../../shared/domain/calendar/days'
import { inTurn } from './figures'
import type { BenchCore } from './vaults'

type Connection = Awaited<ReturnType<BenchCore['connection']>>

/** What is worked out for everybody from their files, as it stands and right after one was saved. */
export async function registerFigures(bench: BenchCore, sql: Connection, until: string) {
  const { id } = sql.prepare('select id from recipient limit 1').get() as { id: number }
  const everybody = sql.prepare('select * from recipient')
  const baselineIs = 'select * from recipient'
  const besideSql = async (work: () => Promise<unknown>) => ({
    ...(await inTurn(9, work, () => everybody.all())),
    baselineIs,
  })
  let saves = 0
  /** Saves one fact of one person, then asks; the saving is part of the figure. */
  const afterSave = (ask: () => Promise<unknown>) => async (): Promise<void> => {
    const { revision } = await bench.do('recipients.file', { id })
    saves += 1
    const facts = { homeAddress: `上塘村${saves}号` }
    await bench.do('recipients.update', { id, revision, facts })
    await ask()
  }

  const completeness = () => bench.do('completeness.summary', {})
  const list = () => bench.do('recipients.list', {})
  const due = () => bench.do('home.due', {})
  const benefits = () => bench.do('benefits.people', { filter: { standing: 'owed' } })
  const schemes = await bench.do('serviceTiers.schemes', {})
  const { to: _, ...scheme } = schemes.at(-1)!
  const preview = () => bench.do('serviceTiers.preview', { ...scheme, from: addDays(until, 1) })
  const { presets } = await bench.do('categoryRules.list', {})
  const { key: __, basis: ___, ...definition } = presets[1]!
  const definitionPreview = () => bench.do('categoryRules.preview', { ...definition, from: until })
  return {
    completeness: await besideSql(completeness),
    completenessAfterSave: await besideSql(afterSave(completeness)),
    recipientListAfterSave: await besideSql(afterSave(list)),
    dueListAfterSave: await besideSql(afterSave(due)),
    benefitsOwed: await besideSql(benefits),
    benefitsOwedAfterSave: await besideSql(afterSave(benefits)),
    tierPreview: await besideSql(preview),
    categoryDefinitionPreview: await besideSql(definitionPreview),
    alerts: await besideSql(() => bench.do('alerts.list', {})),
    pairingSuggestions: await besideSql(() => bench.do('pairings.suggest', {})),
    feedbackPending: await besideSql(() => bench.do('feedback.pending', {})),
  }
}
