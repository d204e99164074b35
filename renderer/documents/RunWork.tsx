import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usualFileName } from '@shared/domain/templates/file-name'
import { useJob, type InputOf } from '../api'
import { Produce, type WorkProps } from './Produce'

type Start = InputOf<'formRuns.start'>
type Mode = NonNullable<Start['mode']>

interface RunWorkProps extends WorkProps {
  form: NonNullable<Start['form']>
  templateId?: number
}

/** 批量出表: one file, one a village, or one a person; cancelled or cut short, it can go on. */
export function RunWork({ people, count, form, templateId }: RunWorkProps): React.ReactElement {
  const job = useJob('formRuns.start')
  const [mode, setMode] = useState<Mode>('merged')
  const [newSheets, setNewSheets] = useState(form === 'recipientFile')
  const [fileName, setFileName] = useState(usualFileName)
  return (
    <>
      <Radio.Group value={mode} onChange={(value) => setMode(value as Mode)}>
        <Stack gap={6}>
          <Radio value="merged" label="合成一个文件，打开一次全部打印" />
          <Radio value="perVillage" label="每村一个文件，分村打印" />
          <Radio value="separate" label="每人一个文件，便于归档" />
        </Stack>
      </Radio.Group>
      {mode === 'separate' ? (
        <TextInput
          label="文件名"
          description="可以写字段，如 {序号}_{村}_{姓名}"
          value={fileName}
          maxLength={120}
          error={job.error?.fields['fileName']}
          onChange={(event) => setFileName(event.currentTarget.value)}
        />
      ) : (
        <Checkbox
          checked={newSheets}
          onChange={(event) => setNewSheets(event.currentTarget.checked)}
          label="双面打印，每人从新的一张纸开始"
        />
      )}
      <Produce
        label="生成"
        job={job}
        cancelled="已取消。已做好的都留着，在下面“批量出表”里点“继续”接着做。"
        disabled={count === 0}
        onStart={() => void job.start({ people, form, templateId, mode, newSheets, fileName })}
      />
    </>
  )
}
