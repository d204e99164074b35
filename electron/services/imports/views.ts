import type {
  ImportCandidate,
  ImportRow,
  ImportState,
  SheetSummary,
} from '@shared/contract/imports'
import { rowStates, type RowState } from '@shared/contract/imports'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import type { RosterPerson } from '@db/repositories/roster'
import type { PersonDraft, PersonPointer } from '@shared/domain/imports/draft'
import type { UnderstoodSheet } from '@shared/domain/imports/ledger'
import { topicOf } from '@shared/domain/imports/updates'
import {
  codesOf,
  contactKindLabel,
  genderLabel,
  recipientGroupLabel,
} from '@shared/domain/vocabulary'
import { placeOf } from './apply-places'
import { topicLabel } from './fact-words'
import { isTaken } from './row-difference'
import type { Evaluation } from './evaluation'
import { isVillageSettled, plainCandidate, type EvaluatedRow } from './office'
import { entryDay, isIncluded, type StagedImport } from './staging'

/** How a staged import stands, for the screen that leads through it. */
export function stateView(
  staged: StagedImport,
  evaluation: Evaluation,
  today: string,
): ImportState {
  const { work } = staged
  return {
    importId: staged.id,
    fileName: staged.fileName,
    format: staged.format,
    encoding: staged.encoding,
    sheets: staged.sheets.map((sheet) => sheetView(staged, sheet, evaluation)),
    counts: evaluation.counts,
    ...newPlaces(staged, evaluation),
    from: entryDay(staged, today),
    yearless: {
      rows: evaluation.rows.filter(
        ({ parsed: { draft } }) => 'date' in draft && draft.date?.startsWith('--'),
      ).length,
      year: work.year,
    },
    unconfirmed: evaluation.rows.filter((row) => plainCandidate(row) !== null).length,
    updates: updatesView(staged, evaluation),
  }
}

function sheetView(
  staged: StagedImport,
  understood: UnderstoodSheet,
  { rows }: Evaluation,
): SheetSummary {
  const { index, sheet, recognition } = understood
  const counts = Object.fromEntries(codesOf(rowStates).map((state) => [state, 0])) as Record<
    RowState,
    number
  >
  for (const row of rows) if (row.sheet === index) counts[row.state] += 1
  return {
    index,
    name: sheet.name,
    hidden: sheet.hidden,
    included: isIncluded(staged, understood),
    kind: recognition?.kind ?? null,
    title: recognition?.hints.title ?? '',
    header: recognition ? { first: recognition.header.first, last: recognition.header.last } : null,
    columns: (recognition?.columns ?? []).map(({ column, field, confidence }, i) => ({
      column,
      title: recognition?.header.columns[i]?.title ?? '',
      group: recognition?.header.columns[i]?.group ?? '',
      field,
      confidence,
    })),
    missing: recognition?.missing ?? [],
    village: staged.work.sheetVillages[index] ?? recognition?.hints.village ?? null,
    rows: understood.rows.length,
    counts,
  }
}

/** What differs from files that exist, by column: the most frequent first. */
function updatesView({ work }: StagedImport, { rows }: Evaluation): ImportState['updates'] {
  const topics = new Map<string, ImportState['updates']['topics'][number]>()
  let differing = 0
  for (const { differences, state } of rows) {
    if (state === 'skipped' || state === 'duplicate' || differences.length === 0) continue
    differing += 1
    for (const { fact, kind, choice, taken } of differences) {
      const topic = topicOf(fact)
      const line = topics.get(topic) ?? {
        topic,
        label: topicLabel(topic),
        rule: work.updates.topics[topic] ?? null,
        fills: 0,
        additions: 0,
        conflicts: 0,
        taken: 0,
        open: 0,
      }
      topics.set(topic, line)
      line[kind === 'fill' ? 'fills' : kind === 'add' ? 'additions' : 'conflicts'] += 1
      if (taken) line.taken += 1
      if (choice === null) line.open += 1
    }
  }
  const weight = ({ fills, additions, conflicts }: ImportState['updates']['topics'][number]) =>
    conflicts * 1000 + additions + fills
  return {
    rule: work.updates.run,
    rows: differing,
    topics: [...topics.values()].sort((one, other) => weight(other) - weight(one)),
  }
}

function newPlaces(
  { work }: StagedImport,
  { rows, office }: Evaluation,
): Pick<ImportState, 'newVillages' | 'newGroups'> {
  const villages = new Map<string, number>()
  const groups = new Map<string, { village: string; group: string }>()
  for (const row of rows) {
    const { village, group } = placeOf(row)
    const concerns =
      row.kind === 'people'
        ? !row.person || isTaken(row.differences, 'village')
        : row.kind === 'pairings' && row.word.create
    if (village === null || !concerns || row.state === 'skipped') continue
    const known = office.villages.get(village)
    if (!known) villages.set(village, (villages.get(village) ?? 0) + 1)
    if (group !== null && isVillageSettled(office, village) && !known?.groups.has(group))
      groups.set(`${village}/${group}`, { village, group })
  }
  return {
    newVillages: [...villages].map(([name, count]) => ({
      name,
      rows: count,
      createAs: work.villages[name]?.createAs ?? null,
      useId: work.villages[name]?.useId ?? null,
    })),
    newGroups: [...groups.values()],
  }
}

export function rowView(
  row: EvaluatedRow,
  staged: StagedImport,
  evaluation: Evaluation,
): ImportRow {
  const pointer: PersonDraft | PersonPointer =
    'recipient' in row.draft ? row.draft.recipient : row.draft
  const place = placeOf(row)
  const { people, dictionaries } = evaluation.office
  const sheetName = (index: number): string => staged.sheets[index]?.sheet.name ?? ''
  return {
    sheet: row.sheet,
    row: row.row,
    line: row.row + 1,
    sheetName: sheetName(row.sheet),
    kind: row.kind,
    state: row.state,
    name: pointer.name,
    village: place.village,
    group: place.group,
    idNumber: pointer.idNumber ?? badIdNumber(row),
    phone: pointer.phones[0] ?? null,
    gender: pointer.gender && genderLabel[pointer.gender],
    birthDate: pointer.birthDate,
    age: 'statedAge' in row.draft ? (row.draft.statedAge?.years ?? null) : null,
    gist: gistOf(row, dictionaries),
    problems: row.problems.map(({ field, column, code, message, blocking, offer }) => ({
      field,
      column,
      code,
      message,
      blocking,
      offer: offer ?? null,
    })),
    match: row.person ? candidateView(row.person, matchWords(row), false) : null,
    candidates: row.candidates.flatMap(({ id, reasons, doubtful }) => {
      const person = people.get(id)
      return person ? [candidateView(person, reasons, doubtful)] : []
    }),
    differences: row.differences.map(({ write: _write, ...difference }) => difference),
    duplicateOf: row.duplicateOf && {
      sheetName: sheetName(row.duplicateOf.sheet),
      line: row.duplicateOf.row + 1,
    },
    hasChoices: Object.keys(row.word.choices ?? {}).length > 0,
    decision: row.word.skip ? 'skip' : row.word.create ? 'create' : row.word.match ? 'match' : null,
  }
}

function badIdNumber({ problems }: EvaluatedRow): string | null {
  return problems.find(({ code }) => code.startsWith('ID_'))?.raw ?? null
}

const matchedByWords = {
  idNumber: '身份证号相同',
  nameBirthVillage: '姓名、出生日期、村都相同',
  namePhone: '姓名、电话相同',
  clerk: '经办人确认',
} as const

function matchWords({ matchedBy }: EvaluatedRow): string[] {
  return matchedBy ? [matchedByWords[matchedBy]] : []
}

function candidateView(
  person: RosterPerson,
  reasons: string[],
  doubtful: boolean,
): ImportCandidate {
  return {
    recipientId: person.id,
    name: person.name,
    gender: person.gender && genderLabel[person.gender],
    birthDate: person.birthDate,
    village: person.villageName,
    group: person.villageGroupName,
    idTail: person.idNumber?.slice(-4) ?? null,
    reasons,
    doubtful,
  }
}

/** What a row brings, short enough for one line. */
function gistOf({ draft }: EvaluatedRow, dictionaries: Dictionaries): string {
  if ('helpers' in draft)
    return [
      draft.helpers.map(({ name, unit }) => (unit ? `${name}（${unit}）` : name)).join('、'),
      draft.since && `${formatPartialDate(draft.since)}起`,
    ]
      .filter(Boolean)
      .join(' · ')
  if ('visitor' in draft)
    return [
      draft.date && [draft.date, ...draft.moreDates].map(formatPartialDate).join('、'),
      draft.kind && contactKindLabel[draft.kind],
      draft.visitor,
      draft.summary,
      draft.problem && `问题：${draft.problem}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return [
    draft.groups.map((group) => recipientGroupLabel[group]).join('、'),
    draft.children.length > 0 && `子女 ${draft.children.length} 人`,
    draft.reliefKinds.map((relief) => dictionaries.label('reliefKind', relief)).join('、'),
    draft.benefits.length > 0 && `待遇 ${draft.benefits.length} 项`,
    draft.statedAge && !draft.birthDate && `${draft.statedAge.years} 岁`,
  ]
    .filter(Boolean)
    .join(' · ')
}
