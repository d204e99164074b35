import {
  Autocomplete,
  Checkbox,
  NumberInput,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { ResidentIdReading } from '@shared/domain/identity/resident-id'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { DayInput, IdNumberInput, PartialDateInput } from '../shell/form/domain-inputs'
import { DictionarySelect, PhonesInput } from '../shell/form/inputs'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { WholeRow } from '../shell/form/FormSection'
import { useSession } from '../shell/session'
import { kindOf, type FactKind } from '@shared/domain/facts/kinds'
import type { FactForm } from './fact-form'
import { PersonSelect } from './PersonSelect'

interface FactInputProps {
  form: FactForm
  field: RecipientField
  required?: boolean
  autoFocus?: boolean
  /** Of a spouse: who cannot be chosen. */
  ownId?: number
}

/** What each field wants to hear, where its name does not say it. */
const hints: Partial<Record<RecipientField, string>> = {
  idNumberNote: '号码校验不符但证件确是如此时，写明原因',
  lunarBirthday: '如 腊月初八，家里按农历过生日的填写',
  initials: '留空自动生成；读音特殊时自己填，如 XW',
  archiveNo: '留空自动编号',
  disabilityCertificate: '填写后自动带出类别、等级和身份证号；空着时由身份证号、类别、等级合成',
  checkupOn: '建档时知道的；以后的体检记在走访联系里',
  wish: '一句话，如 想和儿子视频',
}

/** The one input of each fact, wherever it is typed. */
export function FactInput({ form, field, required, autoFocus, ownId }: FactInputProps) {
  const of = kindOf(field)
  const label = recipientFieldLabel[field]
  if (of.kind === 'phones') {
    return (
      <PhonesInput
        label={label}
        value={form.values[field] as string[]}
        onChange={(phones) => form.setFieldValue(field, phones)}
        errors={phoneErrors(form, field)}
      />
    )
  }
  const common = {
    label,
    required,
    autoFocus,
    'data-autofocus': autoFocus || undefined,
    description: hints[field],
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
  }
  const input = <TypedInput form={form} field={field} of={of} common={common} ownId={ownId} />
  return of.kind === 'long' ? <WholeRow>{input}</WholeRow> : input
}

interface TypedInputProps {
  form: FactForm
  field: RecipientField
  of: FactKind
  common: object
  ownId?: number
}

function TypedInput({ form, field, of, common, ownId }: TypedInputProps) {
  const today = useSession().data?.today
  const dictionaries = useDictionaries()
  const own = form.getInputProps(field)
  const bound = { ...common, ...own }
  const { value, onChange } = own as { value: unknown; onChange: (value: unknown) => void }
  switch (of.kind) {
    case 'choice':
      return (
        <DictionarySelect
          {...bound}
          labels={dictionaries.offered(of.dictionary, [value as string | null])}
        />
      )
    case 'fixed':
      return <DictionarySelect {...bound} labels={of.labels} />
    case 'numberChoice':
      return (
        <Select
          {...bound}
          value={value === null ? null : String(value)}
          onChange={(code) => onChange(code === null ? null : Number(code))}
          data={Object.entries(of.labels).map(([code, label]) => ({ value: code, label }))}
          clearable
        />
      )
    case 'words':
      return (
        <WordsInput
          {...bound}
          dictionary={of.dictionary}
          value={value as string[]}
          onChange={onChange}
        />
      )
    case 'check':
      return (
        <Checkbox {...form.getInputProps(field, { type: 'checkbox' })} {...checkProps(common)} />
      )
    case 'date':
      return <PartialDateInput {...bound} notAfter={of.mayLieAhead ? undefined : today} />
    case 'yesNo':
      return (
        <Select
          {...bound}
          value={value === null ? null : value ? 'yes' : 'no'}
          onChange={(code) => onChange(code === null ? null : code === 'yes')}
          data={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
          placeholder="未问"
          clearable
        />
      )
    case 'suggested':
      return (
        <Autocomplete
          {...bound}
          value={dictionaries.words(of.dictionary, value as string)}
          onChange={(word) => onChange(dictionaries.meaningOf(of.dictionary, word)?.code ?? word)}
          data={Object.values(dictionaries.offered(of.dictionary))}
        />
      )
    case 'day':
      return <DayInput {...bound} notAfter={today} />
    case 'idNumber':
      return <IdNumberInput {...bound} onRead={(reading) => takeOver(form, reading)} />
    case 'number':
      return <NumberInput {...bound} min={0} thousandSeparator="," hideControls />
    case 'long':
      return <Textarea {...bound} autosize minRows={2} maxRows={6} />
    case 'spouse':
      return (
        <PersonSelect
          {...bound}
          value={value as number | null}
          onChange={onChange}
          except={ownId}
        />
      )
    default:
      return <TextInput {...bound} />
  }
}

function checkProps(common: object): { label: string; mt: number } {
  return { label: (common as { label: string }).label, mt: 30 }
}

/** The ID tells birth and sex; what was typed before is left for the core to compare. */
function takeOver(form: FactForm, reading: ResidentIdReading): void {
  if (reading.state !== 'valid') return
  if ('birthDate' in form.values && !form.values.birthDate)
    form.setFieldValue('birthDate', reading.birthDay)
  if ('gender' in form.values && !form.values.gender) form.setFieldValue('gender', reading.gender)
}

function phoneErrors(form: FactForm, field: string): Record<number, string | undefined> {
  const errors: Record<number, string | undefined> = {}
  for (const [path, error] of Object.entries(form.errors)) {
    const [of, at] = path.split('.')
    if (of === field && typeof error === 'string') errors[Number(at ?? 0)] = error
  }
  return errors
}

interface WordsInputProps {
  dictionary: DictionaryKey
  value: string[]
  onChange: (value: string[]) => void
}

/** Several words of a dictionary: entries are kept as codes, own words as typed. */
function WordsInput({ dictionary, value, onChange, ...rest }: WordsInputProps) {
  const dictionaries = useDictionaries()
  const codeOf = (word: string): string => dictionaries.meaningOf(dictionary, word)?.code ?? word
  return (
    <TagsInput
      {...rest}
      value={value.map((word) => dictionaries.label(dictionary, word))}
      onChange={(shown) => onChange(shown.map(codeOf))}
      data={Object.values(dictionaries.offered(dictionary, value))}
      placeholder={value.length === 0 ? '可选多项，也可自己输入' : undefined}
      clearable={false}
      splitChars={['、', '，', ',', ';', '；']}
    />
  )
}
