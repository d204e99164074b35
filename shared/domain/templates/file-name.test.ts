import { describe, expect, it } from 'vitest'
import { fileNameFor, tagsOfFileName, usualFileName } from './file-name'

const values: Record<string, string> = {
  表名: '个人档案表',
  序号: '007',
  村: '下河村',
  姓名: '尉迟彩霞',
  身份证号: '610999193412210022',
}
const named = (pattern: string): string => fileNameFor(pattern, (name) => values[name] ?? '')

describe('names of files', () => {
  it('are put together from tags and what stands between', () => {
    expect(named(usualFileName)).toBe('个人档案表_下河村_尉迟彩霞')
    expect(named('{序号}-{姓名}')).toBe('007-尉迟彩霞')
  })

  it('take formats, full-width signs too', () => {
    expect(named('{姓名}{身份证号|脱敏}')).toBe('尉迟彩霞610999************')
    expect(named('{身份证号｜脱敏}')).toBe('610999************')
  })

  it('say 空 for what is not known, so that two people are not told apart by chance', () => {
    expect(named('{组}_{姓名}')).toBe('空_尉迟彩霞')
  })

  it('leave text without tags alone', () => {
    expect(tagsOfFileName('档案{')).toEqual([])
    expect(named('档案{')).toBe('档案{')
  })
})
