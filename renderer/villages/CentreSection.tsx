import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { showFailure } from '../shell/form/failure'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useMay } from '../shell/session'

type Centre = OutputOf<'centre.get'>

/** 单位: the names that stand on every paper. */
export function CentreSection(): React.ReactElement | null {
  const { data, error } = useQueryOp('centre.get', {})
  if (error) return <ErrorPanel error={error} />
  return data ? <CentreForm centre={data} /> : null
}

function CentreForm({ centre }: { centre: Centre }) {
  const mayWrite = useMay('organization.write')
  const form = useForm({
    initialValues: {
      name: centre.name,
      province: centre.province ?? '',
      county: centre.county,
      township: centre.township,
      regionCode: centre.regionCode ?? '',
      phone: centre.phone ?? '',
      address: centre.address ?? '',
    },
  })
  const update = useCommandOp('centre.update')
  const save = async (): Promise<void> => {
    try {
      const { regionCode, ...rest } = form.values
      await update.mutateAsync({ ...rest, regionCode: regionCode || undefined })
      tellDone('单位资料已保存，新打印的文书按此署名')
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <>
      <FormSection title="单位" note="文书的署名、地区都从这里取">
        <WholeRow>
          <TextInput label="单位名称" required {...form.getInputProps('name')} />
        </WholeRow>
        <TextInput label="省（自治区、市）" {...form.getInputProps('province')} />
        <TextInput label="县（市、区）" required {...form.getInputProps('county')} />
        <TextInput label="乡镇（街道）" required {...form.getInputProps('township')} />
        <TextInput label="行政区划代码" {...form.getInputProps('regionCode')} />
        <TextInput label="办公电话" {...form.getInputProps('phone')} />
        <TextInput label="办公地址" {...form.getInputProps('address')} />
      </FormSection>
      {mayWrite && <SaveBar onSave={() => void save()} saving={update.isPending} />}
    </>
  )
}
