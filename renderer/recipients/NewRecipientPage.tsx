import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { SimilarPerson } from '@shared/contract/recipients'
import {
  codesOf,
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  type RecipientGroup,
} from '@shared/domain/vocabulary'
import { isAskedOf } from '@shared/domain/custom-fields/custom-field'
import { readResidentId } from '@shared/domain/identity/resident-id'
import type { RecipientField } from '@shared/domain/recipient-fields'
import { CallError, useCommandOp, useQueryOp } from '../api'
import { CustomInput } from '../custom-fields/CustomInput'
import { typedValues } from '../custom-fields/file-values'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { FactInput } from './FactInput'
import {
  emergencySection,
  healthSection,
  householdSection,
  residenceSection,
  sectionsOfGroups,
  type FactSection,
} from './fact-fields'
import { factsOf, valuesOf, type FactForm, type FactValues } from './fact-form'
import { VillageSelect } from './VillageSelect'

/** What is asked first; the rest can wait for the visit. */
const first: readonly RecipientField[] = [
  'idNumber',
  'name',
  'gender',
  'birthDate',
  'phones',
  'livingArrangement',
  'homeAddress',
]
const everybody: readonly FactSection[] = [
  { ...residenceSection, fields: ['hasNoPhone', 'householdAddress', 'housing', 'hazardZone'] },
  emergencySection,
]
const ofAdults: FactSection = {
  ...householdSection,
  fields: ['marital', 'hasNoChildren', 'dailyCarer'],
}
const healthOfElders: FactSection = {
  ...healthSection,
  fields: ['health', 'selfCare', 'chronicDiseases', 'allergies', 'disabilityCertificate'],
}
const healthOfOthers: FactSection = {
  ...healthSection,
  fields: ['health', 'allergies', 'disabilityCertificate'],
}

/** What can be filled in at once: nobody is asked what makes no sense of their group. */
function foldedFor(groups: readonly RecipientGroup[]): FactSection[] {
  const isCared = groups.includes('elder') || groups.includes('extremePoverty')
  const isChildOnly = groups.length > 0 && groups.every((group) => group === 'child')
  return [
    ...sectionsOfGroups(groups, {}),
    ...everybody,
    ...(isChildOnly ? [] : [ofAdults]),
    isCared ? healthOfElders : healthOfOthers,
  ]
}

const fields: readonly RecipientField[] = [
  ...first,
  'idNumberNote',
  'remark',
  ...foldedFor(codesOf(recipientGroupLabel)).flatMap((section) => section.fields),
]

interface Place {
  villageId: number | null
  villageGroupId: number | null
  groups: (keyof typeof recipientGroupLabel)[]
  from: string
}
type Values = FactValues & Place

const why: Record<SimilarPerson['why'], string> = {
  sameIdNumber: '身份证号相同',
  sameNameAndBirth: '姓名、出生日期相同',
  sameNameAndVillage: '同村同名',
  soundsAlike: '同村，姓名同音、出生日期相同',
}

/** 新建档案: the ID first, because it tells birth and sex and whether the person is on file. */
export function NewRecipientPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const village = new URLSearchParams(useSearch()).get('village')
  const form = useForm<Values>({
    initialValues: {
      ...valuesOf({}, fields),
      custom: {},
      villageId: village ? Number(village) : null,
      villageGroupId: null,
      groups: ['elder'],
      from: today,
    },
    validate: { villageId: (value) => (value === null ? '请选择村（社区）' : null) },
  })
  const draft = useDraft('recipient:new', form)
  const create = useCommandOp('recipients.create')
  const own = useCustomFields().filter(
    (field) => !field.retired && isAskedOf(field, form.values.groups),
  )
  const [doubt, setDoubt] = useState<string | null>(null)

  const save = async (allowSimilar: boolean): Promise<void> => {
    if (form.validate().hasErrors) return
    const { villageId, villageGroupId, groups, from, ...facts } = form.values
    try {
      const { id, archiveNo } = await create.mutateAsync({
        facts: { ...factsOf(facts), name: String(facts.name ?? '') },
        // What was typed for a group that was unticked again is not asked of this person.
        custom: typedValues(
          Object.fromEntries(own.map(({ id }) => [id, form.values.custom?.[id] ?? null])),
        ),
        villageId: villageId ?? 0,
        villageGroupId,
        groups,
        from: from || undefined,
        allowSimilar,
      })
      await draft.discard()
      tellDone(`已建档，档案号 ${archiveNo}`)
      navigate(`/recipients/${id}?tab=family`, { replace: true })
    } catch (error) {
      const similar = error instanceof CallError && error.code === 'CONFLICT' && isSimilar(error)
      if (similar) setDoubt(error.message)
      else showFailure(form, withOwnPaths(error))
    }
  }
  const id = readResidentId(String(form.values.idNumber ?? ''), today)
  const needsNote = id.state === 'invalid' && id.problem === 'CHECKSUM'
  const facts = form as unknown as FactForm
  const input = (field: RecipientField, more: { required?: boolean; autoFocus?: boolean } = {}) => (
    <FactInput key={field} form={facts} field={field} {...more} />
  )
  return (
    <Page title="新建档案" parent="/recipients">
      <FormSection
        title="基本情况"
        note={draft.continued ? '接着上次没保存的内容' : '先填身份证号，出生日期和性别会自动带出'}
      >
        {input('idNumber', { autoFocus: true })}
        {input('name', { required: true })}
        {needsNote && <WholeRow>{input('idNumberNote')}</WholeRow>}
        <Similar values={form.values} />
        {input('gender')}
        {input('birthDate')}
        <VillageSelect
          villageId={form.values.villageId}
          villageGroupId={form.values.villageGroupId}
          onChange={(place) => form.setValues(place as Partial<Values>)}
          errors={form.errors}
        />
        {input('phones')}
        {input('livingArrangement')}
        {input('homeAddress')}
        <DayInput label="建档日期" notAfter={today} {...form.getInputProps('from')} />
        <Checkbox.Group label="属于哪些群体" {...form.getInputProps('groups')}>
          <Group mt={6}>
            {codesOf(recipientGroupLabel).map((group) => (
              <Checkbox key={group} value={group} label={recipientGroupLabel[group]} />
            ))}
          </Group>
        </Checkbox.Group>
      </FormSection>
      {foldedFor(form.values.groups).map((section) => (
        <FormSection key={section.key} title={section.title} foldable folded note="可以以后再补">
          {section.fields.map((field) => input(field))}
        </FormSection>
      ))}
      {own.length > 0 && (
        <FormSection
          title="本单位自定义的项目"
          foldable
          folded={!own.some(({ required }) => required)}
          note={own.some(({ required }) => required) ? undefined : '可以以后再补'}
        >
          {own.map((field) => (
            <CustomInput key={field.id} form={form} field={field} />
          ))}
        </FormSection>
      )}
      <Stack gap="sm" mt="md">
        {doubt && (
          <Alert color="dusk" variant="light" role="alert" title="请先确认">
            <Text size="sm">{doubt}</Text>
            <Button size="xs" mt="sm" onClick={() => void save(true)}>
              不是同一人，继续建档
            </Button>
          </Alert>
        )}
        <SaveBar
          label="建档"
          onSave={() => void save(false)}
          onCancel={() => navigate('/recipients')}
          saving={create.isPending}
          draft={draft}
        />
      </Stack>
    </Page>
  )
}

const isSimilar = (error: CallError): boolean =>
  Array.isArray((error.details as { similar?: unknown } | undefined)?.similar)

/** The contract's own refusals name `facts.birthDate`, the rules' name `birthDate`. */
function withOwnPaths(error: unknown): unknown {
  if (!(error instanceof CallError)) return error
  const own = Object.entries(error.fields).map(([path, told]) => [
    path.replace(/^facts\./, ''),
    told,
  ])
  return new CallError({
    code: error.code,
    message: error.message,
    fields: Object.fromEntries(own),
    details: error.details,
  })
}

/** People on file who may be the one being typed in, while typing. */
function Similar({ values }: { values: Values }) {
  const { name, idNumber, birthDate, villageId } = values
  const sought = {
    name: String(name ?? '').slice(0, 60),
    idNumber: String(idNumber ?? '').slice(0, 40) || null,
    birthDate: String(birthDate ?? '').slice(0, 10) || null,
    villageId,
  }
  const [asked] = useDebouncedValue(JSON.stringify(sought), 250)
  const similar = useQueryOp('recipients.similar', JSON.parse(asked) as typeof sought, {
    enabled: sought.name.length > 1 || (sought.idNumber?.length ?? 0) >= 15,
  })
  if (!similar.data?.length) return null
  return (
    <Alert color="dusk" variant="light" style={{ gridColumn: '1 / -1' }} title="可能已经建档">
      {similar.data.map((person) => (
        <Group key={person.id} gap="xs">
          <Text size="sm">
            {[
              person.name,
              person.gender && genderLabel[person.gender],
              formatDay(person.birthDate),
              person.villageName + person.villageGroupName,
              recipientStatusLabel[person.status],
            ]
              .filter(Boolean)
              .join(' · ')}
            （{why[person.why]}）
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => navigate(`/recipients/${person.id}`)}
          >
            打开
          </Button>
        </Group>
      ))}
    </Alert>
  )
}
