import { Anchor, Select, Textarea } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { findingMachine, type FindingMove } from '@shared/domain/inspections/machine'
import { severityLabel } from '@shared/domain/inspections/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { choices } from '../ledgers/CaseFilters'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { ResponsibleInput, responsibleFields } from '../ledgers/ResponsibleInput'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { namesById } from '../shell/form/conflict'
import { FormDialog } from '../shell/form/FormDialog'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'

type Finding = OutputOf<'findings.file'>

/** One finding: what is wrong where, how it is being mended, and the next step. */
export function FindingPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: finding, error, refetch } = useQueryOp('findings.file', { id })
  const mayWrite = useMay('organization.write')
  const voiding = useCommandOp('findings.void')
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<FindingMove | null>(null)
  if (error || !finding || finding.id !== id) {
    return (
      <NotOpened
        title="督查问题"
        parent="/findings"
        what="这个问题"
        error={error}
        onRetry={refetch}
      />
    )
  }
  return (
    <>
      <CasePage
        machine={findingMachine}
        parent="/findings"
        file={finding}
        title={finding.content}
        note={severityLabel[finding.severity]}
        onMove={setMoving}
        actions={
          mayWrite && (
            <VoidRecord
              what="这个问题"
              lead="只用于重复登记或登错了村；督查表上这一项的×一起去掉。不属实的请用“撤销”。"
              parent="/findings"
              onVoid={(reason) => voiding.mutateAsync({ id, reason })}
            />
          )
        }
        facts={
          <FactsPanel
            title="督查问题"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            facts={[
              { label: '问题', words: finding.content },
              { label: '程度', words: severityLabel[finding.severity] },
              { label: '督查项目', words: finding.item },
              {
                label: '站点',
                words: finding.stationId !== null && (
                  <Anchor component={Link} href={`/stations/${finding.stationId}`}>
                    {finding.stationName}
                  </Anchor>
                ),
              },
              {
                label: '督查',
                words: (
                  <Anchor component={Link} href={`/inspections/sheets/${finding.sheetId}`}>
                    {finding.inspectionTitle}
                  </Anchor>
                ),
              },
              { label: '发现日期', words: formatDay(finding.openedOn) },
              { label: '整改要求', words: finding.measure },
              { label: '整改责任人', words: responsibleWords(finding) },
              { label: '整改期限', words: formatDay(finding.dueOn) },
              { label: '整改情况', words: finding.result },
            ]}
          />
        }
        tabs={caseTabs('finding', id, '照片和附件')}
      />
      {editing && <FindingDialog finding={finding} onClose={() => setEditing(false)} />}
      {moving && <MoveFinding finding={finding} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

function MoveFinding(props: {
  finding: Finding
  move: FindingMove
  onClose: () => void
}): React.ReactElement {
  const { finding, move, onClose } = props
  const act = useCommandOp('findings.move')
  const { label, requires } = findingMachine.moves[move]
  const dueLabel = requires?.['dueOn']
  return (
    <StepForm
      title={`${label}：${finding.content}`}
      label={label}
      note={{ label: requires?.['note'] ?? '说明', required: requires?.['note'] !== undefined }}
      extra={{ dueOn: '' }}
      fields={dueLabel === undefined ? undefined : dueField(dueLabel)}
      onSubmit={async ({ dueOn, ...step }) => {
        const { id, revision } = finding
        await act.mutateAsync({ id, revision, move, ...stepOf(step), dueOn: dueOn || null })
        tellDone(`督查问题：${label}`)
      }}
      onClose={onClose}
    />
  )
}

/** The new day by which it has to be mended. */
const dueField = (label: string) => (form: UseFormReturnType<StepValues & { dueOn: string }>) => (
  <DayInput
    label={label}
    required
    data-autofocus
    value={form.values.dueOn}
    onChange={(dueOn) => form.setValues((values) => ({ ...values, dueOn }))}
    error={form.errors['dueOn']}
  />
)

function FindingDialog(props: { finding: Finding; onClose: () => void }): React.ReactElement {
  const { finding, onClose } = props
  const update = useCommandOp('findings.update')
  const stations = useQueryOp('stations.list', {}).data ?? []
  const form = useForm({
    initialValues: {
      content: finding.content,
      severity: finding.severity,
      measure: finding.measure ?? '',
      stationId: finding.stationId,
      helperId: finding.helperId,
      responsible: finding.responsible ?? '',
    },
  })
  const helpers = useQueryOp('helpers.list', {}).data
  const save = async (revision: number): Promise<string> => {
    await update.mutateAsync({ id: finding.id, revision, ...form.getValues() })
    return '督查问题已保存'
  }
  return (
    <FormDialog
      title="修改督查问题"
      form={form}
      record={{
        what: '这个督查问题',
        revision: finding.revision,
        fields: [
          { key: 'content', label: '问题' },
          { key: 'severity', label: '程度', labels: severityLabel },
          { key: 'measure', label: '整改要求' },
          { key: 'stationId', label: '站点', labels: namesById(stations) },
          ...responsibleFields(helpers),
        ],
      }}
      size="lg"
      saving={update.isPending}
      save={save}
      onClose={onClose}
    >
      <Textarea label="问题" required autosize minRows={2} {...form.getInputProps('content')} />
      <Select
        label="程度"
        allowDeselect={false}
        data={choices(severityLabel)}
        {...form.getInputProps('severity')}
      />
      <Textarea label="整改要求" autosize minRows={2} {...form.getInputProps('measure')} />
      <Select
        label="哪个站点的问题"
        placeholder="不是站点的问题"
        clearable
        data={stations
          .filter(({ villageId }) => villageId === null || villageId === finding.villageId)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={form.values.stationId === null ? null : String(form.values.stationId)}
        onChange={(id) => form.setFieldValue('stationId', id === null ? null : Number(id))}
        error={form.errors['stationId']}
      />
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
    </FormDialog>
  )
}
