import type { Attachment, Inline } from '@shared/domain/papers/model'
import { paragraph, words, type PaperDraft } from './draft'
import type { WorkPlanFacts } from './work-plan-facts'

/** 附件1 领导小组名单, 附件2 关爱对象花名册, 附件3 责任清单. */
export function workPlanAttachments(facts: WorkPlanFacts, draft: PaperDraft): Attachment[] {
  return [leadingGroup(facts, draft), roster(facts), dutyList(facts, draft)]
}

function leadingGroup(facts: WorkPlanFacts, draft: PaperDraft): Attachment {
  const rows = facts.leadingGroup.length
    ? facts.leadingGroup.map(({ role, name, post }): Inline[][] => [
        [role],
        [draft.fact(name, `领导小组${role}姓名`)],
        [draft.fact(post, `领导小组${role}${name}的单位及职务`)],
      ])
    : [
        [
          ['组长'],
          [draft.fact(null, '领导小组名单（设置 → 组织与计划 → 领导小组）')],
          [draft.fact(null, '领导小组名单（设置 → 组织与计划 → 领导小组）')],
        ],
      ]
  return {
    title: '留守老人关爱服务工作领导小组名单',
    landscape: false,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: '组内职务', weight: 2, align: 'center' },
          { title: '姓名', weight: 2, align: 'center' },
          { title: '单位及职务', weight: 5 },
        ],
        rows,
      },
    ],
  }
}

function roster(facts: WorkPlanFacts): Attachment {
  return {
    title: '关爱对象花名册',
    landscape: true,
    blocks: facts.roster.length
      ? [
          {
            kind: 'table',
            compact: true,
            columns: [
              { title: '序号', weight: 12, align: 'center' },
              { title: '姓名', weight: 22, align: 'center' },
              { title: '性别', weight: 12, align: 'center' },
              { title: '年龄', weight: 12, align: 'center' },
              { title: '村（社区）', weight: 22, align: 'center' },
              { title: '现住址', weight: 36 },
              { title: '联系电话', weight: 26, align: 'center' },
              { title: '类别', weight: 32 },
              { title: '赡养人', weight: 40 },
              { title: '帮扶人', weight: 20, align: 'center' },
            ],
            rows: facts.roster.map((row, position) =>
              [
                String(position + 1),
                row.name,
                row.gender,
                row.age,
                row.village,
                row.address,
                row.phone,
                row.categories,
                row.supporter,
                row.helper,
              ].map((text): Inline[] => [text]),
            ),
          },
        ]
      : [paragraph(['统计日没有在册的关爱对象。'])],
  }
}

function dutyList(facts: WorkPlanFacts, draft: PaperDraft): Attachment {
  return {
    title: '留守老人关爱服务工作责任清单',
    landscape: false,
    blocks: facts.duties.length
      ? [
          {
            kind: 'table',
            columns: [
              { title: '序号', weight: 15, align: 'center' },
              { title: '工作任务', weight: 60 },
              { title: '牵头单位', weight: 30, align: 'center' },
              { title: '配合单位', weight: 30, align: 'center' },
              { title: '实施单位', weight: 30, align: 'center' },
            ],
            rows: facts.duties.map((duty, position): Inline[][] => [
              [String(position + 1)],
              [duty.task],
              [draft.fact(duty.lead, `责任清单“${duty.task}”的牵头单位`)],
              [duty.assisting ?? '—'],
              [duty.implementing ?? '—'],
            ]),
          },
        ]
      : [paragraph(words`${draft.fact(null, '责任清单（设置 → 组织与计划 → 责任清单）')}`)],
  }
}
