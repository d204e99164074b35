import { FileInput, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, type InputOf, type OutputOf } from '../api'
import { FormDialog } from '../shell/form/FormDialog'
import { navigate } from '../shell/location'
import { readAsBase64 } from '../shell/read-file'

interface UploadDialogProps {
  /** Of a new template: the forms it can be for. */
  forms?: OutputOf<'templates.list'>
  /** Of the next version: the template it is of. */
  template?: { id: number; name: string }
  onClose: () => void
}

/** Hands a .docx in, as a new template or as the next version of one. */
export function UploadDialog({ forms, template, onClose }: UploadDialogProps): React.ReactElement {
  const upload = useCommandOp('templates.upload')
  const form = useForm({
    initialValues: { form: 'ownPerson', name: '', note: '', base64: null as File | null },
    validate: {
      name: (name) => (!template && name.trim() === '' ? '请给模板起个名字' : null),
      base64: (file) => (file ? null : '请选择改好的 .docx 文件'),
    },
  })
  const save = async (): Promise<string> => {
    const { base64: file, note, name } = form.values
    const answer = await upload.mutateAsync({
      ...(template
        ? { id: template.id }
        : { form: form.values.form as InputOf<'templates.copy'>['form'], name }),
      fileName: file!.name,
      base64: await readAsBase64(file!),
      note,
    })
    navigate(`/documents/templates/${answer.id}`)
    return answer.problems.length === 0
      ? `已收下，是第${answer.number}版，没有发现问题。`
      : `已收下第${answer.number}版，但有 ${answer.problems.length} 处要改，改好前不会用它。`
  }
  return (
    <FormDialog
      title={template ? `传回改好的“${template.name}”` : '传入模板'}
      form={form}
      label="传入并检查"
      saving={upload.isPending}
      save={save}
      onClose={onClose}
    >
      {forms && (
        <>
          <Select
            label="是哪种表"
            allowDeselect={false}
            data={forms.map(({ form, title }) => ({ value: form, label: title }))}
            {...form.getInputProps('form')}
          />
          <TextInput label="名字" withAsterisk maxLength={60} {...form.getInputProps('name')} />
        </>
      )}
      <FileInput
        label="Word 文件（.docx）"
        withAsterisk
        accept=".docx"
        placeholder="点这里选择文件"
        {...form.getInputProps('base64')}
      />
      <TextInput
        label="改了什么"
        maxLength={200}
        placeholder="如 加了医保卡号一栏"
        {...form.getInputProps('note')}
      />
      <Text size="sm" c="dimmed">
        传入后先检查：字段写错、表格坏了会逐条指出；带宏、外部链接或嵌入文件的不收。
      </Text>
    </FormDialog>
  )
}
