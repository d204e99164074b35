import { benefitAttributes } from './benefit-columns'
import type { Field, LedgerKind, Subject } from './fields'

/*
 * The words by which offices name their columns. A header is taken apart into whose fact it is
 * (the subject) and which (the attribute), so that 子女电话, 电话 under 子女情况, and 电话 right
 * after 子女姓名 all come out as the child's telephone. Keys are as `headerKey` leaves them.
 */

/** Longest match wins, so 被帮扶人 is not 帮扶人. `ordinal` words speak of one child each. */
export const subjectWords: readonly (readonly [Subject, string])[] = (
  [
    [
      'recipient',
      '享受人员 享受对象 享受人 发放对象 领取对象 补贴对象 补助对象 救助对象 受益人 被帮扶对象 被帮扶老人 被帮扶人员 被帮扶人 帮扶对象 结对对象 结对老人 帮扶老人 受助对象 受助老人 受助人 被走访人员 被走访人 被走访对象 被走访老人 走访对象 走访老人 被探访人 被探访老人 探访对象 探访老人 被访老人 被访对象 被访人 受访老人 受访人 服务对象 关爱对象 联系对象 联系老人 慰问对象 留守老年人 留守老人 空巢老人 独居老人 老年人 老人 本人 对象 留守儿童 留守妇女 儿童 妇女 特困人员',
    ],
    [
      'child',
      '子女及赡养人 子女或赡养人 赡养人及子女 赡养义务人 法定赡养人 赡养人 娃儿 娃娃 娃 孩子 外出务工子女 外出子女 务工子女 外出务工人员 外出务工者 外出人员 务工人员 在外人员 家庭成员 直系亲属 子女 儿女 家属 亲属',
    ],
    [
      'guardian',
      '委托照料监护人 受委托监护人 委托监护人 实际监护人 法定监护人 监护人 受托人 代养人',
    ],
    ['spouse', '配偶 老伴 丈夫 妻子 爱人'],
    ['father', '父亲 爸爸'],
    ['mother', '母亲 妈妈'],
    ['emergency', '紧急情况联系人 紧急联系人 紧急联络人 应急联系人 紧急联系 第一联系人 首要联系人'],
    [
      'carer',
      '日常照料人 日常照护人 日常照顾人 主要照料人 主要照料者 照料护理人 照料人 照护人 照顾人 照料者 护理人员 护理人',
    ],
    ['doctor', '家庭签约医生 签约家庭医生 家庭医生 签约医生 责任医生 村医 医生'],
    [
      'helper',
      '帮扶责任人 帮扶联系人 帮扶干部 帮扶人员 帮扶党员 帮扶志愿者 结对帮扶人 结对帮扶干部 结对责任人 结对干部 结对党员 结对志愿者 结对人员 结对人 帮扶人 帮扶者 包联干部 包联责任人 包联人 包保干部 包保责任人 包保人 包户干部 包户人 联户干部 联户人 联系干部 责任干部 爱心人士 关爱人员 关爱员 网格员 志愿者 党员干部 党员 村干部 镇干部 责任人 联系人',
    ],
    ['supervisor', '包村督导员 镇督导员 镇级督导员 乡镇督导员 督导责任人 督导干部 督导人员 督导员'],
    ['firstResponsible', '村级第一责任人 村第一责任人 第一责任人'],
    [
      'visitor',
      '走访人员 走访干部 走访责任人 走访者 走访人 探访人员 探访员 探访人 探视人 访问人员 访问人 巡访人员 巡访员 巡访人 入户人员 入户人 家访人 联系人员 上门人员 来访人 记录人',
    ],
  ] as const
)
  .flatMap(([subject, words]) => words.split(' ').map((word) => [subject, word] as const))
  .sort((a, b) => b[1].length - a[1].length)

/** Offices and kin by which a header names somebody who is none of the above: 包抓镇领导, 祖父. */
export const strangerWords =
  /(领导|书记|主任|大夫|医师|护士|老师|教师|校长|[站所组镇乡村局县市]长|干部|户主|法人|委员|专干|[祖外]父|[祖外]母|爷爷|奶奶|姥姥|姥爷|外公|外婆|人|员|者)$/

/** Words that mean somebody else in another kind of ledger. */
export function subjectInKind(subject: Subject, word: string, kind: LedgerKind): Subject {
  if (kind === 'contacts' && subject === 'helper') return 'visitor'
  if (kind === 'people' && word === '联系人') return 'emergency'
  if (kind === 'pairings' && subject === 'visitor') return 'helper'
  return subject
}

/** Where somebody who went away is. */
const away =
  '外出地点 外出务工地点 外出务工地 务工地点 务工地 打工地点 打工地 外出地 外出地址 务工地址 工作地点 工作地 工作地址 去向 外出去向 外出务工去向 流向 外出流向 务工去向 现居地 现居住地 所在地 所在城市 工作所在地 现住地 地点 地址 外出省市 住址 现住址 居住地 务工城市 去处 外出何处 在何处务工 何地务工 现在何处 现住何处 住在何处 在哪 在哪里 在何处'

/** What a header says of its subject once the subject itself is taken off. */
const attributes = {
  'recipient.name': '姓名 名字 名称 姓 人员姓名 姓名曾用名',
  'recipient.gender': '性别 男女 性',
  'recipient.age': '年龄 周岁 岁数 实足年龄 实际年龄 现年龄 年纪',
  'recipient.birth': '出生日期 出生年月 出生年月日 出生时间 出生 生日 生年月日 出生日',
  'recipient.idNumber':
    '身份证号码 身份证号 身份证 居民身份证号码 居民身份证号 居民身份证 公民身份号码 公民身份证号码 公民身份证号 公民身份证 身份号码 证件号码 证件号 身份证件号码 身份证件号 有效证件号码 身份编码 id idcard',
  'recipient.phone':
    '电话 联系电话 电话号码 手机 手机号 手机号码 联系方式 联系手机 联系号码 固定电话 移动电话 座机 家庭电话 通讯方式 通讯电话 联系电话号码 号码 tel phone',
  'recipient.village':
    '村 村社区 社区村 行政村 村名 村别 村居 所属村 所在村 所属村居 所属村社区 所在村社区 所属村居社区 村委会 村居委会 村民委员会 社区 所属社区 所在社区 村屯 村庄 户籍村 哪个村 住哪个村 所属行政村 所在行政村 管护站 所属管护站 村级单位',
  'recipient.group':
    '组 组别 村民小组 小组 村小组 村民组 居民小组 所属组 所在组 所属小组 社 社别 自然村 自然屯 屯 队 几组 哪个组 组名 自然村组 所在小组 所在村民小组',
  'recipient.place':
    '村组 所在村组 所属村组 村组别 村及组 村社区组 村社组 所在村社 家庭所在村组 村组名称 村居组 住址村组 村社',
  'recipient.address':
    '住址 现住址 家庭住址 家庭地址 家庭详细住址 家庭详细地址 居住地址 居住地 现居住地址 现居住地 现居地址 现居地 常住地址 常住地 经常居住地 实际居住地 实际居住地址 详细地址 详细住址 地址 住所 通讯地址 联系地址 现住地址 门牌号 居住住址',
  'recipient.registeredAddress':
    '户籍地址 户籍地 户籍住址 户籍所在地 户口所在地 户口地址 户籍 户口地 户口 身份证地址 户籍详细地址',
  'recipient.category':
    '类别 类型 人员类别 人员类型 人员身份 身份类别 身份类型 老人类型 人群类别 人群类型 所属类别 所属类型 特殊类别 特殊类型 留守类型 留守类别 困难类型 困难类别 人员性质 人员属性 属性 身份 特殊困难类型 特殊困难类别 老人分类 人员分类 家庭类型',
  'recipient.ethnicity': '民族 族别',
  'recipient.education': '文化程度 学历 受教育程度 教育程度 文化',
  'recipient.formerName': '曾用名 别名 小名',
  'recipient.occupation': '原职业 从事职业 原工作单位 原从事职业',
  'recipient.insurance': '医保类别 医保 医疗保险 医保情况 参保情况 参保类型 医疗保障',
  'recipient.allergies': '过敏史 过敏 药物过敏 药物过敏史 过敏情况',
  'recipient.political': '政治面貌 是否党员 政治身份',
  'recipient.marital': '婚姻状况 婚姻 婚姻情况 婚否 婚姻状态',
  'recipient.health':
    '健康状况 身体状况 健康情况 身体健康状况 身体情况 健康 身体健康情况 健康程度 健康状态 身体 身心状况 身体健康',
  'recipient.chronic':
    '慢性病 慢病 患病情况 疾病 疾病情况 主要疾病 所患疾病 慢性疾病 患何种疾病 有啥病 有什么病 得了什么病 患何疾病 既往病史 病史 病种 慢病情况 慢性病情况 慢性病种类 患病种类 何种疾病 患病',
  'recipient.selfCare':
    '自理能力 生活自理能力 自理情况 生活自理情况 能否自理 是否自理 是否能自理 生活能否自理 自理程度 失能情况 失能程度 失能等级 能力等级 自理状况 生活能力 能力状况 自理 失能状况',
  'recipient.living':
    '居住情况 居住方式 居住状况 居住状态 居住类型 与谁同住 同住人 同住人员 同住情况 共同居住人 共同生活人 与谁居住 居住形式 现与谁居住 目前居住 和谁住 跟谁住 跟谁一起住 和谁一起住 现与谁共同生活 与谁共同生活',
  'recipient.income':
    '经济来源 收入来源 生活来源 主要经济来源 主要生活来源 主要收入来源 经济收入来源 经济收入 收入 生活经济来源',
  'recipient.relief':
    '救助类别 救助类型 救助情况 救助 享受救助 享受政策 享受政策情况 政策享受情况 享受救助情况 享受待遇 社会救助 社会救助情况 民政救助 享受社会救助情况 救助帮扶 救助政策 低保特困 享受补贴 补贴情况 保障情况 社会保障 保障类别 保障类型 惠民政策 享受惠民政策 困难救助',
  'recipient.disability':
    '残疾情况 残疾类别 残疾等级 残疾级别 残疾类型 残疾类别及等级 残疾类别等级 残疾状况 残疾程度',
  'recipient.disabilityNumber': '残疾证号 残疾证号码 残疾人证号 残疾证 残疾证件号',
  'recipient.housing':
    '住房情况 住房状况 房屋情况 住房安全 住房安全等级 房屋等级 危房等级 房屋安全等级 住房 房屋状况 住房条件',
  'recipient.needs':
    '服务需求 主要需求 需求 关爱需求 帮扶需求 需求情况 困难需求 困难诉求 诉求 存在困难 主要困难 存在困难问题 需求及困难 生活困难 困难及需求 帮扶诉求 存在的困难 主要诉求',
  'recipient.registeredOn':
    '登记日期 登记时间 采集日期 采集时间 纳入时间 纳入日期 入册时间 建档时间 建档日期 录入时间 填报时间 填报日期 调查时间 调查日期 摸底时间 填表日期 填表时间',
  'recipient.religion': '宗教信仰 宗教 信仰',
  'recipient.registered': '户口是否登记 是否登记户口 户口登记 户口登记情况',
  'recipient.residenceState': '人户状态 人户情况 人户一致情况 人户分离情况 户在人在',
  'recipient.tenure': '住房性质 房屋性质 住房产权 房屋产权',
  'recipient.structure': '住房结构 房屋结构 房屋类型',
  'recipient.utilities': '水电气暖 水电气 水电情况 用水用电',
  'recipient.hazard':
    '隐患区域 地质灾害隐患 是否处于隐患区 隐患点 灾害隐患 是否在滑坡区 是否处于滑坡洪水区 地灾隐患',
  'recipient.mental': '精神状况 精神状态 心理状况 心理状态',
  'recipient.history': '既往史 既往疾病史 手术史',
  'recipient.medication': '长期用药 用药情况 服药情况 服用药物 日常用药',
  'recipient.devices': '辅具 辅助器具 辅具情况 辅具使用 使用辅具',
  'recipient.checkup': '上次体检 最近体检 体检时间 体检日期 上次体检时间 最近一次体检 上次体检日期',
  'recipient.annualIncome': '年收入 年收入元 年人均收入 家庭年收入',
  'recipient.standard':
    '经济状况 经济情况 家庭经济状况 家庭经济情况 家庭经济条件 生活状况 生活水平 家庭生活状况',
  'recipient.reliefNumber': '救助证号 低保证号 特困证号 救助证编号 低保证编号 救助证件号',
  'recipient.reliefFrom':
    '享受起始时间 享受时间 享受救助时间 救助开始 救助开始时间 救助起始 低保开始时间 享受低保时间 救助起始时间',
  'recipient.reliefTo': '救助到期 救助截止 救助截止时间 低保到期时间 救助到期时间',
  'recipient.land': '承包地 承包地亩 承包地面积 耕地面积 土地面积 承包地亩数',
  'recipient.grandchildren': '抚育孙辈 抚育孙辈人 抚养孙辈 照看孙辈 带孙辈人数',
  'recipient.skills': '特长爱好 特长 爱好 兴趣爱好 爱好特长 特长及爱好',
  'recipient.wish': '微心愿 心愿 老人心愿',
  'recipient.collectedBy': '采集人 调查人 填表人 信息采集人 调查员',
  'recipient.reviewedBy': '复核人 审核人 复核',
  'recipient.consentOn': '同意书日期 签同意书日期 告知同意日期 知情同意日期',
  'recipient.entrustedTo': '委托照护人 委托照护人姓名 替代监护人 受委托照护人 受委托人',
  'recipient.entrustedPhone': '委托照护人电话 委托照护人联系电话 替代监护人电话 受委托照护人电话',
  'recipient.entrustedOn': '委托照护起始 委托照护日期 委托照护协议日期 委托照护时间',
  'recipient.school': '就读学校 学校 所在学校 学校名称 就读学校名称 所读学校',
  'recipient.grade': '年级班级 年级 班级 就读年级 所在年级 学段年级',
  'recipient.boarding': '住宿情况 是否寄宿 寄宿情况 走读或寄宿 走读寄宿',
  'recipient.schooling': '就学状态 就学情况 入学情况 是否在校 在校情况 就读情况 控辍保学情况',
  'recipient.schoolingNote': '控辍保学措施 控辍措施 劝返措施',
  'recipient.childrenInCare': '照护子女 照护子女人 照护子女数 抚养子女数 抚养未成年子女 照顾子女数',
  'recipient.employmentWish': '就业意愿 就业意向 就业需求 是否愿意就业',
  'recipient.trainingWish': '培训需求 培训意愿 技能培训需求 培训意向',
  'recipient.screenedOn': '两癌检查日期 两癌检查时间 两癌筛查日期 两癌筛查时间',
  'recipient.screenResult': '两癌检查结果 两癌筛查结果 两癌检查情况 两癌筛查情况 两癌检查 两癌筛查',
  'recipient.supportMode': '供养方式 供养形式 供养类型 供养类别',
  'recipient.supportInstitution': '供养机构 供养机构名称 敬老院名称 集中供养机构',
  'recipient.nursingLevel': '护理等级 护理级别 照料护理等级 护理标准 照护等级',
  'record.serial': '序号 编号 序 号 no 顺序号 行号 档案号 档案编号 户编号 编码 序列',
  'record.remark':
    '备注 备考 说明 其他 其它 备注说明 其他说明 其他情况 需说明的情况 需要说明的情况 特殊情况 特殊情况说明 补充说明 备注情况',
  'recipient.tier':
    '服务类别 服务类型 服务等级 服务分类 收费类别 收费类型 养老服务类别 服务收费类别',
  'recipient.account':
    '一卡通 一卡通账号 一卡通卡号 一卡通号 惠农一卡通 惠民一卡通 惠农一卡通账号 惠民一卡通账号 惠民惠农一卡通 惠民惠农一卡通账号 惠农卡号 社保卡账号 社保卡银行账号 社保卡银行卡号 社会保障卡账号 社会保障卡银行账号 银行账号 银行卡号 银行卡 银行卡账号 银行账户 账号 卡号 账户 存折账号 存折号 开户账号 发放账号 补贴账号 领款账号 收款账号',
  'recipient.accountHolder':
    '户名 开户名 开户人 开户人姓名 开户姓名 账户名 账户名称 账户姓名 持卡人 持卡人姓名 一卡通户名 一卡通姓名 一卡通持有人 领款人 领款人姓名 收款人 收款人姓名',
  'recipient.accountRelation':
    '与户主关系 与开户人关系 与户名关系 与持卡人关系 与领款人关系 与账户人关系',
  'recipient.bank': '开户行 开户银行 银行 银行名称 所属银行 发卡银行 发卡行 金融机构 代发银行',
  'supervisor.name': '姓名 名字',
  'supervisor.post': '职务 单位职务 单位及职务 职位',
  'supervisor.phone': '',
  'firstResponsible.name': '姓名 名字',
  'firstResponsible.post': '职务 单位职务 单位及职务 职位',
  'firstResponsible.phone': '',
  'carer.name':
    '姓名 照料情况 照顾情况 日常照料 日常照护 由谁照料 由谁照顾 谁照料 谁照顾 谁在照料 谁在照顾 谁照看 照料方式 照护情况 照料者 照料',
  'carer.phone': '',
  'doctor.name': '姓名 家庭医生签约 签约情况 签约',
  'doctor.phone': '',
  'doctor.signedOn': '签约日期 签约时间 家庭医生签约时间 家庭医生签约日期',
  'child.name': '姓名 名字',
  'child.relation':
    '关系 与老人关系 与老年人关系 与本人关系 与留守老人关系 与其关系 亲属关系 称谓 称呼 与老人的关系 与被赡养人关系 与对象关系 家庭关系',
  'child.gender': '性别',
  'child.age': '年龄 周岁',
  'child.idNumber': '',
  'child.place': away,
  'child.since':
    '外出时间 外出务工时间 务工时间 外出年份 外出日期 外出年月 外出起始时间 外出起始日期 外出起始年份 何时外出 何年外出 外出开始时间 打工时间 离家时间 时间 起始时间 离乡时间 外出年 务工起始时间 务工年份 何时外出务工',
  'child.reason':
    '外出原因 外出事由 务工原因 原因 事由 从业类型 外出情形 从事工作 从事职业 职业 工作 工作单位 单位 外出类型 务工类型 务工行业 从事行业 就业情况',
  'child.phone': '',
  'child.visits':
    '回家频次 返乡频次 回家情况 返乡情况 回家次数 返乡次数 多久回家 回家频率 返乡频率 返家频次 看望频次 回来次数 年回家次数',
  'child.count':
    '数 数量 人数 个数 总数 子女数 子女数量 子女人数 子女个数 生育子女数 几个子女 几子几女',
  'guardian.name': '姓名',
  'guardian.relation': '关系 与监护人关系',
  'guardian.phone': '',
  'spouse.name': '姓名 情况',
  'spouse.phone': '',
  'spouse.place': away,
  'father.name': '姓名 名字 情况',
  'father.phone': '',
  'father.place': away,
  'mother.name': '姓名 名字 情况',
  'mother.phone': '',
  'mother.place': away,
  'emergency.name': '姓名',
  'emergency.relation': '关系',
  'emergency.phone': '',
  'helper.name': '姓名 名字',
  'helper.gender': '性别',
  'helper.unit':
    '单位 工作单位 所在单位 单位名称 单位职务 单位及职务 工作单位及职务 单位及职务职称 单位和职务 部门 工作部门 所属单位 单位部门',
  'helper.position': '职务 职位 岗位 职务职称 职称 现任职务 职业',
  'helper.kind': '身份 类别 身份类别 类型 人员类别 人员类型 性质 人员身份 身份类型 人员性质 队伍',
  'helper.phone': '',
  'helper.idNumber': '',
  'helper.address': '住址 地址 家庭住址 所在村 所在村组 村组',
  'helper.capacity': '最多帮扶人数 可帮扶人数 帮扶人数上限 帮扶上限 可结对人数 可承担人数',
  'helper.serves':
    '服务村 服务村社区 服务的村 服务区域 包联村 包村 联系村 帮扶村 负责村 负责村社区',
  'pairing.frequency':
    '承诺频次 帮扶频次 走访频次 联系频次 探访频次 服务频次 频次 走访次数 服务次数 每月走访次数',
  'pairing.hours':
    '承诺时数 帮扶时长 帮扶时数 服务时长 服务时数 每月服务时长 承诺时长 每月时数 每月服务小时数',
  'pairing.since':
    '结对时间 结对日期 结对帮扶时间 帮扶时间 帮扶起始时间 结对起始时间 结对开始时间 帮扶开始时间 开始时间 起始时间 起始日期 开始日期 起始年月 结对年月 建立时间 建立结对时间 帮扶日期 结对起始日期 起止时间 帮扶起止时间 时间',
  'pairing.until':
    '结束时间 结束日期 截止时间 截止日期 终止时间 终止日期 解除时间 解除日期 到期时间',
  'pairing.mode': '结对方式 帮扶方式 结对形式 帮扶形式 结对类型 结对帮扶方式 结对帮扶形式 方式',
  'pairing.commitment':
    '帮扶内容 帮扶措施 帮扶事项 承诺内容 承诺事项 服务内容 帮扶承诺 结对内容 帮扶服务内容 帮扶计划 主要帮扶措施 关爱措施 关爱内容',
  'contact.month': '月份 月 年月 走访月份 联系月份 探访月份 所属月份 月度 走访年月 联系年月',
  'contact.date':
    '日期 时间 走访日期 走访时间 探访日期 探访时间 联系日期 联系时间 访问日期 访问时间 入户时间 入户日期 服务时间 关爱时间 关爱日期 慰问时间 巡访时间 巡访日期 家访时间 走访年月日 年月日 探视时间 探视日期 走访联系时间 走访联系日期 通话时间 记录时间 记录日期 登记时间 登记日期',
  'contact.kind':
    '方式 走访方式 探访方式 联系方式 联系形式 走访形式 探访形式 访问方式 关爱方式 服务方式 入户方式 走访类型 探访类型 走访联系方式 走访联系形式 形式 类型 类别 联系类型 巡访方式 探视方式 关爱形式 慰问方式 沟通方式',
  'contact.summary':
    '主要情况 走访情况 走访内容 走访记录 走访主要情况 探访情况 探访内容 探访记录 联系情况 联系内容 谈话内容 情况记录 情况 内容 记录 基本情况 老人情况 了解情况 主要内容 生活状况 生活情况 身体状况 健康状况 身体情况 现状 情况说明 走访了解情况 服务内容 沟通内容 目前状况 近况 老人近况 老人现状 情况简述 走访情况记录',
  'contact.problem':
    '发现问题 存在问题 问题 主要问题 发现的问题 存在的问题 困难问题 问题及困难 存在困难 困难 诉求 反映问题 反映的问题 问题诉求 困难诉求 需求 存在困难问题 困难及问题 困难和问题 隐患 发现隐患 问题隐患 问题及诉求 需求及问题 老人诉求 需求情况 需解决问题 需要解决的问题',
  'contact.result':
    '处理结果 处理情况 处置情况 处置结果 办理结果 办理情况 解决情况 落实情况 整改情况 处理意见 处理措施 措施 采取措施 已采取措施 采取的措施 结果 反馈 反馈情况 跟进情况 办结情况 解决措施 处理 处理方式 帮扶措施 帮办情况 解决结果 处理办法 处置措施 后续措施 跟踪情况 回访情况',
  'visitor.name': '姓名 签字 签名',
  'visitor.phone': '',
  'flag.leftBehind': '留守 留守老人 留守老年人 农村留守',
  'flag.livingAlone': '独居 独居老人 独居老年人',
  'flag.emptyNest': '空巢 空巢老人 空巢老年人',
  'flag.advancedAge': '高龄 高龄老人',
  'flag.incapacitated': '失能 失能老人 完全失能',
  'flag.partlyIncapacitated': '半失能 半失能老人',
  'flag.subsistenceAllowance': '低保 低保户 低保对象 享受低保 低保家庭 低保人员',
  'flag.marginalIncome': '低保边缘 低保边缘户 低保边缘家庭 边缘户 低边户',
  'flag.extremePoverty': '特困 五保 特困供养 特困人员 五保户 特困供养人员 五保特困 特困五保',
  'flag.disability': '残疾 残疾人 持证残疾人 持残疾证 残疾老人',
  'flag.severeDisability': '重残 重度残疾 重度残疾人',
  'flag.specialCare': '优抚 优抚对象 重点优抚 重点优抚对象',
  'flag.povertyMonitored':
    '脱贫户 监测户 脱贫监测 脱贫监测户 建档立卡 建档立卡户 建档立卡贫困户 贫困户 监测对象 脱贫不稳定户',
  'flag.bereavedOnlyChildFamily': '计生特殊家庭 失独 失独家庭 计生特殊 计划生育特殊家庭',
  ...benefitAttributes,
} as const satisfies Record<Field, string>

const phoneWords = attributes['recipient.phone']

/** Words of a field, by exact text; the telephones of all subjects share theirs. */
export const attributeWords: ReadonlyMap<Field, readonly string[]> = new Map(
  (Object.entries(attributes) as [Field, string][]).map(([field, words]) => {
    const all = field.endsWith('.phone')
      ? phoneWords
      : field.endsWith('.idNumber')
        ? attributes['recipient.idNumber']
        : words
    return [field, all.split(' ').filter((word) => word !== '')]
  }),
)

/** Group headings that name no subject but whose presence shows a header row. */
export const groupHeading =
  /(基本信息|基本情况|个人信息|人员信息|信息|情况|类别|状况|照料|其他|其它|评估|服务|帮扶|走访|探访|健康|经济|家庭|居住)$/

/**
 * Words that belong to one subject even without naming it: 外出地点 is always the child's.
 * Everything else without a subject is the recipient's, or that of the columns to its left.
 */
export const ownedWords: ReadonlyMap<string, Field> = new Map(
  ownedBy([
    ['child.place', /外出|务工|打工|去向|流向|何处|何地/],
    ['child.since', /外出|务工|打工|离家|离乡/],
    ['child.reason', /外出|务工|从业/],
    ['child.relation', /^与|亲属关系|称/],
    ['child.visits', /./],
    ['child.count', /子女/],
    ['carer.name', /照/],
    ['doctor.name', /签约/],
    ['doctor.signedOn', /签约/],
  ]),
)

function ownedBy(rules: [Field, RegExp][]): [string, Field][] {
  return rules.flatMap(([field, owned]) =>
    (attributeWords.get(field) ?? [])
      .filter((word) => owned.test(word))
      .map((word): [string, Field] => [word, field]),
  )
}
