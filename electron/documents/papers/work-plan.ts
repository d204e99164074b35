import { citation } from '@shared/domain/papers/composed'
import { blankMark, type Block, type Inline, type Paper } from '@shared/domain/papers/model'
import { heading, joined, paragraph, PaperDraft, words } from './draft'
import { workPlanAttachments } from './work-plan-attachments'
import type { Frequency, WorkPlanFacts } from './work-plan-facts'
import {
  categoryPhrases,
  frequencyPhrase,
  onFile,
  phaseSpan,
  villageTable,
} from './work-plan-figures'

/** A plan longer than this is more than a township paper may be. */
export const workPlanLimit = 4_000

/**
 * Words the township's 关爱服务工作方案 from its facts. Every number comes from the facts; what nobody
 * has entered becomes a blank and an entry in `missing`.
 */
export function composeWorkPlan(facts: WorkPlanFacts): Paper {
  const draft = new PaperDraft()
  const place = draft.fact(facts.township, '乡镇名称（设置 → 单位信息）')
  const title = `${facts.township ?? blankMark}${facts.year}年留守老人关爱服务工作方案`
  const body = [
    opening(facts, draft),
    ...requirements(facts),
    ...people(facts, place, draft),
    ...mainWork(facts),
    ...measures(facts, draft),
    ...steps(facts, draft),
    ...guarantees(facts, draft),
  ]
  const attachments = workPlanAttachments(facts, draft)
  return {
    title,
    redHead: facts.redHead,
    documentNumber: facts.documentNumber,
    signer: null,
    addressee: facts.addressee ? [facts.addressee] : null,
    body,
    attachments,
    signature: {
      issuer: [draft.fact(facts.issuer, '发文机关名称')],
      date: facts.date ?? dateMissing(draft),
      sealed: facts.sealed,
    },
    colophon: facts.colophon,
    figures: draft.figures,
    missing: draft.missing,
  }
}

function dateMissing(draft: PaperDraft): null {
  draft.fact(null, '成文日期')
  return null
}

function opening(facts: WorkPlanFacts, draft: PaperDraft): Block {
  const cited = draft.fact(citation(facts.basis) || null, '依据的上级文件名称和文号')
  return paragraph(
    words`为掌握全镇留守老人的实际情况，帮助他们解决生活、安全和情感上的困难，根据${cited}要求，结合本镇实际，制定本方案。`,
  )
}

function requirements(facts: WorkPlanFacts): Block[] {
  return [
    heading(1, '总体要求'),
    paragraph(
      words`坚持家庭为主、党政统筹、部门配合、村（社区）落实、社会帮扶，把摸清底数作为起点，把按时探访作为日常，把解决困难作为结果，不增加基层不必要的填报。${facts.year}年内，实现以下目标：生活有人照应，安全有人排查，困难有人帮扶，精神有人陪伴，权益有人维护。每名在册老人建有一份档案，有一名固定帮扶人，规定的探访一次不落，发现的问题件件有着落。`,
    ),
  ]
}

function people(facts: WorkPlanFacts, place: Inline, draft: PaperDraft): Block[] {
  const total = draft.figure(
    'recipients.total',
    facts.total,
    '统计日在册的老人，一人计一次',
    onFile(),
  )
  const villages = draft.figure('villages.total', facts.villages.length, '统计日有效的村和社区', {
    list: 'villages',
  })
  const bands = facts.ageBands
    .filter((band) => band.count > 0)
    .map((band) => [
      `${band.label}`,
      draft.figure(
        `recipients.age.${band.label}`,
        band.count,
        `统计日在册、周岁${band.label}的老人，出生年份不详的不计`,
        onFile(),
      ),
      '人',
    ])
  const categories = categoryPhrases(facts, draft)
  return [
    heading(1, '关爱对象'),
    heading(
      2,
      '对象范围。',
      words`${draft.fact(facts.definition, '留守老人的认定标准（设置 → 规则）')}是否属于关爱对象，由村（社区）核实、镇关爱服务中心审定，情况变化的随时调整。`,
    ),
    heading(
      2,
      '底数情况。',
      words`截至${dayWords(facts.asOf)}，${place}${villages}个村（社区）共有在册关爱对象${total}人。${
        categories.length
          ? words`其中，${joined(categories, '、')}。同一人可同时属于几个类别，各类人数不相加。`
          : ''
      }${bands.length ? words`按年龄分，${joined(bands, '、')}。` : ''}${
        facts.villages.length ? '各村（社区）人数如下：' : ''
      }`,
    ),
    ...(facts.villages.length ? [villageTable(facts, draft)] : []),
    ...(facts.total > 0 ? [heading(2, '结对情况。', pairingWords(facts, draft))] : []),
  ]
}

function pairingWords(facts: WorkPlanFacts, draft: PaperDraft): Inline[] {
  const { helpers, paired, unpaired } = facts.pairing
  const helping = draft.figure('helpers.total', helpers, '统计日正在结对的帮扶人，一人计一次', {
    list: 'helpers',
  })
  const helped = draft.figure('recipients.paired', paired, '统计日有帮扶人的在册老人', onFile())
  const known = words`现有帮扶人${helping}名，已结对${helped}人`
  return unpaired > 0
    ? words`${known}，尚有${draft.figure('recipients.unpaired', unpaired, '统计日没有帮扶人的在册老人', onFile({ withoutHelper: true }))}人未落实帮扶人，须在动员结对阶段全部落实。`
    : words`${known}，在册关爱对象全部有帮扶人。人员变动时，应当在一周内接续。`
}

function mainWork(facts: WorkPlanFacts): Block[] {
  return [
    heading(1, '重点工作'),
    heading(2, '落实五方责任'),
    heading(3, '党政统筹。', [
      '镇党委、政府把关爱服务列入年度工作安排，领导小组每半年至少专题研究一次，协调解决人员、场所和经费问题。',
    ]),
    heading(3, '部门联动。', [
      '民政、卫生健康、公安、司法、残联、妇联等单位按照责任清单各负其责，涉及一名老人的多件事项，由牵头单位一次协调办理。',
    ]),
    heading(3, '镇村同抓。', [
      `${facts.centre}负责建档、派单、汇总和回访，村（社区）管护站负责走访、发现和上报，一名老人由一名村干部包联。`,
    ]),
    heading(3, '家庭尽责。', [
      '赡养人是第一责任人。外出子女应当经常联系和看望老人，把去向和电话告知村（社区）；确需委托他人照料的，签订委托照料协议并报村（社区）备案。',
    ]),
    heading(3, '社会参与。', [
      '组织党员、邻里、志愿者、社会组织和爱心企业就近结对，提供力所能及的帮助，帮扶内容以老人真正需要为准。',
    ]),
    heading(2, '健全五项机制'),
    heading(3, '动态监测。', [
      '一人一档，走访后及时更新；新增、迁出、返乡、去世等变动当月登记，底数不清的村（社区）限期补查。',
    ]),
    heading(3, '关爱服务。', [
      '按照需要提供助餐、助洁、助浴、助医、助行、助急等服务，符合条件的给予无偿或者低偿服务，需求登记后办理情况要有回音。',
    ]),
    heading(3, '政策保障。', [
      '对照低保、特困人员供养、高龄津贴、残疾人补贴、医疗救助和临时救助等政策逐人核对，应享未享的协助申请，不符合的讲清原因。',
    ]),
    heading(3, '权益维护。', [
      '对不履行赡养义务、侵占老人财物、虐待遗弃等情形，先行劝导调解，调解不成的协助老人申请法律援助；发现老人流浪、受到侵害、病情危重、患有严重精神疾病或者陷入重大困境的，立即报告并同步通知家属。',
    ]),
    heading(3, '督查考核。', [
      '以档案是否真实、探访是否按时、问题是否解决为主要内容开展督查，不以牌子、照片和材料多少论成绩；对做得好的以通报表扬为主。',
    ]),
  ]
}

function measures(facts: WorkPlanFacts, draft: PaperDraft): Block[] {
  const visits = facts.frequencies.filter((rule) => !isOnly(rule, 'child', 'checkup'))
  const children = facts.frequencies.filter((rule) => isOnly(rule, 'child'))
  const checkups = facts.frequencies.filter((rule) => isOnly(rule, 'checkup'))
  const visiting = visits.length
    ? words`帮扶人按照下列频次联系老人：${joined(
        visits.map((rule) => [frequencyPhrase(rule)]),
        '；',
      )}。`
    : words`帮扶人联系老人的频次为${draft.fact(null, '走访联系的频次（设置 → 频次规则）')}。`
  const calling = children.length
    ? words`${joined(
        children.map((rule) => [frequencyPhrase(rule)]),
        '；',
      )}，把老人的近况告诉子女，提醒子女问候和看望。`
    : ''
  const checking = checkups.length
    ? words`${joined(
        checkups.map((rule) => [frequencyPhrase(rule)]),
        '；',
      )}，结果记入档案。`
    : ''
  return [
    heading(1, '工作措施'),
    heading(
      2,
      '安全关怀。',
      words`${visiting}走访时查看健康、经济、赡养、安全和需求五个方面，做到情况当面问、隐患当场记。住院、外出或者随子女居住的，登记起止时间，期满恢复。汛期、冰雪和高温天气前，对独居、高龄、失能老人和处在地质灾害点的住户逐户排查，用火用电、房屋和取暖方面的隐患列单整改。`,
    ),
    heading(
      2,
      '困难帮助。',
      words`村（社区）收集老人的困难，能办的当场办，需要镇里办的当天上报。农忙时组织生产互助，患病时陪同就医取药，行动不便的上门代办代购。${checking}家庭医生签约优先覆盖失能、高龄和患慢性病的老人。`,
    ),
    heading(
      2,
      '精神关怀。',
      words`${calling}春节、端午、中秋、重阳等节日开展看望慰问，以陪老人说话、包一顿饭、办一场活动等实在方式为主。对丧偶不久、情绪低落和很少与人来往的老人，增加走访次数，请邻里和老年朋友多陪伴。`,
    ),
  ]
}

function isOnly(rule: Frequency, ...kinds: Frequency['kinds']): boolean {
  return rule.kinds.length > 0 && rule.kinds.every((kind) => kinds.includes(kind))
}

function steps(facts: WorkPlanFacts, draft: PaperDraft): Block[] {
  const phases = facts.phases.length
    ? facts.phases.map((phase) =>
        heading(
          2,
          [`${phase.name}（`, ...phaseSpan(phase, facts.year, draft), '）。'],
          words`${draft.fact(phase.tasks, `“${phase.name}”阶段的工作内容`)}`,
        ),
      )
    : [paragraph(words`${draft.fact(null, '工作阶段及起止时间（设置 → 组织与计划 → 阶段安排）')}`)]
  return [heading(1, '工作步骤'), ...phases]
}

function guarantees(facts: WorkPlanFacts, draft: PaperDraft): Block[] {
  const { department, director } = facts.office
  return [
    heading(1, '保障措施'),
    heading(
      2,
      '加强组织领导。',
      words`成立留守老人关爱服务工作领导小组（名单见附件1），办公室设在${draft.fact(department, '领导小组办公室所在单位')}，${draft.fact(director, '领导小组办公室主任姓名')}任办公室主任，负责日常工作。成员单位的具体责任见附件3，人员变动由接任者自然递补。`,
    ),
    heading(2, '保障工作力量。', [
      '关爱服务所需经费按规定列支、专账管理、定期公开。管护站有固定的人员和场所，新接手的同志由前任当面交接档案和未办事项。每年对帮扶人至少培训一次。',
    ]),
    heading(2, '保护个人信息。', [
      '老人及其家属的身份证号、电话和健康情况只用于关爱服务，名册专人保管，报送和公开前按规定遮盖；任何人不得拍照外传。',
    ]),
    heading(2, '减轻基层负担。', [
      '村（社区）已经填报的信息不重复收集，走访以纸质任务单为准、由中心统一录入，不要求定位打卡和每次拍照。',
    ]),
    heading(2, '做好督导总结。', [
      `领导小组办公室每月汇总一次进度，年中和年底各督导一次，问题反馈到村（社区）并跟踪整改，${facts.year}年底形成工作总结。`,
    ]),
  ]
}

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
