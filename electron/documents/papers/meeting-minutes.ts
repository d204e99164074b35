import type { Day } from '@shared/domain/calendar/types'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Block, Inline, Paper } from '@shared/domain/papers/model'
import { heading, paragraph, PaperDraft, words } from './draft'

/** What the minutes of one meeting are written from; null is what nobody entered. */
export interface MinutesFacts {
  issuer: string | null
  title: string
  day: Day
  time: string | null
  place: string | null
  chair: string | null
  recorder: string | null
  present: readonly string[]
  absent: readonly string[]
  /** Matters taken up, by kind, with what was said of each. */
  matters: readonly { kind: string; items: readonly { text: string; said: string | null }[] }[]
  /** 议定事项, in the order of deciding. */
  decisions: readonly { content: string; owner: string | null; dueOn: Day | null }[]
}

/** 会议纪要: 会议情况 → 研究的事项 → 议定事项 with owner and day → 出席、缺席. */
export function composeMinutes(facts: MinutesFacts): Paper {
  const draft = new PaperDraft()
  const time = facts.time === null ? '' : facts.time.replace(':', '时') + '分'
  const body: Block[] = [
    paragraph(
      words`${formatPartialDate(facts.day)}${time}，${draft.fact(facts.chair, '主持人')}在${draft.fact(facts.place, '会议地点')}主持召开${withoutDay(facts)}。现将会议情况纪要如下。`,
    ),
    heading(1, '会议研究的事项'),
    ...mattersOf(facts, draft),
    heading(1, '会议议定的事项'),
    ...decisionsOf(facts, draft),
    heading(1, '有关要求'),
    paragraph(
      words`各责任单位和责任人按议定时限办理，办结后将结果报${draft.fact(facts.issuer, '发文机关名称')}；到期没有办结的，在下次会议上说明原因。`,
    ),
    paragraph(words`出席：${draft.fact(facts.present.join('、'), '出席人员')}。`),
    ...(facts.absent.length === 0 ? [] : [paragraph([`缺席：${facts.absent.join('、')}。`])]),
    paragraph(words`记录：${draft.fact(facts.recorder, '记录人')}。`),
  ]
  return {
    title: `${facts.title}纪要`,
    redHead: null,
    documentNumber: null,
    signer: null,
    addressee: null,
    body,
    attachments: [],
    signature: {
      issuer: [draft.fact(facts.issuer, '发文机关名称')],
      date: facts.day,
      sealed: true,
    },
    colophon: null,
    figures: draft.figures,
    missing: draft.missing,
  }
}

function mattersOf({ matters }: MinutesFacts, draft: PaperDraft): Block[] {
  if (matters.length === 0) return [paragraph([draft.fact(null, '会议研究的事项'), '。'])]
  return matters.flatMap(({ kind, items }): Block[] => [
    heading(2, kind),
    ...items.map(({ text, said }, at) =>
      paragraph([`${at + 1}. ${ended(text)}`, ...(said === null ? [] : [ended(said)])]),
    ),
  ])
}

function decisionsOf({ decisions }: MinutesFacts, draft: PaperDraft): Block[] {
  if (decisions.length === 0) return [paragraph(['会议没有议定需要另行办理的事项。'])]
  return [
    {
      kind: 'table',
      columns: [
        { title: '序号', weight: 1, align: 'center' },
        { title: '议定事项', weight: 6 },
        { title: '责任单位（人）', weight: 3, align: 'center' },
        // A whole date stands on one line.
        { title: '办结时限', weight: 4, align: 'center' },
      ],
      rows: decisions.map(({ content, owner, dueOn }, at): Inline[][] => [
        [String(at + 1)],
        [content],
        [draft.fact(owner, `第 ${at + 1} 项议定事项的责任人`)],
        [draft.fact(dueOn && formatPartialDate(dueOn), `第 ${at + 1} 项议定事项的办结时限`)],
      ]),
    },
  ]
}

/** What the meeting is called, without the day where its title begins with that. */
function withoutDay({ title, day }: Pick<MinutesFacts, 'title' | 'day'>): string {
  const date = formatPartialDate(day)
  return title.startsWith(date) && title.length > date.length ? title.slice(date.length) : title
}

/** A sentence with one full stop at its end. */
const ended = (text: string): string => `${text.replace(/[。；\s]+$/u, '')}。`
