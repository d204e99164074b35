import type { Field, Subject } from './fields'

/*
 * Headers nobody listed, told by what they speak of. These speak more softly than the listed words,
 * and the values of the column decide whether they are believed.
 */

/** What is asked of somebody who went away: the absent child, whoever the columns beside are about. */
export const absenceHints: readonly (readonly [RegExp, Field])[] = [
  [/(外出|务工|打工|在外|工作).*(时间|日期|年份|年月|何时|哪年)/, 'child.since'],
  [/(外出|务工|打工|在外).*(原因|事由|工种|行业|职业)/, 'child.reason'],
  [/(外出|务工|打工|在外).*(地|去向|城市|省|县|处|哪里|何方)/, 'child.place'],
  [/(多久|几次|频次|频率|次数).*(回|返|看望)|(回|返)(家|乡).*(频|次|情况)/, 'child.visits'],
]

/** What is asked of the person the row is about. */
export const recipientHints: readonly (readonly [RegExp, Field, number])[] = [
  [/残疾证/, 'recipient.disabilityNumber', 0.8],
  [/残疾|残级/, 'recipient.disability', 0.75],
  [/慢性?病|疾病|患病|病史|病种|病情/, 'recipient.chronic', 0.75],
  [/自理/, 'recipient.selfCare', 0.78],
  [/健康|身体(状|情)/, 'recipient.health', 0.75],
  [/(与|和|同).*(住|生活)|居住(情|状|方|类)|同住/, 'recipient.living', 0.75],
  [/(经济|收入|生活)来源/, 'recipient.income', 0.8],
  [/照料|照顾|照护/, 'carer.name', 0.7],
  [/救助|享受.*(政策|待遇|补贴)|政策享受|社会保障/, 'recipient.relief', 0.75],
  [/需求|诉求|愿望|心愿/, 'recipient.needs', 0.7],
  [/医保|医疗保险|参保/, 'recipient.insurance', 0.7],
  [/过敏/, 'recipient.allergies', 0.75],
  [/住房|房屋|危房/, 'recipient.housing', 0.7],
  [/户籍|户口/, 'recipient.registeredAddress', 0.7],
  [/(老人|人员|对象|困难|留守|特殊).*(类别|类型)/, 'recipient.category', 0.75],
  [/出生/, 'recipient.birth', 0.75],
]

/** What is asked of a contact or of a pairing. */
export const recordHints: readonly (readonly [RegExp, Field, number])[] = [
  [/问题|困难|隐患|诉求/, 'contact.problem', 0.75],
  [/措施|处理|处置|解决|结果|落实|整改|办理|反馈/, 'contact.result', 0.72],
  [/(走访|探访|联系|访问|入户|巡访|沟通|关爱).*(方式|形式|途径)/, 'contact.kind', 0.75],
  [/(走访|探访|联系|访问|入户|巡访|探视).*(日|时间|年月)/, 'contact.date', 0.8],
  [/情况|内容|记录|状况|近况|现状/, 'contact.summary', 0.6],
  [/身体|精神|情绪|生活/, 'contact.summary', 0.55],
  [/(结对|帮扶|开始|起始|建立).*(时间|日期|年月)/, 'pairing.since', 0.75],
  [/(终止|结束|截止|解除|到期).*(时间|日期)/, 'pairing.until', 0.8],
  [/措施|承诺|事项|内容/, 'pairing.commitment', 0.65],
]

/** 与老人关系, 与其关系: whose relation it is shows in the columns before it. */
export function relationField(key: string, before: Subject): Field | undefined {
  if (!/^与.*关系$/.test(key) || /户主/.test(key)) return undefined
  if (/开户|户名|持卡|领款|账户/.test(key)) return 'recipient.accountRelation'
  if (before === 'guardian') return 'guardian.relation'
  return before === 'emergency' ? 'emergency.relation' : 'child.relation'
}

/** 服务老人, 走访老人: what is done for the person does not make it another column than 姓名. */
export function isDoingWord(text: string): boolean {
  return /^(服务|关爱|帮扶|结对|走访|探访|慰问|联系|包联|包保|被|所|的)+$/.test(text)
}
