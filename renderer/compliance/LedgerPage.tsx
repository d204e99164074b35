import { Button, Text, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { ledgerLegend } from '@shared/domain/cadence/ledger-words'
import type { LedgerResult } from '@shared/domain/cadence/ledger'
import type { Duty } from '@shared/domain/cadence/rules'
import { yearOf } from '@shared/domain/calendar/days'
import { useQueryOp } from '../api'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { CellDetails, type ChosenCell } from './CellDetails'
import { ExportLedger } from './ExportLedger'
import { GroupLedger } from './GroupLedger'
import { LedgerFilters, startingLedger } from './LedgerFilters'
import { PersonLedger } from './PersonLedger'

const idOf = (text: string): number | undefined => (text === '' ? undefined : Number(text))

/** 履约台账: a year of what was owed and done, person by person or summed up. */
export function LedgerPage(): React.ReactElement | null {
  const today = useSession().data?.today
  return today === undefined ? null : <Ledger today={today} />
}

function Ledger({ today }: { today: string }): React.ReactElement {
  const [list, setList] = useListState({ ...startingLedger, year: String(yearOf(today)) })
  const [chosen, setChosen] = useState<ChosenCell | null>(null)
  const [exporting, setExporting] = useState(false)
  const year = Number(list.year)
  const scope = { year, villageId: idOf(list.village), helperId: idOf(list.helper) }
  const duty = (list.duty || undefined) as Duty | undefined
  const filter = {
    ...scope,
    duty,
    month: idOf(list.month),
    result: (list.result || undefined) as LedgerResult | undefined,
  }
  const isPeople = list.by === 'person'
  const count = useQueryOp('compliance.ledger', { ...filter, limit: 1 })
  const grid = useQueryOp('compliance.yearGrid', { ...scope, by: 'duty' })
  const rate =
    grid.data?.rates.find(({ month }) => month === Number(list.month)) ?? grid.data?.rates.at(-1)
  return (
    <Page
      title="履约台账"
      parent="/contacts"
      note={
        rate && (
          <Tooltip label={grid.data?.basis} multiline maw={520}>
            <span>
              {isPeople && count.data && `${formatCount(count.data.total)} 人　`}
              {rate.month} 月探访率 {rateWords(rate)}（口径）
            </span>
          </Tooltip>
        )
      }
      actions={
        <Button
          variant="default"
          onClick={() => setExporting(true)}
          disabled={!count.data || count.data.total === 0}
        >
          导出 Excel
        </Button>
      }
      filters={
        <>
          <LedgerFilters
            list={list}
            onChange={(patch) => {
              setChosen(null)
              setList(patch)
            }}
            duties={count.data?.duties ?? []}
            thisYear={yearOf(today)}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {isPeople
              ? ledgerLegend
              : '每格是完成人数/应做人数；▲ 后面是没有完成的人数，● 后面是期限没到、还没做的人数。按任务窗口结束那天的村和帮扶人算。'}
          </Text>
        </>
      }
      drawer={
        chosen
          ? {
              title: `${chosen.name} ${year}年${chosen.month}月`,
              content: (
                <CellDetails
                  cell={chosen}
                  year={year}
                  duty={duty}
                  onMonth={(month) => setChosen({ ...chosen, month })}
                />
              ),
              onClose: () => setChosen(null),
            }
          : undefined
      }
      fill
    >
      {isPeople ? (
        <PersonLedger filter={filter} today={today} narrow={chosen !== null} onChoose={setChosen} />
      ) : (
        <GroupLedger
          key={list.by}
          by={list.by as 'duty' | 'village' | 'helper'}
          scope={scope}
          duty={duty}
          onDrill={(patch) => setList({ by: 'person', ...patch })}
        />
      )}
      {exporting && (
        <ExportLedger
          filter={filter}
          count={count.data?.total ?? 0}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}

function rateWords({ scope, visited }: { scope: number; visited: number }): string {
  if (scope === 0) return '—'
  return `${((visited / scope) * 100).toFixed(1)}% ${formatCount(visited)}/${formatCount(scope)}`
}
