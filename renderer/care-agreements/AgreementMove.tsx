import { Checkbox } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { agreementMachine, type AgreementMove } from '@shared/domain/care-agreements/machine'
import { useCommandOp, type OutputOf } from '../api'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { tellDone } from '../shell/notify'

interface MoveAgreementProps {
  agreement: OutputOf<'careAgreements.file'>
  move: AgreementMove
  onClose: () => void
}

interface Term {
  until: string
  willing: boolean
}

/** One step of an agreement; signing and renewing ask for the term and the person's own will. */
export function MoveAgreement(props: MoveAgreementProps): React.ReactElement {
  const { agreement, move, onClose } = props
  const act = useCommandOp('careAgreements.move')
  const { label, requires } = agreementMachine.moves[move]
  const title = `${agreement.recipientName}的照料协议：${label}`
  const asksTerm = move === 'sign' || move === 'renew'
  return (
    <StepForm<Term>
      title={title}
      label={label}
      note={{ label: requires?.['note'] ?? '说明', required: requires?.['note'] !== undefined }}
      asks={{ toWhom: move === 'report' }}
      extra={{ until: '', willing: false }}
      fields={asksTerm ? termFields : undefined}
      onSubmit={async ({ until, willing, ...step }) => {
        const { id, revision } = agreement
        const said = asksTerm ? { until: until || null, willing } : {}
        await act.mutateAsync({ id, revision, move, ...stepOf(step), ...said })
        tellDone(title)
      }}
      onClose={onClose}
    />
  )
}

const termFields = (form: UseFormReturnType<StepValues & Term>): React.ReactElement => (
  <>
    <DayInput
      label="期满日期"
      required
      data-autofocus
      value={form.values.until}
      onChange={(until) => form.setValues((values) => ({ ...values, until }))}
      error={form.errors['until']}
    />
    <Checkbox
      label="老人本人同意"
      checked={form.values.willing}
      onChange={({ currentTarget: { checked } }) =>
        form.setValues((values) => ({ ...values, willing: checked }))
      }
      error={form.errors['willing']}
    />
  </>
)
