import { rememberMapping } from '@db/repositories/imports'
import type { StoreContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import type { importsContract, RowDecision, RowState } from '@shared/contract/imports'
import type { Correction } from '@shared/domain/imports/recognise'
import { choiceFor, topicOf, type Choice } from '@shared/domain/imports/updates'
import type { HandlersOf } from '../../core/context'
import { requireVillage } from '../villages/places'
import { applyImport } from './apply'
import {
  drop,
  keepWork,
  mendingContext,
  readingContext,
  stage,
  stagedImport,
  waitingImports,
} from './desk'
import { evaluate } from './evaluation'
import { leftOutWorkbook } from './left-out'
import { plainCandidate, type EvaluatedRow } from './office'
import { pastImports, previewUndo, undoImport } from './past'
import { checkFileSize } from './reading'
import type { RowDifference } from './row-difference'
import { cellsOf, mendRow, repeatFixes, rowKey, type RowWord, type StagedImport } from './staging'
import { rowView, stateView } from './views'

/** A file that takes longer to read than this is not a ledger. */
const readingSeconds = 90

export const importsHandlers: HandlersOf<typeof importsContract> = {
  'imports.open': async (ctx, { fileName, content }) => {
    ctx.progress(0, 2, '正在读取文件')
    checkFileSize(Math.floor((content.length * 3) / 4))
    const bytes = Buffer.from(content, 'base64')
    const opened = await inTime(ctx.signal, (signal) =>
      ctx.worker.run('openLedger', { ...readingContext(ctx, {}), content: bytes }, signal),
    )
    ctx.progress(1, 2, '正在核对名册')
    const staged = ctx.commit((writing) => stage(writing, nameOnly(fileName), bytes, opened))
    evaluate(ctx, staged)
    ctx.progress(2, 2, '读完了')
    return { importId: staged.id }
  },

  'imports.waiting': (ctx) => waitingImports(ctx),

  'imports.state': (ctx, { importId }) => {
    const staged = stagedImport(ctx, importId)
    return stateView(staged, evaluate(ctx, staged), ctx.today)
  },

  'imports.grid': (ctx, { importId, sheet, from, rows }) => {
    const grid = sheetOf(stagedImport(ctx, importId), sheet).sheet
    const page = grid.rows.slice(from, from + rows)
    return {
      from,
      total: grid.rows.length,
      rows: page.map((row) => row.map((cell) => cell?.text ?? null)),
      merges: grid.merges.filter(({ top, bottom }) => bottom >= from && top < from + rows),
    }
  },

  'imports.setMapping': async (ctx, { importId, sheet, kind, headerRow, fields, remember }) => {
    const staged = stagedImport(ctx, importId)
    sheetOf(staged, sheet)
    const correction = corrected(staged.work.corrections[sheet], { kind, headerRow, fields })
    const corrections = { ...staged.work.corrections, [sheet]: correction }
    const context = readingContext(ctx, corrections)
    const signature = staged.sheets[sheet]?.recognition?.signature
    if (remember && signature && headerRow === undefined)
      // Sheets of the same header follow, as the next file will.
      context.remembered[signature] = {
        ...context.remembered[signature],
        ...(correction.kind && { kind: correction.kind }),
        fields: { ...context.remembered[signature]?.fields, ...correction.fields },
      }
    ctx.progress(0, 1, '正在按新的对应读取')
    const understood = await inTime(ctx.signal, (signal) =>
      ctx.worker.run('understandLedger', { ...context, grids: staged.grids }, signal),
    )
    ctx.commit((writing) => {
      Object.assign(staged, understood)
      staged.work.corrections = corrections
      repeatFixes(staged, mendingContext(ctx))
      keepWork(writing, staged)
      const recognition = staged.sheets[sheet]?.recognition
      if (remember && recognition)
        rememberMapping(
          writing,
          recognition.signature,
          recognition.kind,
          Object.fromEntries(recognition.columns.map(({ column, field }) => [column, field])),
        )
    })
    return {}
  },

  'imports.setOptions': (ctx, options) => {
    const { importId, from, year, included, sheetVillage, villages, updates } = options
    const staged = stagedImport(ctx, importId)
    if (from !== undefined && from > ctx.today)
      throw failure('VALIDATION', '在册日期不能晚于今天。', { from: '不能晚于今天' })
    const { work } = staged
    if (from !== undefined) work.from = from
    if (year !== undefined) work.year = year
    for (const choice of included ?? []) {
      sheetOf(staged, choice.sheet)
      work.included[choice.sheet] = choice.included
    }
    if (sheetVillage) work.sheetVillages[sheetVillage.sheet] = sheetVillage.village.trim()
    for (const { useId } of villages ?? [])
      if (useId !== null) requireVillage(ctx, { villageId: useId }, ctx.today)
    for (const { name, createAs, useId } of villages ?? [])
      work.villages[name] = { createAs, useId }
    if (updates?.rule) work.updates.run = updates.rule
    for (const { topic, rule } of updates?.topics ?? [])
      if (rule) work.updates.topics[topic] = rule
      else delete work.updates.topics[topic]
    keepWork(ctx, staged)
    return {}
  },

  'imports.preview': (ctx, { importId, states, sheet, text, offset, limit }) => {
    const staged = stagedImport(ctx, importId)
    const evaluation = evaluate(ctx, staged)
    const wanted = evaluation.rows.filter(
      (row) =>
        (!states || states.length === 0 || states.includes(row.state)) &&
        (sheet === undefined || row.sheet === sheet) &&
        (!text || isAbout(row, text.trim())),
    )
    wanted.sort((a, b) => urgency(a) - urgency(b) || a.sheet - b.sheet || a.row - b.row)
    return {
      total: wanted.length,
      rows: wanted.slice(offset, offset + limit).map((row) => rowView(row, staged, evaluation)),
    }
  },

  'imports.cells': (ctx, { importId, sheet, row }) => ({
    cells: cellsOf(stagedImport(ctx, importId), sheet, row),
  }),

  'imports.fixCell': (ctx, { importId, sheet, row, column, text }) => {
    const staged = stagedImport(ctx, importId)
    if (!mendRow(staged, { sheet, row, column }, text, mendingContext(ctx)))
      throw failure('NOT_FOUND', '没有这一行，可能表头刚改过。请刷新后再试。')
    staged.work.fixes[`${sheet}:${row}:${column}`] = text
    keepWork(ctx, staged)
    return { row: rowAt(ctx, staged, sheet, row) }
  },

  'imports.decide': (ctx, { importId, rows, decision }) => {
    const staged = stagedImport(ctx, importId)
    const evaluation = evaluate(ctx, staged)
    if (decision.kind === 'match' && !evaluation.office.people.has(decision.recipientId))
      throw failure('NOT_FOUND', '档案里没有这个人，或不在您的管理范围内。')
    const known = new Map(evaluation.rows.map((row) => [rowKey(row.sheet, row.row), row]))
    const keys = rows.map(({ sheet, row }) => rowKey(sheet, row))
    if (keys.some((key) => !known.has(key)))
      throw failure('NOT_FOUND', '有的行已经不在了，可能表头刚改过。没有做任何决定，请刷新后再试。')
    for (const key of keys) {
      const { differences = [] } = known.get(key) ?? {}
      const word = wordAfter(staged.work.words[key] ?? {}, decision, differences)
      if (word) staged.work.words[key] = word
      else delete staged.work.words[key]
    }
    keepWork(ctx, staged)
    return { changed: keys.length }
  },

  'imports.confirmAll': (ctx, { importId }) => {
    const staged = stagedImport(ctx, importId)
    let changed = 0
    for (const row of evaluate(ctx, staged).rows) {
      const only = plainCandidate(row)
      if (!only) continue
      staged.work.words[rowKey(row.sheet, row.row)] = { ...row.word, match: only.id }
      changed += 1
    }
    if (changed > 0) keepWork(ctx, staged)
    return { changed }
  },

  'imports.apply': (ctx, { importId }) => applyImport(ctx, stagedImport(ctx, importId)),

  'imports.saveLeftOut': async (ctx, { importId }) => {
    const staged = stagedImport(ctx, importId)
    const { file } = await leftOutWorkbook(evaluate(ctx, staged), staged)
    return { artifact: file && ctx.artifacts.put(file.name, [file]) }
  },

  'imports.discard': (ctx, { importId }) => {
    drop(ctx, importId)
    return {}
  },

  'imports.history': (ctx) => pastImports(ctx),
  'imports.undoPreview': (ctx, { id }) => previewUndo(ctx, id),
  'imports.undo': (ctx, { id }) => undoImport(ctx, id),
}

/** Runs reading with a limit: a file made to keep a reader busy for ever ends in a clear refusal. */
async function inTime<Value>(
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const late = AbortSignal.timeout(readingSeconds * 1000)
  try {
    return await work(AbortSignal.any([cancelled, late]))
  } catch (error) {
    const isTooBig =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isTooBig || (late.aborted && !cancelled.aborted))
      throw failure(
        'VALIDATION',
        '这个文件太大或太复杂，没有读完就停止了，没有改动任何数据。请只留要导入的工作表，在 Excel 或 WPS 里另存为 xlsx 后再导入。',
      )
    throw error
  }
}

/** Some hosts hand over a whole path. */
function nameOnly(fileName: string): string {
  return fileName.split(/[\\/]/).at(-1) || '台账'
}

function sheetOf(staged: StagedImport, index: number): StagedImport['sheets'][number] {
  const sheet = staged.sheets[index]
  if (!sheet) throw failure('NOT_FOUND', '这个文件没有这张工作表。')
  return sheet
}

/** A new header row makes earlier words on columns void; columns change one by one. */
function corrected(
  known: Correction = {},
  word: {
    kind: Correction['kind']
    headerRow: number | undefined
    fields: { column: number; field: NonNullable<Correction['fields']>[number] }[] | undefined
  },
): Correction {
  const { kind = known.kind, headerRow = known.headerRow } = word
  const moved = word.headerRow !== undefined && word.headerRow !== known.headerRow
  const turned = word.kind !== undefined && word.kind !== known.kind
  const fields = {
    ...(moved || turned ? {} : known.fields),
    ...Object.fromEntries((word.fields ?? []).map(({ column, field }) => [column, field])),
  }
  return { ...(kind && { kind }), ...(headerRow !== undefined && { headerRow }), fields }
}

/** Problems first, in the order in which a clerk works through them. */
const order: readonly RowState[] = [
  'error',
  'conflict',
  'pending',
  'duplicate',
  'new',
  'same',
  'skipped',
]
const urgency = ({ state }: EvaluatedRow): number => order.indexOf(state)

function isAbout({ draft }: EvaluatedRow, text: string): boolean {
  const pointer = 'recipient' in draft ? draft.recipient : draft
  const helpers = 'helpers' in draft ? draft.helpers.map(({ name }) => name) : []
  return [pointer.name, pointer.village, pointer.idNumber, ...pointer.phones, ...helpers].some(
    (value) => value?.includes(text),
  )
}

function rowAt(ctx: StoreContext, staged: StagedImport, sheet: number, row: number) {
  const evaluation = evaluate(ctx, staged)
  const found = evaluation.rows.find(
    (candidate) => candidate.sheet === sheet && candidate.parsed.rows.includes(row),
  )
  if (!found) throw failure('NOT_FOUND', '这一行不在要导入的行里。')
  return rowView(found, staged, evaluation)
}

/** The clerk's word after one more; `undefined` where nothing is left to say. */
function wordAfter(
  word: RowWord,
  decision: RowDecision,
  differences: readonly RowDifference[],
): RowWord | undefined {
  const { skip: _skip, match: _match, create: _create, ...rest } = word
  switch (decision.kind) {
    case 'match':
      return { ...rest, match: decision.recipientId }
    case 'create':
      return { ...rest, create: true }
    case 'skip':
      return { ...word, skip: true }
    case 'withoutIdNumber': {
      const { keepIdNumber: _keep, ...others } = word
      return { ...others, withoutIdNumber: true }
    }
    case 'keepIdNumber': {
      const { withoutIdNumber: _without, ...others } = word
      return { ...others, keepIdNumber: decision.note }
    }
    case 'take':
      return withChoices(word, differences, ({ fact, kind }) =>
        kind !== 'conflict' ? null : decision.facts.includes(fact) ? 'inLedger' : 'onFile',
      )
    case 'choose':
      return withChoices(word, differences, ({ fact }) => decision.choices[fact] ?? null)
    case 'update':
      return withChoices(word, differences, ({ fact, kind }) =>
        choiceFor({ fact, kind }, { run: 'ask', topics: { [topicOf(fact)]: decision.rule } }, {}),
      )
    case 'reset':
      return undefined
  }
}

/** The word with what was chosen of each fact; null leaves a fact as it was. */
function withChoices(
  word: RowWord,
  differences: readonly RowDifference[],
  chosen: (difference: RowDifference) => Choice | null,
): RowWord {
  const choices = { ...word.choices }
  for (const difference of differences) {
    const choice = chosen(difference)
    if (choice) choices[difference.fact] = choice
  }
  return { ...word, choices }
}
