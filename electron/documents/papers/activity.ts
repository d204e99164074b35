import { moneyWords } from '@shared/domain/activities/budget'
import type { Day } from '@shared/domain/calendar/types'
import type { Block, Inline, Paper } from '@shared/domain/papers/model'
import { heading, joined, paragraph, PaperDraft, words } from './draft'

/** What the papers of one activity are written from; null is what nobody entered. */
export interface ActivityPaperFacts {
  issuer: string | null
  date: Day | null
  name: string
  purpose: string | null
  theme: string | null
  /** 2026年10月18日. */
  heldOn: string | null
  time: string | null
  place: string | null
  audience: string | null
  participants: string | null
  responsible: string | null
  /** One item each. */
  schedule: readonly string[]
  duties: readonly string[]
  cautions: readonly string[]
  /** How many are on the list, by what they are. */
  guests: number
  volunteers: number
  staff: number
  lines: readonly ActivityPaperLine[]
  /** 元. */
  planned: number
}

export interface ActivityPaperLine {
  item: string
  quantity: number
  unit: string | null
  price: number
  /** 元. */
  planned: number
  spent: number | null
  source: string | null
  note: string | null
}

export interface ActivityReportFacts extends ActivityPaperFacts {
  /** Guests present by village, the most first; null where nobody ticked the list. */
  present: { total: number; villages: readonly { name: string; count: number }[] } | null
  helpersPresent: number
  /** 元; null where nothing was paid. */
  spent: number | null
  left: number | null
  costPerPerson: number | null
  outcome: string | null
  /** How many photographs hang on the activity. */
  photos: number
}

/** 活动方案: 目的 → 主题 → 时间地点 → 对象与参加人员 → 物资与预算 → 流程 → 分工 → 注意事项. */
export function composeActivityPlan(facts: ActivityPaperFacts): Paper {
  const draft = new PaperDraft()
  const body: Block[] = [
    heading(1, '活动目的'),
    paragraph(sentence(draft.fact(facts.purpose, '活动目的'))),
    heading(1, '活动主题'),
    paragraph(sentence(draft.fact(facts.theme, '活动主题'))),
    ...whenAndWhere(facts, draft),
    heading(1, '活动对象和参加人员'),
    paragraph(
      words`活动对象：${draft.fact(facts.audience, '活动对象')}${facts.guests > 0 ? `，名单在册${facts.guests}人` : ''}。`,
    ),
    paragraph(words`参加人员：${draft.fact(participantsOf(facts), '参加人员')}。`),
    heading(1, '物资与预算'),
    ...planTable(facts, draft),
    heading(1, '活动流程'),
    ...items(facts.schedule, '活动流程', draft),
    heading(1, '人员分工'),
    ...dutyTable(facts, draft),
    heading(1, '注意事项'),
    ...items(facts.cautions, '注意事项', draft),
  ]
  return paperOf(facts, `${facts.name}活动方案`, body, draft)
}

/** 活动小结: 基本情况 → 参加情况 → 经费使用 → 活动成效, with what stayed within the plan and what not. */
export function composeActivityReport(facts: ActivityReportFacts): Paper {
  const draft = new PaperDraft()
  const body: Block[] = [
    heading(1, '基本情况'),
    paragraph(
      words`${draft.fact(facts.heldOn, '活动日期')}${facts.time ?? ''}，在${draft.fact(facts.place, '活动地点')}开展了${facts.name}${facts.theme === null ? '' : `，主题是“${facts.theme}”`}。`,
    ),
    ...(facts.purpose === null ? [] : [paragraph(sentence(facts.purpose))]),
    heading(1, '参加情况'),
    paragraph(attendance(facts, draft)),
    heading(1, '经费使用'),
    ...spending(facts, draft),
    heading(1, '活动成效'),
    ...paragraphs(facts.outcome, draft),
    ...(facts.photos > 0 ? [paragraph([`现场照片${facts.photos}张，另附。`])] : []),
  ]
  return paperOf(facts, `${facts.name}活动小结`, body, draft)
}

function paperOf(
  { issuer, date }: ActivityPaperFacts,
  title: string,
  body: Block[],
  draft: PaperDraft,
): Paper {
  return {
    // 「重阳慰问活动」 is not called an activity twice.
    title: title.replace('活动活动', '活动'),
    redHead: null,
    documentNumber: null,
    signer: null,
    addressee: null,
    body,
    attachments: [],
    signature: { issuer: [draft.fact(issuer, '发文机关名称')], date, sealed: true },
    colophon: null,
    figures: draft.figures,
    missing: draft.missing,
  }
}

function whenAndWhere(facts: ActivityPaperFacts, draft: PaperDraft): Block[] {
  return [
    heading(1, '活动时间和地点'),
    paragraph(words`时间：${draft.fact(facts.heldOn, '活动日期')}${facts.time ?? ''}。`),
    paragraph(words`地点：${draft.fact(facts.place, '活动地点')}。`),
    paragraph(words`负责人：${draft.fact(facts.responsible, '负责人')}。`),
  ]
}

function participantsOf({ participants, volunteers, staff }: ActivityPaperFacts): string | null {
  const listed = [
    volunteers > 0 && `志愿者${volunteers}人`,
    staff > 0 && `工作人员${staff}人`,
  ].filter((one) => typeof one === 'string')
  const all = [participants?.replace(/[。；\s]+$/u, ''), ...listed].filter(Boolean)
  return all.length === 0 ? null : all.join('，')
}

function planTable({ lines, planned }: ActivityPaperFacts, draft: PaperDraft): Block[] {
  if (lines.length === 0) return [paragraph([draft.fact(null, '物资与预算'), '。'])]
  return [
    paragraph([`预算共${moneyWords(planned)}元。`]),
    {
      kind: 'table',
      columns: [
        { title: '物资或开支', weight: 4 },
        { title: '数量', weight: 2, align: 'center' },
        { title: '单价（元）', weight: 2, align: 'right' },
        { title: '金额（元）', weight: 2, align: 'right' },
        { title: '经费来源', weight: 3, align: 'center' },
      ],
      rows: [
        ...lines.map((line): Inline[][] => [
          [line.item],
          [amountOf(line)],
          [moneyWords(line.price)],
          [moneyWords(line.planned)],
          [line.source ?? ''],
        ]),
        [['合计'], [''], [''], [moneyWords(planned)], ['']],
      ],
    },
  ]
}

const amountOf = ({ quantity, unit }: ActivityPaperLine): string => `${quantity}${unit ?? ''}`

/** `签到：李村主任` is the task and who does it; a line without a colon is a task for somebody. */
function dutyTable({ duties }: ActivityPaperFacts, draft: PaperDraft): Block[] {
  if (duties.length === 0) return [paragraph([draft.fact(null, '人员分工'), '。'])]
  return [
    {
      kind: 'table',
      columns: [
        { title: '任务', weight: 3, align: 'center' },
        { title: '责任人', weight: 5 },
      ],
      rows: duties.map((duty): Inline[][] => {
        const [task = '', ...who] = duty.split(/[：:]/u)
        return [[task.trim()], [draft.fact(who.join('：'), `“${task.trim()}”由谁负责`)]]
      }),
    },
  ]
}

function items(list: readonly string[], missing: string, draft: PaperDraft): Block[] {
  if (list.length === 0) return [paragraph([draft.fact(null, missing), '。'])]
  return list.map((item, at) => paragraph([`${at + 1}．${ended(item)}`]))
}

function attendance(facts: ActivityReportFacts, draft: PaperDraft): Inline[] {
  const { present, guests, helpersPresent } = facts
  if (present === null) return words`到场${draft.fact(null, '到场人数（名单还没有勾到场）')}人。`
  const villages = joined(
    present.villages.map(({ name, count }) => [`${name}${count}人`]),
    '、',
  )
  return [
    `邀请${guests}人，到场${present.total}人`,
    ...(villages.length > 0 ? ['，其中', ...villages] : []),
    helpersPresent > 0 ? `；志愿者和工作人员${helpersPresent}人参加` : '',
    '。',
  ]
}

function spending(facts: ActivityReportFacts, draft: PaperDraft): Block[] {
  const { lines, planned, spent, left, costPerPerson } = facts
  if (spent === null || left === null)
    return [paragraph(words`预算${moneyWords(planned)}元，实支${draft.fact(null, '实支金额')}元。`)]
  const balance =
    left === 0
      ? '，与预算一致'
      : left > 0
        ? `，结余${moneyWords(left)}元`
        : `，超出预算${moneyWords(-left)}元`
  const each = costPerPerson === null ? '' : `，到场对象人均${moneyWords(costPerPerson)}元`
  return [
    paragraph([`预算${moneyWords(planned)}元，实支${moneyWords(spent)}元${balance}${each}。`]),
    {
      kind: 'table',
      columns: [
        { title: '物资或开支', weight: 4 },
        { title: '预算（元）', weight: 2, align: 'right' },
        { title: '实支（元）', weight: 2, align: 'right' },
        { title: '备注', weight: 4 },
      ],
      rows: [
        ...lines.map((line): Inline[][] => [
          [line.item],
          [moneyWords(line.planned)],
          [line.spent === null ? '' : moneyWords(line.spent)],
          [line.note ?? ''],
        ]),
        [['合计'], [moneyWords(planned)], [moneyWords(spent)], ['']],
      ],
    },
  ]
}

function paragraphs(text: string | null, draft: PaperDraft): Block[] {
  const parts = (text ?? '').split('\n').filter((part) => part.trim() !== '')
  if (parts.length === 0) return [paragraph([draft.fact(null, '活动成效'), '。'])]
  return parts.map((part) => paragraph([ended(part)]))
}

/** Ends with one full stop, however it was typed. */
const ended = (text: string): string => `${text.trim().replace(/[。；;.\s]+$/u, '')}。`

const sentence = (text: Inline): Inline[] =>
  typeof text === 'string' ? [ended(text)] : [text, '。']
