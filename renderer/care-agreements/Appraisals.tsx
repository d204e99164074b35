import { Anchor, Button, NumberInput, SimpleGrid, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import {
  appraisalGradeLabel,
  appraisalItems,
  periodWords,
  totalScore,
  type AppraisalItem,
} from '@shared/domain/care-agreements/appraisal'
import { useCommandOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'

type File = OutputOf<'careAgreements.file'>
const items = Object.keys(appraisalItems) as AppraisalItem[]

/** 照料人考核: month by month or quarter by quarter, five items of a hundred points together. */
export function Appraisals({ agreement }: { agreement: File }): React.ReactElement {
  const mayWrite = useMay('hazards.write') && agreement.state === 'active'
  const voiding = useCommandOp('careAgreements.voidAppraisal')
  const [appraising, setAppraising] = useState(false)
  const askToVoid = (id: number): void =>
    askReason({
      title: '录错更正：隐去这次考核',
      lead: '隐去后这一期可以重新考核，变更记录里仍可查到。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
      },
    })
  return (
    <>
      {mayWrite && (
        <Button size="compact-md" variant="default" mb="sm" onClick={() => setAppraising(true)}>
          考核照料人
        </Button>
      )}
      {agreement.appraisals.length === 0 ? (
        <Text size="sm" c="dimmed">
          还没有考核过。协议履行中，每月或每季度考核一次。
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>考核期</Table.Th>
              {items.map((item) => (
                <Table.Th key={item}>{appraisalItems[item].label}</Table.Th>
              ))}
              <Table.Th>得分</Table.Th>
              <Table.Th>结果</Table.Th>
              <Table.Th>考核人</Table.Th>
              <Table.Th>日期</Table.Th>
              <Table.Th aria-label="更正" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agreement.appraisals.map((one) => (
              <Table.Tr key={one.id} title={one.note ?? undefined}>
                <Table.Td>{periodWords(one.period)}</Table.Td>
                {items.map((item) => (
                  <Table.Td key={item}>{one.scores[item]}</Table.Td>
                ))}
                <Table.Td>{one.total}</Table.Td>
                <Table.Td>
                  {one.grade === 'poor' && '▲ '}
                  {appraisalGradeLabel[one.grade]}
                </Table.Td>
                <Table.Td>{one.by}</Table.Td>
                <Table.Td>{formatDay(one.day)}</Table.Td>
                <Table.Td>
                  {mayWrite && (
                    <Anchor component="button" size="sm" onClick={() => askToVoid(one.id)}>
                      更正…
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {appraising && <AppraiseDialog agreement={agreement} onClose={() => setAppraising(false)} />}
    </>
  )
}

interface AppraiseDialogProps {
  agreement: File
  onClose: () => void
}

function AppraiseDialog({ agreement, onClose }: AppraiseDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const appraise = useCommandOp('careAgreements.appraise')
  const form = useForm({
    initialValues: {
      period: today.slice(0, 7),
      day: today,
      by: '',
      note: '',
      scores: Object.fromEntries(items.map((item) => [item, appraisalItems[item].most])) as Record<
        AppraisalItem,
        number
      >,
    },
  })
  const save = async (): Promise<string> => {
    const { total } = await appraise.mutateAsync({ agreementId: agreement.id, ...form.getValues() })
    return `${periodWords(form.values.period)}考核 ${total} 分`
  }
  return (
    <FormDialog
      title={`考核照料人：${agreement.helperName ?? agreement.responsible ?? ''}`}
      form={form}
      label="登记"
      size="lg"
      saving={appraise.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <TextInput
          label="考核期"
          required
          data-autofocus
          placeholder="2026-10 或 2026-Q3"
          {...form.getInputProps('period')}
        />
        <DayInput label="考核日期" required notAfter={today} {...form.getInputProps('day')} />
        {items.map((item) => (
          <NumberInput
            key={item}
            label={`${appraisalItems[item].label}（${appraisalItems[item].most} 分）`}
            min={0}
            max={appraisalItems[item].most}
            allowDecimal={false}
            hideControls
            {...form.getInputProps(`scores.${item}`)}
          />
        ))}
        <TextInput label="考核人" maxLength={60} {...form.getInputProps('by')} />
      </SimpleGrid>
      <TextInput label="说明" maxLength={500} {...form.getInputProps('note')} />
      <Text>合计 {totalScore(form.values.scores)} 分</Text>
    </FormDialog>
  )
}
