import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { readPartialDate } from '@shared/domain/calendar/read-partial-date'
import { isDay } from '@shared/domain/calendar/days'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { chargeOf } from '@shared/domain/services/charge'
import { serviceModeLabel, type ServiceMode } from '@shared/domain/services/vocabulary'
import { CallError, useCommandOp, useQueryOp } from '../api'
import { VillageChoice } from '../contacts/ContactFilters'
import { choices } from '../ledgers/CaseFilters'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { DayInput } from '../shell/form/domain-inputs'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { ItemSelect, ProviderSelect } from './catalogue-choices'
import { LineForm, usualLine, type Candidate, type LineExceptions } from './LineForm'

const acts = { 'services.record': '登记服务' } as const

/**
 * 录入服务名单: one item on one day. ↑↓ and Space tick who was served, Ctrl+A ticks all that are
 * shown, Enter says what is different of one of them, Ctrl+Enter registers the list.
 */
export function ServiceEntryPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [list, setList] = useListState({
    item: '',
    date: '',
    mode: 'purchased',
    provider: '',
    village: '',
    who: '',
  })
  const [typedDay, setTypedDay] = useState(list.date || today)
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<RowKey>>(new Set())
  const [exceptions, setExceptions] = useState<ReadonlyMap<number, LineExceptions>>(new Map())
  const [useVouchers, setUseVouchers] = useState(true)
  const [editing, setEditing] = useState<Candidate | null>(null)
  const [isSame, setIsSame] = useState(false)
  const record = useCommandOp('services.record')
  const date = list.date || today
  const mode = list.mode as ServiceMode
  const asked = {
    itemId: Number(list.item),
    date,
    villageId: list.village ? Number(list.village) : undefined,
    planned: list.who === 'planned',
  }
  const candidates = useQueryOp('services.candidates', asked, {
    enabled: list.item !== '' && isDay(date),
  })
  const all = list.item === '' ? [] : (candidates.data?.rows ?? [])
  const wanted = text.trim().toUpperCase()
  const rows = all.filter(
    ({ name, initials }) =>
      wanted === '' || initials.startsWith(wanted) || name.includes(text.trim()),
  )
  const lineOf = (id: number): LineExceptions => exceptions.get(id) ?? usualLine
  const chosen = all.filter(({ recipientId }) => ticked.has(recipientId))
  const charges = chosen.map((person) => chargeShown(person, lineOf(person.recipientId)))
  const sum = (part: 'amount' | 'personPays' | 'voucherPays' | 'subsidy'): string =>
    yuanWords(charges.reduce((total, charge) => total + charge[part], 0))

  function chargeShown(person: Candidate, line: LineExceptions) {
    const price = {
      tariff: candidates.data?.price ?? null,
      quantity: line.quantity,
      mode,
      tier: person.tier,
      agreed: line.personPays,
    }
    let left = chargeOf({ ...price, vouchers: 0 }).amount
    const taken = person.vouchers.filter(({ number, faceValue }) => {
      if (line.vouchers) return line.vouchers.includes(number)
      if (!useVouchers || faceValue > left) return false
      left -= faceValue
      return true
    })
    return chargeOf({
      ...price,
      vouchers: taken.reduce((total, { faceValue }) => total + faceValue, 0),
    })
  }

  const save = async (allowSame: boolean): Promise<void> => {
    if (chosen.length === 0 || record.isPending) return
    try {
      const { sums } = await record.mutateAsync({
        itemId: asked.itemId,
        date,
        mode,
        providerId: list.provider ? Number(list.provider) : null,
        allowSame,
        lines: chosen.map((person) => {
          const { quantity, personPays, vouchers, note } = lineOf(person.recipientId)
          const usual = useVouchers && person.vouchers.length > 0 ? ('usual' as const) : []
          return {
            recipientId: person.recipientId,
            quantity,
            personPays,
            vouchers: vouchers ?? usual,
            note,
          }
        }),
      })
      setTicked(new Set())
      setExceptions(new Map())
      setIsSame(false)
      tellDone(
        `已登记 ${sums.count} 人：金额 ${yuanWords(sums.amount)} 元，本人付 ${yuanWords(sums.personPays)} 元`,
      )
    } catch (error) {
      setIsSame(error instanceof CallError && error.code === 'CONFLICT' && error.details != null)
      tellFailure(error)
    }
  }
  useHotkeys([['mod+Enter', () => void save(false)]], [])

  const columns: Column<Candidate>[] = [
    { key: 'name', title: '姓名', text: (row) => row.name, width: 90, whole: true },
    {
      key: 'village',
      title: '村组',
      text: (row) => [row.villageName, row.villageGroupName].filter(Boolean).join(''),
      width: 140,
      grow: 1,
    },
    {
      key: 'tier',
      title: '服务类别',
      text: (row) => (row.tier ? serviceTierLabel[row.tier] : '无'),
      width: 84,
    },
    { key: 'planned', title: '计划', text: (row) => (row.planned ? '有' : ''), width: 60 },
    {
      key: 'recorded',
      title: '这一天',
      text: (row) => (row.recorded ? '✓ 已登记' : ''),
      width: 90,
    },
    {
      key: 'quantity',
      title: '数量',
      text: (row) => String(lineOf(row.recipientId).quantity),
      width: 64,
      align: 'end',
    },
    {
      key: 'pays',
      title: '本人付',
      text: (row) => yuanWords(chargeShown(row, lineOf(row.recipientId)).personPays),
      width: 84,
      align: 'end',
    },
    {
      key: 'vouchers',
      title: '用券',
      hint: '整张用，先到期的先用；面值超过应付的不用，不找零。',
      text: (row) => yuanWords(chargeShown(row, lineOf(row.recipientId)).voucherPays),
      width: 84,
      align: 'end',
    },
    { key: 'note', title: '备注', text: (row) => lineOf(row.recipientId).note, width: 80, grow: 1 },
  ]

  return (
    <Page
      title="录入服务名单"
      parent="/services"
      main={{
        label: `登记 ${formatCount(chosen.length)} 人（Ctrl+Enter）`,
        onClick: () => void save(false),
        disabled: chosen.length === 0,
      }}
      actions={
        <>
          <UndoLast acts={acts} />
          {isSame && (
            <Button variant="default" onClick={() => void save(true)}>
              仍然登记
            </Button>
          )}
        </>
      }
      filters={
        <>
          <Group align="flex-end" gap="sm" mb={8}>
            <ItemSelect
              w={170}
              day={date}
              autoFocus={list.item === ''}
              value={list.item || null}
              onChange={(item) => {
                setList({ item: item ?? '' })
                setTicked(new Set())
              }}
            />
            <DayInput
              label="日期"
              w={130}
              notAfter={today}
              value={typedDay}
              onChange={(typed) => {
                setTypedDay(typed)
                const read = readPartialDate(typed, { notAfter: today, monthDay: true })
                if (read.state === 'ok' && isDay(read.date)) setList({ date: read.date })
              }}
            />
            <NativeSelect
              label="服务方式"
              data={choices(serviceModeLabel)}
              value={list.mode}
              onChange={(event) => setList({ mode: event.currentTarget.value, provider: '' })}
            />
            <ProviderSelect
              w={190}
              day={date}
              mode={mode}
              value={list.provider || null}
              onChange={(provider) => setList({ provider: provider ?? '' })}
            />
            <Checkbox
              mb={8}
              label="有券的先用券"
              checked={useVouchers}
              onChange={(event) => setUseVouchers(event.currentTarget.checked)}
            />
          </Group>
          <FilterBar
            end={
              <Text size="sm" className="figures">
                {formatDay(date)} 勾了 {formatCount(chosen.length)} 人 · 金额 {sum('amount')}{' '}
                元：本人 {sum('personPays')}，用券 {sum('voucherPays')}，补贴 {sum('subsidy')}
              </Text>
            }
          >
            <FilterText value={text} onChange={setText} placeholder="姓名或首字母" />
            <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
            <FilterChoice
              label="名单"
              all="在册的人"
              value={list.who}
              onChange={(who) => setList({ who })}
              options={[{ value: 'planned', label: '有这项计划的人' }]}
            />
          </FilterBar>
        </>
      }
      drawer={
        editing
          ? {
              title: editing.name,
              content: (
                <LineForm
                  key={editing.recipientId}
                  person={editing}
                  line={lineOf(editing.recipientId)}
                  onSave={(line) => {
                    setExceptions(new Map(exceptions).set(editing.recipientId, line))
                    setTicked(new Set(ticked).add(editing.recipientId))
                    setEditing(null)
                    document.querySelector<HTMLElement>('[data-data-table]')?.focus()
                  }}
                />
              ),
              onClose: () => setEditing(null),
            }
          : undefined
      }
      fill
    >
      <DataTable
        label="服务名单"
        columns={editing ? columns.slice(0, 3) : columns}
        rows={list.item === '' ? [] : candidates.data && rows}
        rowKey={(row) => row.recipientId}
        sortedByCore
        selection={{ selected: ticked, onChange: setTicked }}
        onOpen={setEditing}
        error={candidates.error}
        onRetry={() => void candidates.refetch()}
        empty={
          list.item === ''
            ? {
                title: '先选服务项目',
                hint: '选好项目、日期和谁来做，再用 ↑↓ 和空格勾人，Ctrl+Enter 登记。',
              }
            : { title: '没有符合条件的人', hint: '换一个村，或去掉“有这项计划的人”。' }
        }
      />
    </Page>
  )
}
