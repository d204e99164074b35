import { Alert, Anchor, Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'
import { CallError, call } from '../api'
import { host } from '../host'
import { wordsOf } from '../shell/notify'
import { PasswordFields, passwordsReady } from './PasswordFields'
import { SampleLink } from './SampleLink'
import { VaultFrame } from './VaultFrame'
import { setUpSteps } from './set-up-steps'
import { readVillageList } from './village-list'
import classes from './SetUpPage.module.css'

interface SetUpPageProps {
  /** Where the data will lie unless the clerk picks another folder. */
  dataDir: string | null
  onCreated: (sheet: RecoverySheet) => void
  onRestore: () => void
}

const blank = {
  centreName: '',
  province: '',
  county: '',
  township: '',
  villageText: '',
  operatorName: '',
  password: '',
  repeated: '',
  dataDir: '',
}
type SetUpForm = UseFormReturnType<typeof blank>

/** Which step shows a field that the core refused. */
const stepOfField: [prefix: string, step: number][] = [
  ['centre.', 0],
  ['dataDir', 0],
  ['villages', 1],
  ['operator.', 2],
]

/** The first picture a newcomer sees: unit, villages, first operator; then the recovery sheet. */
export function SetUpPage({ dataDir, onCreated, onRestore }: SetUpPageProps): React.ReactElement {
  const [step, setStep] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const form: SetUpForm = useForm({ initialValues: blank })
  const { values } = form
  const villages = readVillageList(values.villageText)

  const ready = [
    Boolean(
      values.centreName.trim() &&
      values.county.trim() &&
      values.township.trim() &&
      (values.dataDir || dataDir),
    ),
    true,
    Boolean(values.operatorName.trim()) && passwordsReady(values.password, values.repeated),
  ][step]

  const create = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    try {
      const { recoverySheet } = await call('vault.create', {
        dataDir: values.dataDir || undefined,
        centre: {
          name: values.centreName,
          province: values.province.trim() || undefined,
          county: values.county,
          township: values.township,
        },
        villages,
        operator: { name: values.operatorName, password: values.password },
      })
      onCreated(recoverySheet)
    } catch (error) {
      setRefusal(error)
      setBusy(false)
      const field = error instanceof CallError ? Object.keys(error.fields)[0] : undefined
      const place = stepOfField.find(([prefix]) => field?.startsWith(prefix))
      if (place) setStep(place[1])
    }
  }

  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (!ready || busy) return
    if (step < 2) setStep(step + 1)
    else void create()
  }

  const errors = refusal instanceof CallError ? refusal.fields : {}
  const pages = [
    <CentreStep key="centre" form={form} errors={errors} defaultDir={dataDir} />,
    <VillageStep key="villages" form={form} villages={villages} />,
    <OperatorStep key="operator" form={form} errors={errors} />,
  ]
  return (
    <VaultFrame
      wide
      title={['先写下单位', '有哪些村、社区', '第一位经办人'][step]!}
      lead={leads[step]}
      steps={{ words: setUpSteps, current: step }}
    >
      <form onSubmit={submit}>
        {pages[step]}
        {refusal !== null && (
          <Alert color="cinnabar" variant="light" role="alert" mt="md">
            {wordsOf(refusal)}
          </Alert>
        )}
        <Group justify="space-between" mt="xl">
          {step === 0 ? (
            <Group gap="lg">
              <SampleLink />
              <Anchor component="button" type="button" size="sm" onClick={onRestore}>
                从备份恢复
              </Anchor>
            </Group>
          ) : (
            <Button variant="default" onClick={() => setStep(step - 1)}>
              上一步
            </Button>
          )}
          <Button type="submit" disabled={!ready} loading={busy}>
            {step === 2
              ? '建立数据库'
              : step === 1 && villages.length === 0
                ? '以后再填'
                : '下一步'}
          </Button>
        </Group>
      </form>
    </VaultFrame>
  )
}

const leads = [
  '名称会印在文书和表册上，以后可以在“设置”里改。',
  '从 Excel 里复制那一列，粘贴到下面；也可以一行写一个。村名以后可以改，合村并居也记得住。',
  '数据用密码加密，没有密码谁也打不开，包括开发者。请选一个记得住、别人猜不到的密码。',
]

interface CentreStepProps {
  form: SetUpForm
  errors: Record<string, string>
  defaultDir: string | null
}

function CentreStep({ form, errors, defaultDir }: CentreStepProps): React.ReactElement {
  const { values } = form
  const suggested = values.township.trim() && `${values.township.trim()}留守老人关爱服务中心`
  return (
    <Stack gap="md">
      <div className={classes.three}>
        <TextInput
          label="省（自治区、直辖市）"
          placeholder="可不填"
          {...form.getInputProps('province')}
          error={errors['centre.province']}
        />
        <TextInput
          label="县（市、区）"
          required
          autoFocus
          {...form.getInputProps('county')}
          error={errors['centre.county']}
        />
        <TextInput
          label="乡镇（街道）"
          required
          {...form.getInputProps('township')}
          error={errors['centre.township']}
        />
      </div>
      <TextInput
        label="中心名称"
        required
        placeholder={suggested || '如：某某镇留守老人关爱服务中心'}
        {...form.getInputProps('centreName')}
        onFocus={() => {
          if (!values.centreName && suggested) form.setFieldValue('centreName', suggested)
        }}
        error={errors['centre.name']}
      />
      <DataFolder form={form} defaultDir={defaultDir} error={errors.dataDir} />
    </Stack>
  )
}

interface DataFolderProps {
  form: SetUpForm
  defaultDir: string | null
  error?: string
}

function DataFolder({ form, defaultDir, error }: DataFolderProps): React.ReactElement {
  const pick = async (): Promise<void> => {
    const folder = await host.pickDataDir()
    if (folder) form.setFieldValue('dataDir', folder)
  }
  return (
    <div>
      <Text size="sm" fw={500}>
        数据文件夹
      </Text>
      <Group gap="sm" mt={4}>
        <Text className={classes.path}>{form.values.dataDir || defaultDir || '还没有选'}</Text>
        {host.canPickFolder && (
          <Button variant="default" size="xs" onClick={() => void pick()}>
            {form.values.dataDir || defaultDir ? '换个地方' : '选择文件夹'}
          </Button>
        )}
      </Group>
      {error ? (
        <Text size="sm" c="cinnabar" role="alert">
          {error}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          要放在本机硬盘上，不要放在网盘同步文件夹或共享盘里。
        </Text>
      )}
    </div>
  )
}

interface VillageStepProps {
  form: SetUpForm
  villages: { name: string; kind: string }[]
}

function VillageStep({ form, villages }: VillageStepProps): React.ReactElement {
  const communities = villages.filter((village) => village.kind === 'community').length
  return (
    <div className={classes.two}>
      <Textarea
        label="粘贴或录入"
        autoFocus
        rows={11}
        placeholder={'下河村\n柳林村\n东街社区'}
        {...form.getInputProps('villageText')}
      />
      <div>
        <Text size="sm" fw={500} role="status">
          {villages.length === 0
            ? '认出来的会列在这里'
            : `认出 ${villages.length - communities} 个村、${communities} 个社区`}
        </Text>
        <ol className={classes.villages}>
          {villages.map((village) => (
            <li key={village.name}>{village.name}</li>
          ))}
        </ol>
      </div>
    </div>
  )
}

interface OperatorStepProps {
  form: SetUpForm
  errors: Record<string, string>
}

function OperatorStep({ form, errors }: OperatorStepProps): React.ReactElement {
  const { values } = form
  return (
    <Stack gap="md" maw="24rem">
      <TextInput
        label="姓名"
        required
        autoFocus
        autoComplete="off"
        {...form.getInputProps('operatorName')}
        error={errors['operator.name']}
      />
      <PasswordFields
        password={values.password}
        repeated={values.repeated}
        ownName={values.operatorName}
        onPassword={(password) => form.setFieldValue('password', password)}
        onRepeated={(repeated) => form.setFieldValue('repeated', repeated)}
        error={errors['operator.password']}
      />
    </Stack>
  )
}
