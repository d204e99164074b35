import type { PrintedPerson } from '@shared/contract/documents'
import { formatCount } from '../shell/format'
import { PeopleFilter } from '../documents/PeopleFilter'
import { PrintFrame } from './PrintFrame'
import { usePrintedPeople } from './printed-people'
import classes from './print.module.css'

/** 便民联系卡 for the wall: A5, large type, one to a page; never an ID number. */
export function WallCardsPage(): React.ReactElement {
  const { answer, state, set } = usePrintedPeople()
  const people = answer.data?.people ?? []
  const office = answer.data?.centre
  return (
    <PrintFrame
      title="便民联系卡（墙贴）"
      note={answer.data && `${formatCount(people.length)} 张，A5 纸`}
      page="A5 portrait"
      marginMm={0}
      error={answer.error}
      empty={people.length === 0}
      emptyWords={answer.data ? '没有符合条件的人。' : ''}
      filters={<PeopleFilter state={state} onChange={set} />}
    >
      {office &&
        people.map((person) => (
          <WallCard key={person.id} person={person} centre={office.name} phone={office.phone} />
        ))}
    </PrintFrame>
  )
}

interface WallCardProps {
  person: PrintedPerson
  centre: string
  phone: string | null
}

function WallCard({ person, centre, phone }: WallCardProps): React.ReactElement {
  const { emergency, helpers } = person
  const lines = [
    ['有急事找', emergency[0]],
    ['也可以找', emergency[1]],
    ['帮扶人', helpers[0]],
    ['家庭医生', { name: person.doctor ?? '', phone: person.doctorPhone }],
    ['关爱中心', { name: centre, phone }],
  ] as const
  return (
    <section className={classes.wallCard}>
      <h2>便民联系卡</h2>
      <p className={classes.wallName}>{person.name}</p>
      <p className={classes.wallAddress}>{person.address}</p>
      {lines.map(([title, who]) => (
        <div key={title} className={classes.wallLine}>
          <span>{title}</span>
          <span>
            {who?.name}
            {who && 'relation' in who && who.relation && `（${who.relation}）`}
            <strong>{who?.phone ?? '　'}</strong>
          </span>
        </div>
      ))}
      <p className={classes.wallNumbers}>急救 120　报警 110　火警 119</p>
    </section>
  )
}
