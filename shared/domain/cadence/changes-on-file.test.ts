import { describe, expect, it } from 'vitest'
import { majorChangesOf, type ChangeSources } from './changes-on-file'

const file = (sources: Partial<ChangeSources>): ChangeSources => ({
  statuses: [{ status: 'active', from: '2020-01-01', to: null }],
  risks: [],
  exemptions: [],
  spouseDied: null,
  incidents: [],
  recorded: [],
  ...sources,
})
const told = (sources: Partial<ChangeSources>): string[] =>
  majorChangesOf(file(sources)).map(({ kind, date }) => `${date} ${kind}`)

describe('major changes read off a file', () => {
  it('are none for a file that was only opened', () => {
    expect(told({})).toEqual([])
  })

  it('tell of a return to the file, but not of the first entry after a closed beginning', () => {
    expect(
      told({
        statuses: [
          { status: 'movedOut', from: '2019-01-01', to: '2019-12-31' },
          { status: 'active', from: '2020-01-01', to: '2026-03-31' },
          { status: 'institution', from: '2026-04-01', to: '2026-09-30' },
          { status: 'active', from: '2026-10-01', to: null },
        ],
      }),
    ).toEqual(['2026-10-01 reopened'])
  })

  it('tell of a risk that rose, not of one that fell or was first judged', () => {
    expect(
      told({
        risks: [
          { level: 'key', from: '2026-01-01', to: '2026-02-28' },
          { level: 'general', from: '2026-03-01', to: '2026-04-30' },
          { level: 'high', from: '2026-05-01', to: null },
        ],
      }),
    ).toEqual(['2026-05-01 riskRaised'])
  })

  it('tell of leaving hospital once it has an end, and of nothing after other exemptions', () => {
    expect(
      told({
        exemptions: [
          { reason: 'away', from: '2026-01-01', to: '2026-02-01' },
          { reason: 'hospital', from: '2026-03-01', to: '2026-03-09' },
          { reason: 'hospital', from: '2026-11-01', to: null },
        ],
      }),
    ).toEqual(['2026-03-09 discharge'])
  })

  it('name what was also recorded by hand once', () => {
    expect(
      told({
        spouseDied: '2026-06-01',
        recorded: [
          { kind: 'spouseDeath', date: '2026-06-01' },
          { kind: 'illness', date: '2026-05-01' },
        ],
      }),
    ).toEqual(['2026-05-01 illness', '2026-06-01 spouseDeath'])
  })
})
