import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ImportResult } from '@shared/contract/imports'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { saveWorkbook } from './ApplyStep'

interface OutcomeProps {
  result: ImportResult
  /** Goes on with the rows that were left out. */
  onRest: () => void
}

/** What the import wrote, what it left out, and where to go from here. */
export function Outcome({ result, onRest }: OutcomeProps): React.ReactElement {
  const { leftOut, leftOutWorkbook } = result
  const all = ({ created, updated, unchanged }: ImportResult['pairings']): number =>
    created + updated + unchanged
  const people = all(result.people)
  const pairings = all(result.pairings)
  const contacts = all(result.contacts)
  return (
    <Stack gap="md" maw={760}>
      <Alert color="pine" variant="light" icon={<IconCheck />} title="已经入库" role="status">
        <Stack gap={4}>
          {linesOf(result).map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Stack>
      </Alert>
      {leftOut > 0 && (
        <Alert color="dusk" variant="light" title={`还有 ${formatCount(leftOut)} 行没有入库`}>
          <Text>它们没有动档案。可以另存出来请村里改，也可以现在接着处理。</Text>
          <Group mt="sm" gap="xs">
            {leftOutWorkbook && (
              <Button size="xs" onClick={() => void saveWorkbook(leftOutWorkbook.artifactId)}>
                错误行另存
              </Button>
            )}
            <Button size="xs" variant="default" onClick={onRest}>
              接着处理这些行
            </Button>
          </Group>
        </Alert>
      )}
      <Group gap="xs">
        {people > 0 && <Button onClick={() => navigate('/recipients')}>打开关爱对象名单</Button>}
        {pairings > 0 && <Button onClick={() => navigate('/helpers')}>打开结对帮扶</Button>}
        {contacts > 0 && <Button onClick={() => navigate('/contacts')}>打开走访联系</Button>}
        <Button variant="default" onClick={() => navigate('/imports')}>
          导入另一个文件
        </Button>
      </Group>
    </Stack>
  )
}

function linesOf({ people, helpers, pairings, contacts, villages }: ImportResult): string[] {
  const line = (what: string, parts: [count: number, words: string][]): string | null => {
    const told = parts.flatMap(([count, words]) =>
      count > 0 ? [words.replace('#', formatCount(count))] : [],
    )
    return told.length > 0 ? `${what}：${told.join('，')}` : null
  }
  return [
    line('关爱对象', [
      [people.created, '新建档案 # 份'],
      [people.updated, '补充或更新 # 份'],
      [people.unchanged, '# 份没有变化'],
    ]),
    line('帮扶人', [
      [helpers.created, '新增 # 人'],
      [helpers.updated, '更新 # 人'],
    ]),
    line('结对', [
      [pairings.created, '新增 # 对'],
      [pairings.updated, '更新 # 对'],
      [pairings.unchanged, '# 对原来就有'],
    ]),
    line('走访联系', [
      [contacts.created, '新增 # 条'],
      [contacts.updated, '更新 # 条'],
      [contacts.unchanged, '# 条原来就有'],
    ]),
    line('村（社区）', [[villages, '新增 # 个']]),
  ].filter((one) => one !== null)
}
