import { Alert, Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { fieldKindLabel } from '@shared/domain/registers/definition'
import { call, useCommandOp, type OutputOf } from '../api'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'

type Read = OutputOf<'registers.readDefinition'>

/** 从文件导入: a definition from elsewhere is checked and looked at before it becomes a register. */
export function ImportDefinition({ onClose }: { onClose: () => void }): React.ReactElement {
  const create = useCommandOp('registers.create')
  const [read, setRead] = useState<Read | null>(null)
  const open = async (file: File | null): Promise<void> => {
    setRead(null)
    if (!file) return
    try {
      setRead(await call('registers.readDefinition', { text: await file.text() }))
    } catch (error) {
      tellFailure(error)
    }
  }
  const save = async ({ definition }: Read): Promise<void> => {
    try {
      const { id } = await create.mutateAsync({ definition })
      tellDone(`已新建登记簿“${definition.name}”`)
      onClose()
      navigate(`/registers/${id}`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="从文件导入登记簿" size={760}>
      <Stack gap="md">
        <FileInput
          label="登记簿文件"
          description="别的单位用“导出登记簿”做的 .json 文件；只有栏目和步骤，没有登记的内容"
          accept=".json,application/json"
          data-autofocus
          onChange={(file) => void open(file)}
        />
        {read && (
          <>
            <Text fw={600}>{read.definition.name}</Text>
            <Text>{read.definition.purpose}</Text>
            <Text>
              栏目：
              {read.definition.fields
                .map(({ name, kind }) => `${name}（${fieldKindLabel[kind]}）`)
                .join('、')}
            </Text>
            <Text>步骤：{read.definition.states.map(({ label }) => label).join(' → ')}</Text>
          </>
        )}
        {read && read.faults.length > 0 && (
          <Alert color="dusk" variant="light" role="alert" title="还不能导入">
            {read.faults.map(({ path, words }) => (
              <Text key={path + words}>{words}</Text>
            ))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button
            disabled={!read || read.faults.length > 0}
            loading={create.isPending}
            onClick={() => read && void save(read)}
          >
            新建这本登记簿
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
