import { AlignmentType, LineRuleType, Paragraph, TabStopType } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { run } from './sheet'

/** 照料协议 of three kinds: the parties, seven articles, and room for signatures and the village. */

const widthMm = 160
const pt = 14
const line = { line: 480, lineRule: LineRuleType.EXACT }

const article = (text: string): Paragraph =>
  new Paragraph({
    spacing: line,
    indent: { firstLine: 2 * pt * 20 },
    children: [run(text, { pt })],
  })

const party = (text: string): Paragraph =>
  new Paragraph({ spacing: line, children: [run(text, { pt })] })

const signatures = (left: string, right: string): Paragraph =>
  new Paragraph({
    spacing: { ...line, before: 240 },
    keepNext: true,
    tabStops: [{ type: TabStopType.LEFT, position: twipsOfMm(widthMm / 2) }],
    children: [run(`${left}\t${right}`, { pt })],
  })

interface Wording {
  title: string
  /** Who stands against whom, above the articles. */
  parties: readonly string[]
  why: string
  pay: string
  duty: string
  signers: readonly (readonly [string, string])[]
}

const term = '一、期限：自{协议起始}起至{协议期满}止。期满前一个月内商定续签或者终止。'

function agreement(wording: Wording): Promise<Uint8Array> {
  const { title, parties, why, pay, duty, signers } = wording
  return templateFile(
    title,
    {
      widthMm: 210,
      heightMm: 297,
      marginMm: { top: 22, bottom: 18, left: 25, right: 25 },
      newSheet: true,
    },
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 240 },
        children: [run(title, { face: 'title' })],
      }),
      ...parties.map(party),
      article(why),
      article(term),
      article('二、照料内容：{照料内容}。'),
      article(pay),
      article('四、健康检查：{体检安排}。检查结果由照料人告知委托人，并交村里记入档案。'),
      article('五、紧急就医：被照料人突发疾病或者受伤时，{紧急就医}。'),
      article(duty),
      article('七、补充约定：{补充约定}。'),
      article(
        '八、任何一方要提前终止的，提前十五日告诉其他各方和村（居）委会，照料衔接好以后方可停止。本协议各方和村（居）委会各执一份，自签字或者按指印之日起生效。',
      ),
      ...signers.map(([left, right]) => signatures(left, right)),
      signatures('村（居）委会备案（盖章）：', '备案日期：　　　　年　　月　　日'),
      party('签订日期：{签订日期}'),
    ],
  )
}

const cared = '被照料人：{姓名}　　性别：{性别}　　住址：{村}{组}'
const byCarer = '{协议照料人}　关系：{照料人关系}　电话：{协议照料人电话}'
const carer = `照料人：${byCarer}`
const entrustor = '委托人：{委托人}　　与被照料人关系：{委托人关系}　　电话：{委托人电话}'

export const careAgreement = (): Promise<Uint8Array> =>
  agreement({
    title: '委托照料协议',
    parties: [entrustor, carer, cared],
    why: '委托人外出期间不能亲自照料被照料人，经被照料人本人同意，委托照料人代为照料。委托不免除委托人的赡养义务。各方约定如下：',
    pay: '三、费用：{照料费用}。被照料人的生活费、医药费由委托人承担，不包含在照料费用里。',
    duty: '六、各方责任：委托人按时付费，经常电话问候，电话或住处变动及时告知；照料人尽心照料，不得打骂、冷落，不得动用被照料人的钱物；被照料人有事先说，配合照料。',
    signers: [
      ['委托人（签字、指印）：', '照料人（签字、指印）：'],
      ['被照料人（签字、指印）：', '本人意愿：□同意　□不同意'],
    ],
  })

export const extremePovertyAgreement = (): Promise<Uint8Array> =>
  agreement({
    title: '特困照料服务协议',
    parties: [
      '甲方（委托单位）：{单位名称}',
      '甲方电话：{单位电话}',
      `乙方（照料人）：${byCarer}`,
      cared,
    ],
    why: '被照料人为分散供养的特困人员，甲方委托乙方提供照料服务，经被照料人本人同意，约定如下：',
    pay: '三、服务费用：{照料费用}。甲方按月或者按季考核，考核合格后支付。',
    duty: '六、考核和责任：甲方每月看望，按“按约上门、饮食起居、个人和居室卫生、用药看病、安全情绪”五项考核乙方；考核不合格的限期改进，仍不合格或者有打骂、侵占钱物的，甲方终止协议，另行安排照料人。',
    signers: [
      ['甲方（盖章）：', '乙方（签字、指印）：'],
      ['被照料人（签字、指印）：', '本人意愿：□同意　□不同意'],
    ],
  })

export const familyAgreement = (): Promise<Uint8Array> =>
  agreement({
    title: '家庭照料协议',
    parties: [`家庭代表：{委托人}（{委托人关系}）　　电话：{委托人电话}`, carer, cared],
    why: '为照料好家中老人，全体赡养人商定由照料人承担日常照料，其他赡养人按约定分担，经老人本人同意，约定如下：',
    pay: '三、费用分担：{照料费用}。',
    duty: '六、各方责任：照料人负责老人日常起居和看病；其他赡养人按时出钱出力，节日和老人生病时回家看望；老人的承包地、房屋和积蓄由老人自己作主，任何人不得侵占。',
    signers: [
      ['家庭代表（签字、指印）：', '照料人（签字、指印）：'],
      ['老人（签字、指印）：', '其他赡养人（签字、指印）：'],
    ],
  })
