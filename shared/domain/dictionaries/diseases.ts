/**
 * Diagnoses of GB/T 42195-2022 form A as people say them, with their ICD-10 groups. The word is
 * the code: ledgers and older files hold it as written.
 */
export const icdGroupOf: Readonly<Record<string, string>> = {
  高血压: 'I10–I15',
  冠心病: 'I25',
  糖尿病: 'E10–E14',
  肺炎: 'J12–J18',
  慢阻肺: 'J44',
  脑出血: 'I60–I62',
  脑梗: 'I63',
  帕金森病: 'G20–G22',
  慢性肾病: 'N18–N19',
  肝硬化: 'K74',
  消化性溃疡: 'K20–K31',
  肿瘤: 'C00–D48',
  骨折: 'S、T、M 类',
  癫痫: 'G40',
  甲减: 'E01–E03',
  白内障: 'H25–H26',
  青光眼: 'H40–H42',
  骨质疏松: 'M80–M82',
  痴呆: 'F00–F03',
  其他精神障碍: 'F04–F99',
}
