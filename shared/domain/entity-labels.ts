/** What the records of a table are called where the history or a refusal names them. */
export const entityLabel: Readonly<Record<string, string>> = {
  recipient: '档案',
  status_period: '状态',
  residence_period: '所在村组',
  group_period: '群体',
  category_override: '人工认定',
  risk_period: '风险等级',
  exemption: '豁免',
  family_member: '家庭成员',
  absence_period: '外出情况',
  attachment: '照片附件',
  pairing: '结对',
  contact: '走访联系',
  assessment: '能力评估',
  risk_review: '风险评估',
}
