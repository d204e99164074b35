import type { Scale, ScaleItem } from './scale'

const item = (code: string, title: string, can: string, cannot: string): ScaleItem => ({
  code,
  title,
  anchors: [
    { points: 1, text: can },
    { points: 0, text: cannot },
  ],
})

/** 特困人员生活自理能力: each of six abilities is met (1) or not (0). */
export const extremePovertySix: Scale = {
  code: 'extremePoverty',
  version: 'six',
  versionTitle: '六项',
  basis:
    '特困人员生活自理能力六项；全部达到为具备（全自理），三项及以下未达到为部分丧失（半护理），四项及以上未达到为完全丧失（全护理）',
  groups: [
    {
      code: 'all',
      title: '生活自理能力',
      items: [
        item('eating', '自主吃饭', '能自己吃饭', '不能自己吃饭'),
        item('dressing', '自主穿衣', '能自己穿衣', '不能自己穿衣'),
        item('bed', '自主上下床', '能自己上下床', '不能自己上下床'),
        item('toileting', '自主如厕', '能自己上厕所', '不能自己上厕所'),
        item('walking', '室内自主行走', '能在室内自己走动', '不能在室内自己走动'),
        item('bathing', '自主洗澡', '能自己洗澡', '不能自己洗澡'),
      ],
    },
  ],
  levels: [
    { code: 'selfCare', label: '全自理', from: 6 },
    { code: 'halfCare', label: '半护理', from: 3 },
    { code: 'fullCare', label: '全护理', from: 0 },
  ],
  questions: [],
  raises: 'once',
  step: 1,
}
