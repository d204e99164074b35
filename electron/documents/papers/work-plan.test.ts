import { describe, expect, it } from 'vitest'
import { inlineText, paperLength, type Paper } from '@shared/domain/papers/model'
import { composeWorkPlan, workPlanLimit } from './work-plan'
import { completeFacts, emptyFacts } from './work-plan.fixture'

function textOf(paper: Paper): string {
  return [...paper.body, ...paper.attachments.flatMap((attachment) => attachment.blocks)]
    .map((block) =>
      block.kind === 'table'
        ? block.rows.flat().map(inlineText).join('\t')
        : inlineText(block.text) + (block.kind === 'heading' ? inlineText(block.body ?? []) : ''),
    )
    .join('\n')
}

describe('the work plan', () => {
  it('takes every count, frequency, phase and duty from the facts', () => {
    const text = textOf(composeWorkPlan(completeFacts(60)))
    expect(text).toContain('4个村（社区）共有在册关爱对象60人')
    expect(text).toContain('电话联系每月不少于4次；入户探访每季度不少于3次')
    expect(text).toContain('联系外出子女每年不少于3次')
    expect(text).toContain('总结考核（12月1日至2027年1月15日）')
    expect(text).toContain('尚有3人未落实帮扶人')
    expect(text).toContain('派出所')
  })

  it('says how each figure was counted and where it can be opened', () => {
    const paper = composeWorkPlan(completeFacts(60))
    expect(paper.figures['recipients.total']).toEqual({
      value: 60,
      basis: '统计日在册的老人，一人计一次',
      source: { list: 'recipients', filter: { status: 'active', group: 'elder' } },
    })
    const cited = paper.body.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flat(2)
        : [...block.text, ...(block.kind === 'heading' ? (block.body ?? []) : [])],
    )
    for (const inline of cited) {
      if (typeof inline === 'object' && 'figure' in inline)
        expect(String(paper.figures[inline.figure]?.value)).toBe(inline.text)
    }
  })

  it('shows a blank and names the fact for everything nobody has entered', () => {
    const paper = composeWorkPlan(emptyFacts())
    const text = textOf(paper)
    expect(text).not.toMatch(/undefined|null|NaN/)
    expect(text).toContain('＿＿＿')
    expect(paper.title).toBe('＿＿＿2026年留守老人关爱服务工作方案')
    expect(paper.missing).toContain('成文日期')
    expect(paper.missing).toContain('走访联系的频次（设置 → 频次规则）')
    expect(new Set(paper.missing).size).toBe(paper.missing.length)
  })

  it('lists nothing as missing when the facts are complete', () => {
    expect(composeWorkPlan(completeFacts()).missing).toEqual([])
  })

  it('stays within the length a township plan may have', () => {
    expect(paperLength(composeWorkPlan(completeFacts(3_000)))).toBeLessThan(workPlanLimit)
  })

  it('never prints the words the field avoids', () => {
    expect(textOf(composeWorkPlan(completeFacts()))).not.toMatch(/失独|五保/)
  })
})
