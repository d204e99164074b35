import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { keepPaper, lastComposed } from '@db/repositories/papers'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { composedDraft, type papersContract } from '@shared/contract/papers'
import { composeSections, type ComposedDraft, type Section } from '@shared/domain/papers/composed'
import type { PaperKind } from '@shared/domain/papers/kind'
import { composedKind, composedKinds, spanOf } from '@shared/domain/papers/kinds'
import { blankMark, inlineText, paperLength, type Paper } from '@shared/domain/papers/model'
import { readWording } from '@shared/domain/papers/markup'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { shelved, wordOf } from '../documents/kept-papers'
import { RecordsSource, tokensOffered, type PaperDays } from './source'

interface Which {
  kind: string
  year: number
  month: number
}

/** The office's own standard text, by kind. */
const WORDING = 'paperWording'
const ownWording = (ctx: StoreContext, kind: string): Section[] | undefined =>
  readSetting<Record<string, Section[]>>(ctx, WORDING)?.[kind]

export const papersHandlers: HandlersOf<typeof papersContract> = {
  'papers.kinds': () =>
    composedKinds.map(({ key, name, about, span, limit }) => ({ key, name, about, span, limit })),
  'papers.start': (ctx, which) => {
    requireWholeTownship(ctx)
    return { ...startOfPaper(ctx, which), tokens: [...tokensOffered] }
  },
  'papers.preview': (ctx, { draft, ...which }) => {
    requireWholeTownship(ctx)
    return composed(ctx, which, draft)
  },
  'papers.write': async (ctx, { draft, ...which }) => {
    requireWholeTownship(ctx)
    const { paper } = composed(ctx, which, draft)
    ctx.progress(0, 0, '正在排版')
    const bytes = await wordOf(ctx, paper, ctx.now)
    const documentId = ctx.commit((command) =>
      keepPaper(command, {
        kind: which.kind,
        title: paper.title,
        year: which.year,
        writtenAt: ctx.now,
        facts: paper,
        draft,
      }),
    )
    return { ...shelved(ctx, paper, bytes), documentId, missing: paper.missing }
  },
  'papers.keepWording': (ctx, { kind, sections }) => {
    requireWholeTownship(ctx)
    const { [kind]: _before, ...others } =
      readSetting<Record<string, Section[]>>(ctx, WORDING) ?? {}
    writeSetting(ctx, WORDING, sections === null ? others : { ...others, [kind]: sections })
    return {}
  },
}

function startOfPaper(ctx: StoreContext, which: Which) {
  const kind = composedKind(which.kind)
  const last = lastComposed(ctx, which.kind)
  const kept = composedDraft.safeParse(last?.draft)
  const own = ownWording(ctx, which.kind)
  const title = titleOf(ctx, kind, which)
  if (kept.success && last) {
    // A number and a date belong to one paper.
    const particulars = { ...kept.data.particulars, documentNumber: null, date: null }
    return {
      draft: { ...kept.data, title, particulars },
      from: 'lastPaper' as const,
      fromTitle: last.title,
    }
  }
  const { township } = getCentre(ctx)
  return {
    draft: {
      title,
      sections: own ?? kind.sections.map((section) => ({ ...section })),
      particulars: {
        issuer: township ? `${township}人民政府` : null,
        documentNumber: null,
        redHead: null,
        signer: null,
        addressee: null,
        date: null,
        sealed: true,
        copyTo: null,
        printedBy: null,
        basis: [],
      },
    },
    from: own ? ('ownWording' as const) : ('preset' as const),
    fromTitle: null,
  }
}

const spanWords = { year: '全年', halfYear: '上半年', month: '当月' } as const

/** 期间 in the text: a year that is not over must not be called a whole one. */
const spanWord = ({ span }: PaperKind, year: number, whole: boolean): string =>
  whole || span === 'month' ? spanWords[span] : `${year}年以来`

function daysOf(ctx: StoreContext, { kind, year, month }: Which): PaperDays {
  const paperKind = composedKind(kind)
  const { from, to, whole } = spanOf(paperKind, year, month, ctx.today)
  return { year, month, from, to, span: spanWord(paperKind, year, whole) }
}

function titleOf(ctx: StoreContext, kind: PaperKind, which: Which): string {
  const source = new RecordsSource(ctx, daysOf(ctx, which))
  return readWording(kind.title)
    .flatMap((line) => (line.kind === 'paragraph' ? line.pieces : []))
    .map((piece) => ('text' in piece ? piece.text : inlineText([source.token(piece.token) ?? ''])))
    .join('')
}

/** Where the wording itself leaves a line to be written on. */
const placesToFill = (title: string, sections: readonly Section[]): string[] => [
  ...(title.includes(blankMark) ? ['标题'] : []),
  ...sections
    .filter(({ on, wording }) => on && wording.includes(blankMark))
    .map((one) => `“${one.title || '开头结尾的话'}”`),
]

function composed(
  ctx: StoreContext,
  which: Which,
  { title, sections, particulars }: ComposedDraft,
): { paper: Paper; length: number; limit: number; unknown: string[] } {
  const source = new RecordsSource(ctx, daysOf(ctx, which), particulars.basis)
  const { body, unknown } = composeSections(sections, source)
  for (const place of placesToFill(title, sections)) source.blank(`${place}里留着的空`)
  const issuer = particulars.issuer ?? source.blank('发文机关名称')
  if (particulars.date === null) source.blank('成文日期')
  const paper: Paper = {
    title,
    redHead: particulars.redHead,
    documentNumber: particulars.documentNumber,
    signer: particulars.signer,
    addressee: particulars.addressee ? [particulars.addressee] : null,
    body,
    attachments: [],
    signature: { issuer: [issuer], date: particulars.date, sealed: particulars.sealed },
    colophon: particulars.printedBy
      ? {
          copyTo: particulars.copyTo,
          printedBy: particulars.printedBy,
          printedOn: particulars.date,
        }
      : null,
    figures: source.figures,
    missing: source.missing,
  }
  return { paper, length: paperLength(paper), limit: composedKind(which.kind).limit, unknown }
}
