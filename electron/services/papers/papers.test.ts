import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  type TestVault,
} from '@electron/core/test-vault'
import { composedKinds } from '@shared/domain/papers/kinds'
import { blankMark, inlineText, type Block, type Paper } from '@shared/domain/papers/model'

let empty: TestVault
let vault: TestVault

beforeAll(async () => {
  empty = await openTestVault('2026-11-21')
  vault = await openTestVault('2026-11-21')
  const villages = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  const people = enterPeople(
    vault,
    Array.from({ length: 12 }, (_, at) => ({
      name: `测试${at}`,
      villageId: villages[at % 2]!,
      birthDate: `19${40 + at}-03-04`,
    })),
  )
  await vault.must('rules.adoptPreset', { preset: 'townshipSet', from: '2025-01-01' })
  await vault.must('contacts.record', {
    recipientIds: people.slice(0, 5),
    dates: ['2026-11-03'],
    kind: 'home',
  })
})
afterAll(closeTestVaults)

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map(inlineText).join('\t'))
        : [inlineText(block.text) + (block.kind === 'heading' ? inlineText(block.body ?? []) : '')],
    )
    .join('\n')

async function compose(of: TestVault, kind: string, year = 2026) {
  const which = { kind, year, month: 11 }
  const { draft } = await of.must('papers.start', which)
  return { which, draft, shown: await of.must('papers.preview', { ...which, draft }) }
}

describe('papers composed of sections', () => {
  it.each(composedKinds.map(({ key }) => key))(
    '%s: knows every word in its own braces, and breaks no sentence where nothing is on file',
    async (kind) => {
      for (const of of [empty, vault]) {
        const { shown } = await compose(of, kind)
        expect(shown.unknown).toEqual([])
        const text = textOf(shown.paper.body as Block[])
        expect(text).not.toMatch(/undefined|null|NaN|[{}]|失独|五保/)
        expect(shown.paper.missing).toContain('成文日期')
        expect(shown.length).toBeLessThan(shown.limit)
      }
    },
  )

  it('cites the papers from above with their numbers, and asks for them where none is given', async () => {
    const { which, draft, shown } = await compose(vault, 'opinion')
    expect(shown.paper.missing).toContain('依据的上级文件名称和文号')
    const basis = [{ title: '关于做好关爱服务的意见', number: '测民发〔2026〕7号' }]
    const cited = await vault.must('papers.preview', {
      ...which,
      draft: { ...draft, particulars: { ...draft.particulars, basis } },
    })
    expect(textOf(cited.paper.body as Block[])).toContain(
      '落实《关于做好关爱服务的意见》（测民发〔2026〕7号）精神',
    )
    expect(cited.paper.missing).not.toContain('依据的上级文件名称和文号')
  })

  it('says only numbers whose rows are as many, in its text and its tables', async () => {
    for (const { key } of composedKinds) {
      const { shown } = await compose(vault, key)
      for (const { value, source } of Object.values(shown.paper.figures)) {
        if (source.list !== 'figure') throw new Error('every figure of such a paper is a question')
        const { answer, total } = await vault.must('figures.rows', {
          question: { ...source.question, slice: source.question.slice as Record<string, string> },
        } as never)
        expect([source.question, answer.value, answer.rows]).toEqual([
          source.question,
          value,
          total,
        ])
      }
    }
  })

  it('leaves out what is switched off, follows the order, and blanks what it does not know', async () => {
    const { which, draft } = await compose(vault, 'yearSummary')
    const [first, second, ...rest] = draft.sections
    const sections = [
      { ...second!, wording: '在册{在册人数}人，{在册人数·下河村}人，{没有这个数}。' },
      { ...first!, title: '说明' },
      ...rest.map((one) => ({ ...one, on: false })),
    ]
    const { paper, unknown } = await vault.must('papers.preview', {
      ...which,
      draft: { ...draft, sections },
    })
    const text = textOf(paper.body as Block[])
    expect(text.split('\n')[0]).toBe('基本情况')
    expect(text).toContain(`在册12人，6人，${blankMark}。`)
    expect(text).not.toContain('主要做法')
    expect(unknown).toEqual(['{没有这个数}'])
  })

  it('keeps the figures of the day it was written, is marked as handed in, and starts the next year', async () => {
    const { which, draft } = await compose(vault, 'yearSummary')
    const own = { ...draft, sections: draft.sections.map((one) => ({ ...one })) }
    own.sections[0]!.wording = '本镇自己的开头，在册{在册人数}人。'
    const { jobId } = await vault.must('papers.write', { ...which, draft: own })
    const { status, result } = await finishedJob(vault.core, jobId)
    expect(status).toBe('done')
    const { documentId } = result as { documentId: number }
    enterPeople(vault, [
      { name: '后来的人', villageId: vault.write((ctx) => allVillages(ctx)[0]!.id) },
    ])
    const kept = await vault.must('documents.get', { id: documentId })
    expect(textOf((kept.paper as Paper).body)).toContain('本镇自己的开头，在册12人。')
    await vault.must('documents.handIn', {
      id: documentId,
      revision: kept.revision,
      on: '2026-11-20',
    })
    expect((await vault.must('documents.list', {}))[0]).toMatchObject({ handedInOn: '2026-11-20' })
    const next = await vault.must('papers.start', { kind: 'yearSummary', year: 2027 })
    expect(next.from).toBe('lastPaper')
    expect(next.draft.title).toBe('青石镇2027年留守老人关爱服务工作总结')
    expect(next.draft.sections[0]!.wording).toBe('本镇自己的开头，在册{在册人数}人。')
    expect(next.draft.particulars.documentNumber).toBeNull()
  })

  it('begins with the wording the office keeps as its own', async () => {
    const { draft } = await compose(empty, 'explanation')
    const sections = [{ ...draft.sections[0]!, wording: '本单位的写法。' }]
    await empty.must('papers.keepWording', { kind: 'explanation', sections })
    const again = await empty.must('papers.start', { kind: 'explanation', year: 2026 })
    expect([again.from, again.draft.sections]).toEqual(['ownWording', sections])
    await empty.must('papers.keepWording', { kind: 'explanation', sections: null })
    expect((await empty.must('papers.start', { kind: 'explanation', year: 2026 })).from).toBe(
      'preset',
    )
  })
})
