import { AlignmentType, LineRuleType, Paragraph, TabStopType, type FileChild } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value, type Cell, type SheetRow } from './sheet'

/** Papers about one person whose facts are printed and whose decisions are written in by hand. */

const widthMm = 170
const row = (heightMm: number, ...cells: Cell[]): SheetRow => ({ heightMm, cells })
const wide = (heightMm: number, name: string, text: string, more: Partial<Cell> = {}): SheetRow =>
  row(heightMm, label(26, name), value(widthMm - 26, text, { align: 'left', ...more }))

const marginMm = { top: 18, bottom: 15, left: 20, right: 20 }
const page = { widthMm: 210, heightMm: 297, marginMm, newSheet: true }

const title = (words: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [run(words, { face: 'title' })],
  })

const heading = (words: string): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }],
    spacing: { before: 60, after: 60 },
    children: [run(words, { face: 'note', pt: 11 })],
  })

const who: SheetRow[] = [
  row(
    10,
    label(26, '姓名'),
    value(36, '{姓名}'),
    label(18, '性别'),
    value(24, '{性别}'),
    label(24, '出生日期'),
    value(42, '{出生日期}', { pt: 11 }),
  ),
  row(
    10,
    label(26, '身份证号'),
    value(78, '{身份证号}'),
    label(24, '电话'),
    value(42, '{联系电话}'),
  ),
  row(
    10,
    label(26, '村（组）'),
    value(78, '{村}{组}', { align: 'left' }),
    label(24, '群体'),
    value(42, '{所属群体}', { pt: 11 }),
  ),
  wide(10, '现住址', '{现住址}'),
]

/** An opinion with the place for signature, seal and date under it. */
const opinion = (heightMm: number, by: string, hint = ''): SheetRow =>
  row(
    heightMm,
    label(26, by),
    value(widthMm - 26, `${hint}\n\n签字（盖章）：　　　　　　　　年　　月　　日`, {
      align: 'left',
      pt: 11,
    }),
  )

export const applicationForm = (): Promise<Uint8Array> =>
  templateFile('申请审批表', page, [
    title('关爱服务申请审批表'),
    heading('受理单位：{单位名称}\t申请日期：　　　　年　　月　　日'),
    sheet([
      ...who,
      wide(14, '对象类别', '{对象类别}'),
      wide(12, '家庭情况', '赡养人：{赡养人}'),
      wide(12, '经济来源', '{经济来源}'),
      wide(12, '已有待遇', '{享受待遇}'),
      wide(10, '申请事项', ''),
      wide(30, '申请理由', '\n\n申请人签字（手印）：　　　　　　代办人：　　　　关系：', {
        pt: 11,
      }),
      opinion(
        30,
        '村（社区）\n核实意见',
        '入户核实人：　　　　　　公示起止：　　月　　日至　　月　　日',
      ),
      opinion(28, '乡镇\n审核意见'),
      opinion(28, '县级部门\n审批意见'),
      wide(10, '办理结果', '执行日期：　　　　　　标准：　　　　　　通知本人日期：', { pt: 11 }),
    ]),
  ])

const marks = ['好', '较好', '一般', '差'] as const
const markMm = 16
const itemMm = widthMm - 26 - marks.length * markMm

/** What the year's review looks at; nothing is filled in, for it is judged at the home. */
const reviewed = [
  ['生活', '吃穿住和水电气暖有保障'],
  ['生活', '屋内外整洁，用火用电没有隐患'],
  ['健康', '今年做过体检，慢性病按时用药'],
  ['健康', '行动、神志、情绪比去年'],
  ['赡养', '子女按时给钱给物，常来电话'],
  ['赡养', '生病和节日有人回来看望'],
  ['关爱', '帮扶人按约定上门、打电话'],
  ['关爱', '反映的困难有人办、有回音'],
  ['待遇', '该享受的待遇已经享受'],
] as const

export const annualReview = (): Promise<Uint8Array> =>
  templateFile('年度评估表', page, [
    title('关爱对象年度评估表'),
    heading('填表单位：{单位名称}\t评估年度：　　　　　年'),
    sheet([
      ...who,
      wide(11, '对象类别', '{对象类别}'),
      row(
        10,
        label(26, '服务类别'),
        value(60, '{服务类别}'),
        label(26, '风险等级'),
        value(58, '{风险等级}'),
      ),
      row(
        10,
        label(26, '帮扶人'),
        value(60, '{帮扶人}', { pt: 11 }),
        label(26, '上次体检'),
        value(58, '{上次体检}'),
      ),
      row(
        8,
        label(26, '评估内容'),
        label(itemMm, '查看什么'),
        ...marks.map((mark) => label(markMm, mark)),
      ),
      ...reviewed.map(([area, words], at) =>
        row(
          8,
          label(26, area, { merge: reviewed[at - 1]?.[0] === area ? 'continue' : 'start' }),
          value(itemMm, words, { align: 'left', pt: 11 }),
          ...marks.map(() => value(markMm, '□')),
        ),
      ),
      wide(22, '今年变化', ''),
      wide(22, '还有困难', ''),
      wide(18, '明年打算', '服务类别：□不变 □调整为　　　　　风险等级：□不变 □调整为', { pt: 11 }),
      row(
        16,
        label(26, '本人或家属\n签字、手印'),
        value(59, ''),
        label(26, '评估人签字\n和日期'),
        value(59, ''),
      ),
    ]),
  ])

const pt = 14
const line = { line: 500, lineRule: LineRuleType.EXACT }
const article = (text: string): Paragraph =>
  new Paragraph({
    spacing: line,
    indent: { firstLine: 2 * pt * 20 },
    children: [run(text, { pt })],
  })
const plain = (text: string, before = 0): Paragraph =>
  new Paragraph({ spacing: { ...line, before }, children: [run(text, { pt })] })

const consent: FileChild[] = [
  title('个人信息使用告知同意书'),
  plain('{姓名}（{村}{组}）及家属：'),
  article(
    '为了做好关爱服务，{单位名称}需要登记和使用您的个人信息。请您先看清、听清下面几条，再决定是否同意。',
  ),
  article(
    '一、登记什么：姓名、身份证号、住址、电话、照片；家庭成员和外出情况；身体状况、用药、能力评估；收入、救助和待遇；走访、服务的记录。其中身份证件照片、健康情况、银行账户属于敏感个人信息。',
  ),
  article(
    '二、作什么用：判断您能享受哪些服务和待遇，安排走访、体检和帮扶，遇到急事、灾害时联系家人和施救，向上级民政部门报送。不作别的用途，不出售，不放到网上。',
  ),
  article(
    '三、怎样保管：只存在{单位名称}加密的电脑里，由指定的人员经办；公示只写姓名、村、事项和金额；离开工作岗位的人不得带走。服务结束后按档案规定保存，到期销毁。',
  ),
  article(
    '四、您的权利：可以随时查看、要求更正，也可以收回同意，不影响以前已经办的事；法律规定必须办理的事项除外。不同意登记敏感信息的，基本的走访看望照常，但是有些服务可能因此不能办理。',
  ),
  article('五、有疑问或者要更正，请打电话：{单位电话}。'),
  plain('以上内容我已看过（由他人读给我听过），我的意见是：', 160),
  plain('　　登记和使用个人信息　　　　　　　□同意　　□不同意'),
  plain('　　登记和使用健康等敏感个人信息　　□同意　　□不同意'),
  plain('　　拍照片，只用于个人档案和走访记录　□同意　　□不同意'),
  plain('本人签字（手印）：　　　　　　　　　　年　　月　　日', 240),
  plain('代签人：　　　　　　　与本人关系：　　　　　　　电话：', 160),
  plain('告知人（工作人员）：　　　　　　　　　年　　月　　日', 160),
]

export const consentNotice = (): Promise<Uint8Array> =>
  templateFile(
    '告知同意书',
    { ...page, marginMm: { top: 20, bottom: 15, left: 25, right: 25 } },
    consent,
  )
