import { getCentre } from '@db/repositories/centre'
import { findHelper } from '@db/repositories/helpers'
import { stepsOf, type CaseStep } from '@db/repositories/ledgers'
import type { StoreContext } from '@db/context'
import {
  composeIncidentReport,
  type IncidentReportFacts,
} from '@electron/documents/papers/incident-report'
import type { OutputOf } from '@shared/contract'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { stepLabel } from '@shared/domain/ledgers/registry'
import { categoryLabel, genderLabel } from '@shared/domain/vocabulary'
import type { JobContext } from '../../core/context'
import { classificationsOf } from '../classification'
import { fileNames } from '../documents/file-names'
import { requireCase } from '../ledgers/cases'
import { statedAge } from '../recipients/age'
import { requirePerson } from '../recipients/person'
import { ledger, standingsOf } from './showing'

/** 强制报告 in Word, from the trail as it stands: what was missed is said. */
export async function writeReport(
  ctx: JobContext,
  id: number,
): Promise<OutputOf<'incidents.report'>> {
  const paper = composeIncidentReport(reportFacts(ctx, id))
  const { name, township, county } = getCentre(ctx)
  ctx.progress(0, 1, '正在排版')
  const bytes = await ctx.worker.run(
    'writePaper',
    {
      paper,
      options: { author: name, written: ctx.now, wholeNames: [township, county] },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const [fileName] = fileNames([paper.title])
  const shelved = ctx.artifacts.put(paper.title, [{ name: fileName!, bytes }])
  return { ...shelved, missing: [...paper.missing] }
}

function reportFacts(ctx: StoreContext, id: number): IncidentReportFacts {
  const row = requireCase(ctx, ledger, id)
  const person = requirePerson(ctx, row.recipientId)
  const steps = stepsOf(ctx, [id])
  const standings = standingsOf(ctx, row, steps)
  const labelled = (state: 'overdue' | 'late'): string[] =>
    standings.filter((one) => one.state === state).map(({ label }) => label)
  const { name, county } = getCentre(ctx)
  const told = steps.filter(({ step }) => !['open', 'correct', 'close'].includes(step))
  const label = (step: string): string =>
    row.duties.find((duty) => duty.step === step)?.label ?? stepLabel('incident', step)
  return {
    issuer: name,
    addressee: county ? `${county}民政局` : null,
    date: ctx.today,
    kind: row.kindLabel,
    person: {
      name: person.name,
      gender: person.gender && genderLabel[person.gender],
      age: statedAge(ctx, person.birthDate),
      place: `${person.villageName}${person.villageGroupName}` || null,
      address: person.homeAddress,
      categories: classificationsOf(ctx, person)
        .filter(({ holds }) => holds)
        .map(({ category }) => categoryLabel[category]),
    },
    discovered: momentWords(row.openedOn, row.discoveredAt),
    discoveredBy: row.discoveredBy,
    place: row.place,
    situation: row.situation,
    steps: told.map((step) => stepRow(ctx, step, label(step.step))),
    missed: labelled('overdue'),
    late: labelled('late'),
    result: row.state === 'handling' ? null : row.result,
  }
}

function stepRow(ctx: StoreContext, step: CaseStep, label: string) {
  const helper = step.helperId === null ? undefined : findHelper(ctx, step.helperId)
  const isSkipped = step.outcome === 'skipped'
  return {
    label,
    when: isSkipped ? '—' : momentWords(step.day, step.time),
    who: helper?.name ?? step.by ?? '',
    how: [step.how, step.toWhom].filter(Boolean).join('，'),
    note: isSkipped ? `不需要：${step.note}` : (step.note ?? ''),
  }
}

const momentWords = (day: string, time: string | null): string =>
  formatPartialDate(day) + (time === null ? '' : time.replace(':', '时') + '分')
