import type { Day } from '@shared/domain/calendar/types'
import type { Block, Inline, Paper } from '@shared/domain/papers/model'
import { heading, paragraph, PaperDraft, words } from './draft'

/** What the report of one incident is written from; null is what nobody entered. */
export interface IncidentReportFacts {
  issuer: string | null
  addressee: string | null
  date: Day | null
  kind: string
  /** Of the person: no ID number, which travels only where it is asked for. */
  person: {
    name: string
    gender: string | null
    age: string | null
    place: string | null
    address: string | null
    categories: string[]
  }
  /** 2026年11月21日 08时30分 */
  discovered: string
  discoveredBy: string | null
  place: string | null
  situation: string
  steps: { label: string; when: string; who: string; how: string; note: string }[]
  /** Duties past their hour that nobody did, and those done late: told, not hidden. */
  missed: string[]
  late: string[]
  result: string | null
}

/** 强制报告: 基本情况 → 事件经过 → 处置与报告 → 处置结果或下一步. */
export function composeIncidentReport(facts: IncidentReportFacts): Paper {
  const draft = new PaperDraft()
  const { person } = facts
  const about = [person.gender, person.age, person.categories.join('、')].filter(Boolean).join('，')
  const body: Block[] = [
    heading(1, '基本情况'),
    paragraph([
      person.name,
      about === '' ? '' : `，${about}`,
      '，现住',
      draft.fact(person.address ?? person.place, `${person.name}的住址`),
      '。',
    ]),
    heading(1, '事件经过'),
    paragraph(
      words`${facts.discovered}，${draft.fact(facts.discoveredBy, '发现人')}在${draft.fact(facts.place, '事发地点')}发现${person.name}${facts.kind}。${facts.situation.replace(/[。；\s]+$/u, '')}。`,
    ),
    heading(1, '处置与报告'),
    ...stepTable(facts, draft),
    ...shortcomings(facts),
    ...(facts.result === null
      ? [
          heading(1, '下一步'),
          paragraph([
            '目前仍在处置中，后续情况随时续报。下一步安排：',
            draft.fact(null, '下一步安排'),
            '。',
          ]),
        ]
      : [heading(1, '处置结果'), paragraph([`${facts.result.replace(/[。；\s]+$/u, '')}。`])]),
    paragraph(['特此报告。']),
  ]
  return {
    title: `关于${person.name}${facts.kind}的报告`,
    redHead: null,
    documentNumber: null,
    signer: null,
    addressee: [draft.fact(facts.addressee, '主送机关（设置 → 单位信息）')],
    body,
    attachments: [],
    signature: {
      issuer: [draft.fact(facts.issuer, '发文机关名称')],
      date: facts.date,
      sealed: true,
    },
    colophon: null,
    figures: draft.figures,
    missing: draft.missing,
  }
}

function stepTable({ steps }: IncidentReportFacts, draft: PaperDraft): Block[] {
  if (steps.length === 0) return [paragraph([draft.fact(null, '处置和报告的步骤')])]
  return [
    {
      kind: 'table',
      columns: [
        { title: '步骤', weight: 3, align: 'center' },
        { title: '时间', weight: 4, align: 'center' },
        { title: '经办人', weight: 2, align: 'center' },
        { title: '方式', weight: 3 },
        { title: '情况', weight: 5 },
      ],
      rows: steps.map((step): Inline[][] => [
        [step.label],
        [step.when],
        [step.who],
        [step.how],
        [step.note],
      ]),
    },
  ]
}

/** What was missed is told by the one who reports, before it is asked. */
function shortcomings({ missed, late }: IncidentReportFacts): Block[] {
  const told = [
    missed.length > 0 && `${missed.join('、')}尚未完成，已超过规定时限`,
    late.length > 0 && `${late.join('、')}未在规定时限内完成`,
  ].filter((one) => typeof one === 'string')
  return told.length === 0 ? [] : [paragraph([`需要说明的是：${told.join('；')}。`])]
}
