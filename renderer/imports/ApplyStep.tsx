import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { rowStates, type ImportState } from '@shared/contract/imports'
import { ledgerKindLabel } from '@shared/domain/imports/fields'
import { villageKindLabel } from '@shared/domain/vocabulary'
import { useJob, useQueryOp, type Job } from '../api'
import { host } from '../host'
import { EmptyState } from '../shell/DataTable'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { formatCount, formatDay } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { tellDone, tellFailure } from '../shell/notify'
import { openStates, stateSigns, sumOf, type Counts } from './row-states'
import type { Step } from './StepBar'
import { takenCells } from './UpdateRules'
import classes from './ApplyStep.module.css'

interface ApplyStepProps {
  state: ImportState
  apply: Job<'imports.apply'>
  onChoose: (step: Step) => void
}

/** ④ 入库: what will be written and what stays out, before anything is. */
export function ApplyStep({ state, apply, onChoose }: ApplyStepProps): React.ReactElement {
  const { importId, counts } = state
  const ready = counts.new + counts.same
  const left = sumOf(counts) - ready
  const open = sumOf(counts, openStates)
  const running = apply.status === 'running'

  if (sumOf(counts) === 0)
    return (
      <EmptyState
        title="没有要导入的行"
        hint="请在“认表头”里看看表头认得对不对、该导入的工作表选上没有。"
        action={{ label: '去认表头', onClick: () => onChoose('header') }}
      />
    )
  return (
    <div className={classes.step}>
      <FormSection title="会写进档案的" note={`共 ${formatCount(ready)} 行`}>
        <WholeRow>
          <SheetTable state={state} />
        </WholeRow>
        <WholeRow>
          <Consequences state={state} />
        </WholeRow>
      </FormSection>
      {left > 0 && (
        <FormSection title="不会写的" note={`共 ${formatCount(left)} 行，档案不受影响`}>
          <WholeRow>
            <Stack gap="sm">
              <Text>
                {[...openStates, 'skipped' as const]
                  .filter((one) => counts[one] > 0)
                  .map((one) => `${stateSigns[one].shape} ${rowStates[one]} ${counts[one]}`)
                  .join('　')}
              </Text>
              <Group gap="xs">
                {open > 0 && (
                  <Button variant="default" size="xs" onClick={() => onChoose('rows')}>
                    回去看这 {formatCount(open)} 行
                  </Button>
                )}
                <SaveLeftOut importId={importId} />
              </Group>
              <Text size="sm" c="dimmed">
                这些行可以另存成一张表，每行写着原因；入库以后也还能接着处理。
              </Text>
            </Stack>
          </WholeRow>
        </FormSection>
      )}
      <div className={classes.act}>
        {running ? (
          <JobProgress job={apply} />
        ) : (
          <>
            <JobProgress job={apply} />
            <Group mt={apply.status === 'idle' ? 0 : 'sm'}>
              <Button
                size="md"
                disabled={ready === 0}
                onClick={() => void apply.start({ importId })}
              >
                {ready === 0 ? '没有可以入库的行' : `入库 ${formatCount(ready)} 行`}
              </Button>
              <Text size="sm" c="dimmed">
                一次全部写入；中途取消或断电，等于没有导入。
              </Text>
            </Group>
          </>
        )}
      </div>
    </div>
  )
}

function SheetTable({ state }: { state: ImportState }): React.ReactElement {
  const sheets = state.sheets.filter(({ included }) => included)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">工作表</th>
          <th scope="col">种类</th>
          <th scope="col">{stateSigns.new.shape} 新增</th>
          <th scope="col">{stateSigns.same.shape} 已有</th>
          <th scope="col">不写</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map(({ index, name, kind, counts }) => (
          <tr key={index}>
            <td>{name || state.fileName}</td>
            <td>{kind && ledgerKindLabel[kind]}</td>
            <td>{formatCount(counts.new)}</td>
            <td>{formatCount(counts.same)}</td>
            <td>{formatCount(leftIn(counts))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const leftIn = (counts: Counts): number => sumOf(counts) - counts.new - counts.same

/** What the import brings along besides its rows. */
function Consequences({ state }: { state: ImportState }): React.ReactElement {
  const { newVillages, newGroups, yearless, from } = state
  const known = useQueryOp('villages.list', {}).data ?? []
  const created = newVillages.filter(({ createAs }) => createAs !== null)
  const equated = newVillages.filter(({ useId }) => useId !== null)
  const undecided = newVillages.filter(({ createAs, useId }) => createAs === null && useId === null)
  const bringsPeople = state.sheets.some(({ included, kind }) => included && kind === 'people')
  const updated = takenCells(state.updates)
  const lines = [
    state.updates.rows > 0 &&
      (updated > 0
        ? `已有的里会补上或改动 ${formatCount(updated)} 格，其余照原样。`
        : '已有的都照原样，不改动。'),
    bringsPeople && `新建的档案从 ${formatDay(from)} 起在册。`,
    created.length > 0 &&
      `新增村（社区）：${created.map(({ name, createAs }) => `${name}（${villageKindLabel[createAs!]}）`).join('、')}。`,
    ...equated.map(
      ({ name, useId }) =>
        `“${name}”算作${known.find(({ id }) => id === useId)?.name ?? '已有的'}。`,
    ),
    newGroups.length > 0 &&
      `新增村民小组 ${newGroups.length} 个：${newGroups.map(({ village, group }) => village + group).join('、')}。`,
    yearless.rows > 0 &&
      (yearless.year === null
        ? `${yearless.rows} 行走访日期没有年份，只记月日。`
        : `${yearless.rows} 行没写年份的走访算作 ${yearless.year} 年。`),
  ].filter((line) => line !== false)
  return (
    <>
      {undecided.length > 0 && (
        <Alert color="dusk" variant="light" p="xs" mb="sm">
          ▲ {undecided.map(({ name }) => name).join('、')}
          还没定是新增还是已有的哪一个，那些行这次不会入库。可以回“认表头”去定。
        </Alert>
      )}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function SaveLeftOut({ importId }: { importId: string }): React.ReactElement {
  const job = useJob('imports.saveLeftOut')
  const artifactId = job.result?.artifact?.artifactId
  const save = useEffectEvent((id: number) => void saveWorkbook(id))
  useEffect(() => {
    if (artifactId !== undefined) save(artifactId)
  }, [artifactId])
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={job.status === 'running'}
        onClick={() => void job.start({ importId })}
      >
        这些行另存
      </Button>
      {job.status === 'failed' && <JobProgress job={job} />}
    </>
  )
}

/** Lets the clerk save the rows left out, and says where they went. */
export async function saveWorkbook(artifactId: number): Promise<void> {
  try {
    const where = await host.saveArtifact(artifactId)
    if (where) tellDone(`已另存到 ${where}`)
  } catch (error) {
    tellFailure(error)
  }
}
