import { useParams } from 'wouter'
import { activityRoleLabel } from '@shared/domain/activities/vocabulary'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { useQueryOp } from '../api'
import { PrintFrame } from './PrintFrame'
import { PrintTable } from './PrintTable'
import classes from './print.module.css'

/** Empty rows at the end, for those who come without being on the list. */
const spareRows = 5

const columns = [
  ['序号', 12],
  ['姓名', 28],
  ['村组或单位', 42],
  ['身份', 24],
  ['签名或按指印', 44],
  ['备注', 40],
] as const

/** 签到表: the list by village, with room to sign; no ID numbers, no telephones. */
export function ActivitySignInPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const file = useQueryOp('activities.file', { id })
  const list = useQueryOp('activities.people', { id })
  const activity = file.data
  const rows = (list.data ?? []).map((person) => ({
    ...person,
    where: [person.villageName, person.villageGroupName, person.unit].filter(Boolean).join(''),
  }))
  const sorted = rows.toSorted((a, b) => a.where.localeCompare(b.where, 'zh-CN'))
  const day = activity?.heldOn ? formatPartialDate(activity.heldOn) : '　　　　年　　月　　日'
  return (
    <PrintFrame
      title="活动签到表"
      note={activity && `${rows.length} 人`}
      page="A4 portrait"
      marginMm={10}
      parent={`/activities/${id}`}
      error={file.error ?? list.error}
      empty={!activity || !list.data}
      emptyWords=""
    >
      <section className={classes.sheet}>
        <h2>{activity?.name}签到表</h2>
        <div className={classes.facts}>
          <span>
            时间：{day}
            {activity?.time}
          </span>
          <span>地点：{activity?.place ?? '　　　　　　　　'}</span>
        </div>
        <PrintTable columns={columns}>
          {sorted.map((person, at) => (
            <tr key={person.id} className={classes.signRow}>
              <td data-centre>{at + 1}</td>
              <td data-centre>{person.name}</td>
              <td data-centre>{person.where}</td>
              <td data-centre>{activityRoleLabel[person.role]}</td>
              <td />
              <td>{person.note}</td>
            </tr>
          ))}
          {Array.from({ length: spareRows }, (_, at) => (
            <tr key={at} className={classes.signRow}>
              <td data-centre>{sorted.length + at + 1}</td>
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </PrintTable>
        <p className={classes.foot}>
          应到 {sorted.length} 人　　实到　　　　人　　　　签到人：　　　　　　　　负责人：
        </p>
      </section>
    </PrintFrame>
  )
}
