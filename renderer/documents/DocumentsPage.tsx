import { Anchor, Button, UnstyledButton } from '@mantine/core'
import { Link } from 'wouter'
import { composedKinds } from '@shared/domain/papers/kinds'
import { useQueryOp } from '../api'
import { formatInstant } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useMayForTownship, useSession } from '../shell/session'
import classes from './documents.module.css'
import { OfficePaperPanel } from './OfficePaperPanel'
import { officeKinds, paperKinds, printKinds, type PaperKind } from './paper-kinds'
import { noFilter } from './people'
import { ProducePanel } from './ProducePanel'
import { RunsSection } from './RunsSection'

/** 文书中心: choose the paper, then the people, see what is missing, produce, save. */
export function DocumentsPage(): React.ReactElement {
  const [state, set] = useListState({ paper: '', ...noFilter })
  const today = useSession().data?.today
  const year = Number(today?.slice(0, 4))
  const seesAll = useMayForTownship('documents.read')
  const kinds = [...paperKinds, ...useOwnForms()]
  const kind = kinds.find(({ key }) => key === state.paper)
  const ofOffice = officeKinds.find(({ key }) => key === state.paper)
  const close = (): void => set({ paper: '', people: '' })
  return (
    <Page
      title="文书中心"
      actions={
        <Button component={Link} href="/documents/templates" variant="default">
          模板
        </Button>
      }
      drawer={
        kind
          ? {
              title: kind.title,
              content: <ProducePanel kind={kind} state={state} onChange={set} />,
              onClose: close,
            }
          : ofOffice && {
              title: ofOffice.title,
              content: <OfficePaperPanel key={ofOffice.key} kind={ofOffice} />,
              onClose: close,
            }
      }
    >
      <section className={classes.group}>
        <h2 className={classes.groupTitle}>公文</h2>
        <div className={classes.papers}>
          {(today ? [year, year + 1] : []).map((one) => (
            <Link key={one} href={`/documents/work-plan?year=${one}`} className={classes.paper}>
              <strong>{one} 年关爱服务工作方案</strong>
              <span>按公文格式排版，人数、频次、阶段和名单取自现有数据</span>
            </Link>
          ))}
          {composedKinds.map(({ key, name, about }) => (
            <Link key={key} href={`/documents/compose/${key}`} className={classes.paper}>
              <strong>{name}</strong>
              <span>{about}</span>
            </Link>
          ))}
        </div>
      </section>
      <section className={classes.group}>
        <h2 className={classes.groupTitle}>表册</h2>
        <div className={classes.papers}>
          {[...kinds, ...(seesAll ? officeKinds : [])].map(({ key, title, about }) => (
            <UnstyledButton
              key={key}
              className={classes.paper}
              data-open={key === state.paper || undefined}
              onClick={() => set({ paper: key })}
            >
              <strong>{title}</strong>
              <span>{about}</span>
            </UnstyledButton>
          ))}
        </div>
      </section>
      <section className={classes.group}>
        <h2 className={classes.groupTitle}>直接打印</h2>
        <div className={classes.papers}>
          {printKinds.map(({ key, title, about, path }) => (
            <Link key={key} href={path} className={classes.paper}>
              <strong>{title}</strong>
              <span>{about}</span>
            </Link>
          ))}
        </div>
      </section>
      <RunsSection />
      <KeptPapers />
    </Page>
  )
}

/** 自制表 in force, each a paper of its own. */
function useOwnForms(): PaperKind[] {
  const templates = useQueryOp('templates.list', {})
  const own = templates.data?.find(({ form }) => form === 'ownPerson')?.templates ?? []
  return own
    .filter(({ inForce }) => inForce)
    .map(({ id, name }) => ({
      key: `own-${id}`,
      title: name,
      about: '本单位的自制表，一人一份',
      group: '表册',
      form: 'ownPerson',
      templateId: id,
    }))
}

/** 存档: papers as they were handed in, with the figures of their day. */
function KeptPapers(): React.ReactElement | null {
  const kept = useQueryOp('documents.list', {})
  if (!kept.data?.length) return null
  return (
    <section className={classes.group}>
      <h2 className={classes.groupTitle}>已存档的公文</h2>
      <table className={classes.kept}>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">年度</th>
            <th scope="col">生成时间</th>
            <th scope="col">报送</th>
          </tr>
        </thead>
        <tbody>
          {kept.data.map(({ id, title, year, writtenAt, handedInOn }) => (
            <tr key={id}>
              <td>
                <Anchor component={Link} href={`/documents/${id}`}>
                  {title}
                </Anchor>
              </td>
              <td className="figures">{year}</td>
              <td className="figures">{formatInstant(writtenAt)}</td>
              <td className="figures">{handedInOn ? `✓ ${handedInOn}` : '未报送'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
