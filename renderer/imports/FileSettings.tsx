import { Button, Checkbox, NativeSelect, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ImportState } from '@shared/contract/imports'
import { isDay } from '@shared/domain/calendar/days'
import { villageKindLabel, type VillageKind } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type InputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { formatCount } from '../shell/format'
import { tellFailure } from '../shell/notify'
import { useSession } from '../shell/session'
import classes from './FileSettings.module.css'

type Options = Omit<InputOf<'imports.setOptions'>, 'importId'>

interface FileSettingsProps {
  state: ImportState
  /** Whether corrected columns are recognised by themselves next time. */
  remember: boolean
  onRemember: (remember: boolean) => void
}

/** What holds for the whole file: from when new people are on file, the year, unknown villages. */
export function FileSettings(props: FileSettingsProps): React.ReactElement {
  const { state, remember, onRemember } = props
  const command = useCommandOp('imports.setOptions')
  const set = (options: Options): void =>
    command.mutate({ importId: state.importId, ...options }, { onError: tellFailure })
  const bringsPeople = state.sheets.some(
    ({ included, kind }) => included && (kind === 'people' || kind === 'pairings'),
  )
  const asksNothing = !bringsPeople && state.yearless.rows === 0 && state.newVillages.length === 0
  return (
    <aside className={classes.panel} aria-label="整个文件">
      <Title order={2} size="h3">
        整个文件
      </Title>
      {bringsPeople && (
        <FromDay key={state.from} from={state.from} onChange={(from) => set({ from })} />
      )}
      {state.yearless.rows > 0 && (
        <Year yearless={state.yearless} onChange={(year) => set({ year })} />
      )}
      {state.newVillages.length > 0 && (
        <NewVillages villages={state.newVillages} onChange={(villages) => set({ villages })} />
      )}
      <Checkbox
        label="记住改过的列，下次同样的表头照此认"
        checked={remember}
        onChange={(event) => onRemember(event.currentTarget.checked)}
      />
      {asksNothing && <Text c="dimmed">没有要另外说明的，可以下一步。</Text>}
    </aside>
  )
}

/** The day from which new people are 在册, and so from which visits are due. */
function FromDay(props: { from: string; onChange: (day: string) => void }): React.ReactElement {
  const { from, onChange } = props
  const [typed, setTyped] = useState(from)
  return (
    <DayInput
      label="新建档案的在册起始日"
      description="从这一天起算走访期限，不知道就用默认的。"
      value={typed}
      onChange={(value) => {
        setTyped(value)
        if (isDay(value) && value !== from) onChange(value)
      }}
    />
  )
}

const yearsBack = 6

function Year(props: {
  yearless: ImportState['yearless']
  onChange: (year: number | null) => void
}): React.ReactElement {
  const { yearless, onChange } = props
  const thisYear = Number((useSession().data?.today ?? '2000').slice(0, 4))
  const years = Array.from({ length: yearsBack }, (_, back) => String(thisYear - back))
  const chosen = yearless.year === null ? '' : String(yearless.year)
  return (
    <NativeSelect
      label={`${formatCount(yearless.rows)} 行走访日期没写年份，算作`}
      description="不补年份，只记月日，不参与到期和逾期的计算。"
      value={chosen}
      onChange={(event) =>
        onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
      }
      data={[
        { value: '', label: '不补年份' },
        ...[...new Set([...years, ...(chosen ? [chosen] : [])])].map((year) => ({
          value: year,
          label: `${year} 年`,
        })),
      ]}
    />
  )
}

type NewVillage = ImportState['newVillages'][number]

const isSettled = ({ createAs, useId }: NewVillage): boolean => createAs !== null || useId !== null

/** 社区 and 居委会 by their names; everything else is a village. */
const kindByName = (name: string): VillageKind => (/社区|居委/.test(name) ? 'community' : 'village')

function NewVillages(props: {
  villages: NewVillage[]
  onChange: (villages: NonNullable<Options['villages']>) => void
}): React.ReactElement {
  const { villages, onChange } = props
  const known = useQueryOp('villages.list', {}).data ?? []
  const open = villages.filter((one) => !isSettled(one))
  const decide = (name: string, value: string): void => {
    const [how, what = ''] = value.split(':')
    onChange([
      {
        name,
        createAs: how === 'create' ? (what as VillageKind) : null,
        useId: how === 'use' ? Number(what) : null,
      },
    ])
  }
  return (
    <section className={classes.villages} aria-label="名单里没有的村（社区）">
      <Text fw={600}>名单里没有的村（社区）</Text>
      <Text size="sm" c="dimmed">
        {open.length > 0
          ? `还有 ${open.length} 个没定，它们的行先不能入库。`
          : '都定好了，入库时照办。'}
      </Text>
      {open.length > 1 && (
        <Button
          variant="light"
          size="xs"
          onClick={() =>
            onChange(open.map(({ name }) => ({ name, createAs: kindByName(name), useId: null })))
          }
        >
          {`${open.length} 个都新增`}
        </Button>
      )}
      {villages.map((one) => (
        <NativeSelect
          key={one.name}
          label={
            <>
              {isSettled(one) ? '✓ ' : '▲ '}
              <strong>{one.name}</strong>（{formatCount(one.rows)} 行）
            </>
          }
          aria-label={`${one.name}怎么办`}
          value={one.createAs ? `create:${one.createAs}` : one.useId ? `use:${one.useId}` : ''}
          onChange={(event) => decide(one.name, event.currentTarget.value)}
        >
          <option value="">请选择</option>
          <optgroup label="新增">
            {(['village', 'community'] as const).map((kind) => (
              <option key={kind} value={`create:${kind}`}>
                新增为{villageKindLabel[kind]}
              </option>
            ))}
          </optgroup>
          <optgroup label="就是名单里的">
            {known.map(({ id, name }) => (
              <option key={id} value={`use:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </NativeSelect>
      ))}
    </section>
  )
}
