import { describe, expect, it } from 'vitest'
import { readVillageList } from './village-list'

const names = (text: string): string[] => readVillageList(text).map((village) => village.name)

describe('readVillageList', () => {
  it('reads rows pasted from a sheet, whichever column holds the name', () => {
    expect(readVillageList('序号\t村名\t书记\n1\t下河村\t刘大山\n2\t东街社区\t陈晓')).toEqual([
      { name: '下河村', kind: 'village' },
      { name: '东街社区', kind: 'community' },
    ])
  })

  it('reads typed lists with numbering, commas and repeats', () => {
    expect(names('1.下河村、柳林村，石桥村\n（2）东街社区\n下河村')).toEqual([
      '下河村',
      '柳林村',
      '石桥村',
      '东街社区',
    ])
  })

  it('drops totals and empty lines', () => {
    expect(names('下河村\n\n合计\t15\n')).toEqual(['下河村'])
  })

  it('keeps a name that does not end like a village', () => {
    expect(names('赵家沟\n李家岔')).toEqual(['赵家沟', '李家岔'])
  })
})
