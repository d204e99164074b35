import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { JobProgress } from '../shell/JobProgress'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount, formatInstant } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import classes from './documents.module.css'
import { Produced } from './Produced'

type Run = OutputOf<'formRuns.list'>[number]

const modeWords: Record<Run['mode'], string> = {
  merged: '合成一个文件',
  perVillage: '每村一个文件',
  separate: '每人一个文件',
}

/** 批量出表: what was cut short and can go on, and what came of each. */
export function RunsSection(): React.ReactElement | null {
  const runs = useQueryOp('formRuns.list', {})
  const job = useJob('formRuns.resume')
  const discard = useCommandOp('formRuns.discard')
  const [results, setResults] = useState<Run | null>(null)
  const giveUp = ({ id }: Run): void => {
    discard.mutateAsync({ id }).then(() => tellDone('已放弃这一批，已做好的也清掉了'), tellFailure)
  }
  if (!runs.data?.length) return null
  return (
    <section className={classes.group} aria-label="批量出表">
      <h2 className={classes.groupTitle}>批量出表</h2>
      <JobProgress job={job} cancelled="已取消。已做好的都留着，可以再点“继续”。" />
      {job.result && <Produced artifact={job.result} />}
      <table className={classes.kept}>
        <thead>
          <tr>
            <th scope="col">表</th>
            <th scope="col">人数</th>
            <th scope="col">怎样分文件</th>
            <th scope="col">开始</th>
            <th scope="col">做到哪里</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {runs.data.map((run) => (
            <tr key={run.id}>
              <td>{run.title}</td>
              <td className="figures">{formatCount(run.people)}</td>
              <td>{modeWords[run.mode]}</td>
              <td className="figures">{formatInstant(run.startedAt)}</td>
              <td>{stateOf(run)}</td>
              <td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {run.finishedAt ? (
                    <Button size="compact-sm" variant="subtle" onClick={() => setResults(run)}>
                      结果清单
                    </Button>
                  ) : (
                    <>
                      <Button size="compact-sm" variant="subtle" onClick={() => giveUp(run)}>
                        放弃
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={job.status === 'running'}
                        onClick={() => void job.start({ id: run.id })}
                      >
                        继续
                      </Button>
                    </>
                  )}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {results && <Results run={results} onClose={() => setResults(null)} />}
    </section>
  )
}

function stateOf({ finishedAt, doneFiles, files, leftOut }: Run): string {
  if (!finishedAt)
    return `● 没做完，已做好 ${formatCount(doneFiles)} / ${formatCount(files)} 个文件`
  return leftOut > 0 ? `▲ 已做完，${formatCount(leftOut)} 人没有印` : '✓ 已做完'
}

/** 结果清单: who is in which file, those with something to say first. */
function Results({ run, onClose }: { run: Run; onClose: () => void }): React.ReactElement {
  const results = useQueryOp('formRuns.results', { id: run.id })
  const rows = results.data ?? []
  const noted = rows.filter(({ note }) => note !== null)
  return (
    <Modal opened onClose={onClose} title={`结果清单：${run.title}`} size="lg">
      {results.error && <ErrorPanel error={results.error} />}
      <Text size="sm" c="dimmed" mb="sm">
        {noted.length === 0
          ? '每个人都印了，没有要说明的。'
          : `${formatCount(noted.length)} 人有说明，排在前面。`}
      </Text>
      <table className={classes.kept}>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">文件</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {[...noted, ...rows.filter(({ note }) => note === null)].map((row) => (
            <tr key={row.id}>
              <td>{row.name}</td>
              <td>{row.file ?? '没有印'}</td>
              <td>{row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
