import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { categoryLabel, codesOf, riskLevelLabel, type Category } from '@shared/domain/vocabulary'
import { usualCriteria, type WarningCriteria } from '@shared/domain/warnings/at-risk'
import { warningKindLabel, type WarningKind } from '@shared/domain/warnings/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'

type Row = OutputOf<'warnings.atRisk'>['rows'][number]

/** Categories a warning is ever sent by. */
const offered: readonly Category[] = [
  'livingAlone',
  'emptyNest',
  'leftBehind',
  'advancedAge',
  'incapacitated',
  'partlyIncapacitated',
  'severeDisability',
  'extremePoverty',
]

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 84, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    sortBy: (row) => row.villageName,
    width: 120,
  },
  { key: 'why', title: '为什么', text: (row) => row.reasons.join('、'), width: 260, grow: 1 },
  { key: 'phone', title: '电话', text: (row) => row.phones[0] ?? '无电话', width: 124 },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.map(({ name }) => name).join('、') || '无帮扶人',
    width: 110,
  },
]

/** Chooses whom to warn; each of them is then owed a contact by the next day. */
export function RaiseWarningPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [kind, setKind] = useState<WarningKind>('heat')
  const [criteria, setCriteria] = useState<WarningCriteria>(usualCriteria.heat)
  const [left, setLeft] = useState<ReadonlySet<RowKey>>(new Set())
  const atRisk = useQueryOp('warnings.atRisk', {
    criteria: {
      ...criteria,
      categories: [...criteria.categories],
      riskLevels: [...criteria.riskLevels],
    },
  })
  const raise = useCommandOp('warnings.raise')
  const form = useForm({ initialValues: { day: '', note: '' } })
  const rows = atRisk.data?.rows
  const chosen = useMemo(
    () => new Set<RowKey>((rows ?? []).map((row) => row.recipientId).filter((id) => !left.has(id))),
    [rows, left],
  )
  const choose = (next: WarningKind): void => {
    setKind(next)
    setCriteria(usualCriteria[next])
    setLeft(new Set())
  }
  const send = async (): Promise<void> => {
    try {
      const { id, people } = await raise.mutateAsync({
        kind,
        day: form.values.day || today,
        recipientIds: [...chosen] as number[],
        note: form.values.note,
      })
      tellDone(`已给 ${people} 人生成任务，明天前联系到`)
      navigate(`/warnings/${id}`, { replace: true })
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Page title="发一次预警" parent="/warnings" fill>
      <Stack gap="sm" style={{ minHeight: 0, flex: 1 }}>
        <Group align="end">
          <SegmentedControl
            value={kind}
            onChange={(value) => choose(value as WarningKind)}
            transitionDuration={0}
            aria-label="预警种类"
            data={codesOf(warningKindLabel).map((value) => ({
              value,
              label: warningKindLabel[value],
            }))}
          />
          <DayInput
            label="发布日期"
            placeholder={today}
            notAfter={today}
            w={150}
            {...form.getInputProps('day')}
          />
          <TextInput
            label="说明"
            placeholder="如 县气象台橙色高温预警，37℃ 以上"
            style={{ flex: 1 }}
            maxLength={300}
            {...form.getInputProps('note')}
          />
          <Button
            onClick={() => void send()}
            loading={raise.isPending}
            disabled={chosen.size === 0}
          >
            给 {formatCount(chosen.size)} 人生成任务
          </Button>
        </Group>
        <Group gap="md">
          {offered.map((one) => (
            <Checkbox
              key={one}
              label={categoryLabel[one]}
              checked={criteria.categories.includes(one)}
              onChange={() =>
                setCriteria({ ...criteria, categories: toggled(criteria.categories, one) })
              }
            />
          ))}
          {codesOf(riskLevelLabel).map((one) => (
            <Checkbox
              key={one}
              label={`风险：${riskLevelLabel[one]}`}
              checked={criteria.riskLevels.includes(one)}
              onChange={() =>
                setCriteria({ ...criteria, riskLevels: toggled(criteria.riskLevels, one) })
              }
            />
          ))}
          <Checkbox
            label="住在隐患区域"
            checked={criteria.hazardZone}
            onChange={(event) =>
              setCriteria({ ...criteria, hazardZone: event.currentTarget.checked })
            }
          />
          <Checkbox
            label="住 C、D 级危房"
            checked={criteria.unsafeHousing}
            onChange={(event) =>
              setCriteria({ ...criteria, unsafeHousing: event.currentTarget.checked })
            }
          />
        </Group>
        {atRisk.data && !atRisk.data.ruleInForce && (
          <Alert color="dusk" variant="light">
            眼下没有“重大变化后次日前探访”的规则，预警只记名单，不会出现在到期和逾期里。
            <Anchor component={Link} href="/settings?part=rules">
              去频次规则里采用
            </Anchor>
          </Alert>
        )}
        <DataTable
          label="要提醒的人"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.recipientId}
          selection={{
            selected: chosen,
            onChange: (keys) =>
              setLeft(
                new Set((rows ?? []).map((row) => row.recipientId).filter((id) => !keys.has(id))),
              ),
          }}
          onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
          error={atRisk.error ?? undefined}
          onRetry={() => void atRisk.refetch()}
          empty={{ title: '没有符合条件的在册对象', hint: '换一换上面的条件再看。' }}
        />
      </Stack>
    </Page>
  )
}

const toggled = <Code,>(codes: readonly Code[], one: Code): Code[] =>
  codes.includes(one) ? codes.filter((code) => code !== one) : [...codes, one]
