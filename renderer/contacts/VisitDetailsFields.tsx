import { NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { vitalRanges, type Vitals } from '@shared/domain/contacts/vitals'
import { DayInput } from '../shell/form/domain-inputs'

/** The part of the 走访记录表 that few papers fill in. */
export interface VisitDetails {
  startTime: string | null
  endTime: string | null
  vitals: Vitals | null
  childrenTold: string
  reportedTo: string
  revisitOn: string
}

export const noDetails: VisitDetails = {
  startTime: null,
  endTime: null,
  vitals: null,
  childrenTold: '',
  reportedTo: '',
  revisitOn: '',
}

/** The details of a contact on record, as the fields take them. */
export const detailsOf = (contact: {
  [Key in keyof VisitDetails]: VisitDetails[Key] | null
}): VisitDetails => ({
  startTime: contact.startTime,
  endTime: contact.endTime,
  vitals: contact.vitals,
  childrenTold: contact.childrenTold ?? '',
  reportedTo: contact.reportedTo ?? '',
  revisitOn: contact.revisitOn ?? '',
})

/** As operations take them. */
export const sentDetails = (details: VisitDetails) => ({
  ...details,
  revisitOn: details.revisitOn || null,
})

const vitalFields: readonly (readonly [keyof Vitals, string])[] = [
  ['systolic', '收缩压 mmHg'],
  ['diastolic', '舒张压 mmHg'],
  ['pulse', '脉搏 次/分'],
  ['temperature', '体温 ℃'],
  ['glucose', '血糖 mmol/L'],
]

interface VisitDetailsFieldsProps {
  value: VisitDetails
  onChange: (value: VisitDetails) => void
  /** The first field has the focus when the dialog opens. */
  autoFocus?: boolean
}

export function VisitDetailsFields(props: VisitDetailsFieldsProps): React.ReactElement {
  const { value, onChange, autoFocus = false } = props
  const set = (patch: Partial<VisitDetails>): void => onChange({ ...value, ...patch })
  const setVital = (key: keyof Vitals, measured: number | string): void => {
    const { [key]: _, ...rest } = value.vitals ?? {}
    const vitals = typeof measured === 'number' ? { ...rest, [key]: measured } : rest
    set({ vitals: Object.keys(vitals).length > 0 ? vitals : null })
  }
  return (
    <>
      <SimpleGrid cols={3}>
        <TextInput
          type="time"
          label="开始时间"
          data-autofocus={autoFocus || undefined}
          value={value.startTime ?? ''}
          onChange={(event) => set({ startTime: event.currentTarget.value || null })}
        />
        <TextInput
          type="time"
          label="结束时间"
          value={value.endTime ?? ''}
          onChange={(event) => set({ endTime: event.currentTarget.value || null })}
        />
        <DayInput
          label="约定回访"
          value={value.revisitOn}
          onChange={(revisitOn) => set({ revisitOn })}
        />
      </SimpleGrid>
      <SimpleGrid cols={5} spacing="xs">
        {vitalFields.map(([key, label]) => (
          <NumberInput
            key={key}
            label={label}
            hideControls
            min={vitalRanges[key][0]}
            max={vitalRanges[key][1]}
            value={value.vitals?.[key] ?? ''}
            onChange={(measured) => setVital(key, measured)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={2}>
        <TextInput
          label="通知子女"
          placeholder="通知了谁、什么时候"
          maxLength={200}
          value={value.childrenTold}
          onChange={(event) => set({ childrenTold: event.currentTarget.value })}
        />
        <TextInput
          label="上报"
          placeholder="报给了谁、什么时候"
          maxLength={200}
          value={value.reportedTo}
          onChange={(event) => set({ reportedTo: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  )
}
