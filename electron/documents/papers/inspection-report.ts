import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import type { FindingFigures } from '@shared/domain/inspections/figures'
import { severityLabel, type Severity } from '@shared/domain/inspections/vocabulary'
import type { Attachment, Block, Inline, Paper } from '@shared/domain/papers/model'
import { codesOf } from '@shared/domain/vocabulary'
import { heading, joined, paragraph, PaperDraft, words } from './draft'

/** What the 督查通报 of one inspection is written from; null is what nobody entered. */
export interface InspectionReportFacts {
  issuer: string | null
  date: Day
  inspectionId: number
  title: string
  /** 计划督查, 四不两直 … */
  kindWords: string
  /** The first and the last day somebody was in a village. */
  first: Day
  last: Day
  leader: string | null
  members: string | null
  /** Villages visited, in the office's order, and those whose sheet has not come back. */
  visited: readonly string[]
  waiting: readonly string[]
  /** Items marked √ or × on all sheets, and those of them marked √. */
  looked: number
  met: number
  figures: FindingFigures
  /** Items that were looked at and found to be a problem nowhere. */
  good: readonly string[]
  /** What was found, by the section of the sheet. */
  sections: readonly { name: string; findings: readonly ReportedFinding[] }[]
}

export interface ReportedFinding {
  villageName: string
  content: string
  severity: Severity
  /** 整改要求, 整改责任人. */
  measure: string | null
  owner: string | null
  dueOn: Day | null
  /** 待整改, 已销号 … */
  stateWords: string
}

/** 督查通报: 基本情况 → 做得好的 → 存在的问题, by section → 整改要求 → 附件 the list of findings. */
export function composeInspectionReport(facts: InspectionReportFacts): Paper {
  const draft = new PaperDraft()
  const body: Block[] = [
    paragraph(
      words`${periodWords(facts)}，${draft.fact(facts.leader, '带队领导')}带队，${draft.fact(facts.members, '督查组成员')}参加，对${String(facts.visited.length)}个村（社区）的留守老人关爱服务工作进行了${facts.kindWords}。现将有关情况通报如下。`,
    ),
    heading(1, '基本情况'),
    ...basics(facts, draft),
    ...(facts.good.length === 0
      ? []
      : [
          heading(1, '做得好的方面'),
          paragraph([`各村（社区）在以下方面没有发现问题：${facts.good.join('；')}。`]),
        ]),
    heading(1, '存在的问题'),
    ...problems(facts),
    heading(1, '整改要求'),
    ...demands(facts),
  ]
  const all = facts.sections.flatMap(({ findings }) => findings)
  return {
    title: `关于${facts.title}${facts.title.includes('督查') ? '' : '督查'}情况的通报`,
    redHead: null,
    documentNumber: null,
    signer: null,
    addressee: ['各村（社区）'],
    body,
    attachments: all.length === 0 ? [] : [attachment(all, draft)],
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

const periodWords = ({ first, last }: InspectionReportFacts): string =>
  first === last
    ? formatPartialDate(first)
    : `${formatPartialDate(first)}至${formatPartialDate(last)}`

function basics(facts: InspectionReportFacts, draft: PaperDraft): Block[] {
  const { figures, inspectionId, visited, waiting, looked, met } = facts
  const finding = (key: string, value: number, basis: string, severity?: Severity): Inline =>
    draft.figure(key, value, basis, { list: 'findings', filter: { inspectionId, severity } })
  const grades = codesOf(severityLabel)
    .filter((code) => figures.bySeverity[code] > 0)
    .map((code) => [
      severityLabel[code],
      finding(code, figures.bySeverity[code], `程度为“${severityLabel[code]}”的问题`, code),
      '个',
    ])
  return [
    paragraph([
      `督查到${visited.join('、')}，对照督查表查看${looked}项次，其中${met}项次符合要求。`,
      ...(waiting.length === 0 ? [] : [`${waiting.join('、')}的督查表没有收回，不在本次通报内。`]),
    ]),
    ...(figures.found === 0
      ? []
      : [
          paragraph([
            '共发现问题',
            finding('found', figures.found, '这次督查登记的问题，撤销的不计'),
            '个，其中',
            ...joined(grades, '、'),
            '。截至目前，',
            `已整改并复查销号${figures.passed}个，正在整改${figures.open}个`,
            ...(figures.overdue > 0 ? [`，其中逾期${figures.overdue}个`] : []),
            '。',
          ]),
        ]),
  ]
}

function problems({ sections }: InspectionReportFacts): Block[] {
  if (sections.length === 0) return [paragraph(['本次督查没有发现需要整改的问题。'])]
  return sections.flatMap(({ name, findings }): Block[] => [
    heading(2, name),
    ...findings.map(({ villageName, content }, at) =>
      paragraph([`${at + 1}. ${villageName}：${ended(content)}`]),
    ),
  ])
}

function demands({ sections, issuer }: InspectionReportFacts): Block[] {
  const to = issuer ?? '镇留守老人关爱服务中心'
  return [
    ...(sections.length === 0
      ? []
      : [
          paragraph([
            '存在问题的村（社区）要按附件所列的期限逐项整改，明确责任人，整改完成一项报告一项。',
          ]),
          paragraph([`整改情况报${to}，由督查组逐项复查，合格的销号，不合格的重新整改。`]),
        ]),
    paragraph(['其他村（社区）要对照检查，有同样问题的一并改正。']),
  ]
}

function attachment(all: readonly ReportedFinding[], draft: PaperDraft): Attachment {
  return {
    title: '督查问题整改清单',
    landscape: true,
    blocks: [
      {
        kind: 'table',
        compact: true,
        columns: [
          { title: '序号', weight: 1, align: 'center' },
          { title: '村（社区）', weight: 2, align: 'center' },
          { title: '问题', weight: 6 },
          { title: '程度', weight: 1, align: 'center' },
          { title: '整改要求', weight: 4 },
          { title: '责任人', weight: 2, align: 'center' },
          { title: '期限', weight: 4, align: 'center' },
          { title: '整改情况', weight: 2, align: 'center' },
        ],
        rows: all.map((one, at): Inline[][] => [
          [String(at + 1)],
          [one.villageName],
          [one.content],
          [severityLabel[one.severity]],
          [one.measure ?? ''],
          [draft.fact(one.owner, `第 ${at + 1} 个问题的整改责任人`)],
          [draft.fact(one.dueOn && formatPartialDate(one.dueOn), `第 ${at + 1} 个问题的整改期限`)],
          [one.stateWords],
        ]),
      },
    ],
  }
}

/** A sentence with one full stop at its end. */
const ended = (text: string): string => `${text.replace(/[。；\s]+$/u, '')}。`
