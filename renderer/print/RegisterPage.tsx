import { SegmentedControl } from '@mantine/core'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { PrintFrame } from './PrintFrame'
import { PrintTable } from './PrintTable'
import { PeopleFilter } from '../documents/PeopleFilter'
import { usePrintedPeople } from './printed-people'
import classes from './print.module.css'

const columns = [
  ['序号', 10],
  ['姓名', 22],
  ['性别', 10],
  ['年龄', 14],
  ['身份证号', 40],
  ['村（组）', 28],
  ['现住址', 42],
  ['联系电话', 28],
  ['类别', 30],
  ['赡养人', 30],
  ['帮扶人', 23],
] as const

/** 花名册, printed directly; the head repeats on every page. */
export function RegisterPage(): React.ReactElement {
  const { answer, state, set } = usePrintedPeople()
  const [{ paper }, setPaper] = useListState({ paper: 'A4' })
  const isA3 = paper === 'A3'
  const people = answer.data?.people ?? []
  return (
    <PrintFrame
      title="关爱对象花名册"
      note={answer.data && `${formatCount(people.length)} 人`}
      page={isA3 ? 'A3 landscape' : 'A4 landscape'}
      marginMm={10}
      error={answer.error}
      empty={people.length === 0}
      emptyWords={answer.data ? '没有符合条件的人。' : ''}
      filters={
        <>
          <SegmentedControl
            aria-label="纸张"
            data={['A4', 'A3']}
            value={isA3 ? 'A3' : 'A4'}
            onChange={(chosen) => setPaper({ paper: chosen })}
          />
          <PeopleFilter state={state} onChange={set} />
        </>
      }
    >
      <section className={classes.sheet} data-landscape data-a3={isA3 || undefined}>
        <h2>{answer.data?.centre.township}关爱对象花名册</h2>
        <div className={classes.facts}>
          <span>填报单位：{answer.data?.centre.name}</span>
          <span>共 {people.length} 人</span>
        </div>
        <PrintTable columns={columns} isSmall>
          {people.map((person, at) => (
            <tr key={person.id} className={classes.registerRow}>
              <td data-centre>{at + 1}</td>
              <td data-centre>{person.name}</td>
              <td data-centre>{person.gender}</td>
              <td data-centre>{person.age}</td>
              <td data-centre>{person.idNumber}</td>
              <td data-centre>{person.villageName + person.villageGroupName}</td>
              <td>{person.address}</td>
              <td data-centre>{person.phones.join('、')}</td>
              <td>{person.categories.join('、')}</td>
              <td>{person.supporters}</td>
              <td data-centre>{person.helpers.map(({ name }) => name).join('、')}</td>
            </tr>
          ))}
        </PrintTable>
        <p className={classes.foot}>填表人：　　　　　　　　审核人：　　　　　　　　负责人：</p>
      </section>
    </PrintFrame>
  )
}
