import type { CustomField, CustomValue } from '../custom-fields/custom-field'
import type { SamplePerson } from './township'

type Definition = Pick<CustomField, 'name' | 'kind' | 'section' | 'groups' | 'options'>

interface SampleField {
  definition: Definition
  /** What one file says; null where nobody asked. */
  valueOf: (person: SamplePerson, index: number) => CustomValue | null
}

const option = (label: string) => ({ code: label, label, retired: false })
const devices = ['已装，会用', '已装，不会用', '未装'] as const

/** 自定义字段 as a township might have added them: one of each usual kind, one of a group's own. */
export const sampleCustomFields: readonly SampleField[] = [
  {
    definition: {
      name: '一键呼叫器',
      kind: 'choice',
      section: 'household',
      groups: ['elder'],
      options: devices.map(option),
    },
    valueOf: ({ groups }, index) =>
      groups.includes('elder') && index % 4 !== 3 ? devices[index % devices.length]! : null,
  },
  {
    definition: {
      name: '煤气报警器',
      kind: 'yesNo',
      section: 'residence',
      groups: null,
      options: [],
    },
    valueOf: (_, index) => (index % 3 === 0 ? null : index % 2 === 0),
  },
  {
    definition: { name: '班主任', kind: 'text', section: 'child', groups: ['child'], options: [] },
    valueOf: ({ groups }) => (groups.includes('child') ? '罗老师' : null),
  },
]
