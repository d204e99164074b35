import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { genderLabel } from '@shared/domain/vocabulary'
import { unplacedReasonLabel } from '@shared/domain/pairings/suggest'
import { CallError, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { CandidateList } from './CandidateList'
import { Caseload } from './Caseload'
import { fitsText } from './fits-text'
import { pairingActs } from './pairing-acts'

type Suggestion = OutputOf<'pairings.suggest'>[number]
type Candidate = Suggestion['candidates'][number]
/** A row with whom it goes to: the proposal, or whom the clerk chose instead. */
type Row = Suggestion & { chosen: Candidate | null }

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.recipientName,
    sortBy: (row) => row.initials,
    width: 84,
    whole: true,
  },
  {
    key: 'about',
    title: '性别年龄',
    text: (row) => [row.gender && genderLabel[row.gender], row.age].filter(Boolean).join(' '),
    width: 96,
  },
  {
    key: 'village',
    title: '村组',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    sortBy: (row) => row.villageName,
    width: 130,
    grow: 1,
  },
  {
    key: 'proposal',
    title: '建议由谁帮扶',
    text: (row) =>
      row.chosen
        ? [row.chosen.helperName, row.chosen.unit && `（${row.chosen.unit}）`].join('')
        : '没有合适的人',
    sortBy: (row) => row.chosen?.helperName,
    width: 180,
    grow: 2,
  },
  {
    key: 'load',
    title: '现帮扶/最多',
    cell: (row) => row.chosen && <Caseload {...row.chosen} />,
    sortBy: (row) => row.chosen?.caseload,
    width: 160,
  },
  {
    key: 'reasons',
    title: '理由',
    hint: '家里人 > 同组 > 同村 > 服务本村或已在本村帮扶 > 全镇可派；同姓优先；需要助浴的只建议同性；不超过最多帮扶人数。',
    text: (row) =>
      row.chosen
        ? row.chosen.reasons.join('、')
        : row.unplaced
          ? unplacedReasonLabel[row.unplaced]
          : '',
    sortBy: (row) => row.chosen?.reasons.join('、'),
    width: 180,
    grow: 2,
  },
  {
    key: 'last',
    title: '上一位',
    text: (row) => row.lastHelper ?? '从未结对',
    sortBy: (row) => row.lastHelper,
    width: 88,
  },
]

const noConditions = { village: '', text: '' }

/** 结对建议: whom to pair with everybody nobody helps; taken one by one, picked, or all at once. */
export function SuggestionsPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('helpers.write')
  const [list, setList] = useListState(noConditions)
  const suggestions = useQueryOp('pairings.suggest', {})
  const villages = useQueryOp('villages.list', {})
  const assign = useCommandOp('pairings.assign')
  const dismiss = useCommandOp('pairings.dismiss')
  const [instead, setInstead] = useState<ReadonlyMap<number, number>>(new Map())
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const [openId, setOpenId] = useState<number | null>(null)

  const rows = useMemo(
    () =>
      suggestions.data
        ?.filter(
          (row) =>
            fitsText(list.text, row.initials, [row.recipientName, row.villageName]) &&
            (list.village === '' || row.villageId === Number(list.village)),
        )
        .map((row): Row => {
          const other = row.candidates.find(
            ({ helperId }) => helperId === instead.get(row.recipientId),
          )
          return { ...row, chosen: other ?? row.proposal }
        }),
    [suggestions.data, list, instead],
  )
  const placed = (rows ?? []).filter(({ chosen }) => chosen !== null)
  const picked = placed.filter(({ recipientId }) => selected.has(recipientId))
  const taken = picked.length > 0 ? picked : placed
  const open = rows?.find(({ recipientId }) => recipientId === openId)

  const take = async (people: readonly Row[], allowOverload = false): Promise<void> => {
    const assignments = people.flatMap(({ recipientId, chosen }) =>
      chosen ? [{ recipientId, helperId: chosen.helperId }] : [],
    )
    try {
      await assign.mutateAsync({ assignments, from: today, allowOverload })
      tellDone(`已结对 ${formatCount(assignments.length)} 人`)
      setSelected(new Set())
      setOpenId(null)
    } catch (error) {
      const isOverload = error instanceof CallError && 'assignments' in error.fields
      if (!isOverload || allowOverload) return tellFailure(error)
      modals.openConfirmModal({
        title: '超过最多帮扶人数',
        children: <Text size="sm">{error.message}</Text>,
        labels: { confirm: '仍然结对', cancel: '回去改' },
        onConfirm: () => void take(people, true),
      })
    }
  }
  const ask = (): void => {
    modals.openConfirmModal({
      title: `采用 ${formatCount(taken.length)} 条建议`,
      children: (
        <Text size="sm">
          从今天（{today}）起结对 {formatCount(taken.length)} 人。这是一次改动，可以一次撤销。
        </Text>
      ),
      labels: { confirm: '采用', cancel: '再看看' },
      confirmProps: { 'data-autofocus': true },
      onConfirm: () => void take(taken),
    })
  }
  const turnDown = ({ recipientId, recipientName }: Row, { helperId, helperName }: Candidate) =>
    dismiss
      .mutateAsync({ recipientId, helperId })
      .then(() => tellDone(`不再建议由${helperName}帮扶${recipientName}`))
      .catch(tellFailure)

  return (
    <Page
      title="结对建议"
      note={
        rows &&
        `${formatCount(placed.length)} 人有建议，${formatCount(rows.length - placed.length)} 人没有合适的人`
      }
      parent="/helpers?tab=unhelped"
      main={
        mayWrite
          ? {
              label:
                picked.length > 0
                  ? `采用选中的 ${picked.length} 条`
                  : `采用全部 ${placed.length} 条`,
              icon: <IconCheck size={18} />,
              onClick: ask,
              disabled: taken.length === 0,
            }
          : undefined
      }
      actions={mayWrite && <UndoLast acts={pairingActs} />}
      filters={
        <FilterBar
          onClear={list.village + list.text === '' ? undefined : () => setList(noConditions)}
        >
          <FilterChoice
            label="村（社区）"
            all="全部村（社区）"
            value={list.village}
            onChange={(village) => setList({ village })}
            options={(villages.data ?? []).map(({ id, name }) => ({
              value: String(id),
              label: name,
            }))}
          />
          <FilterText
            value={list.text}
            onChange={(text) => setList({ text })}
            placeholder="姓名、首字母、村"
          />
        </FilterBar>
      }
      drawer={
        open && {
          title: open.recipientName,
          onClose: () => setOpenId(null),
          content: (
            <CandidateList
              suggestion={open}
              chosenId={open.chosen?.helperId ?? null}
              onChoose={(helperId) => setInstead(new Map(instead).set(open.recipientId, helperId))}
              onDismiss={mayWrite ? (candidate) => void turnDown(open, candidate) : undefined}
            >
              {mayWrite && open.chosen && (
                <Button data-autofocus onClick={() => void take([open])} loading={assign.isPending}>
                  由{open.chosen.helperName}帮扶
                </Button>
              )}
            </CandidateList>
          ),
        }
      }
      fill
    >
      <DataTable
        label="结对建议"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.recipientId}
        onOpen={(row) => setOpenId(row.recipientId)}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        error={suggestions.error ?? undefined}
        onRetry={() => void suggestions.refetch()}
        empty={
          (suggestions.data?.length ?? 0) > 0
            ? { title: '没有符合条件的对象', hint: '放宽或清除条件再看。' }
            : { title: '人人都有帮扶人', hint: '在册对象都已结对，没有要建议的。' }
        }
      />
    </Page>
  )
}
