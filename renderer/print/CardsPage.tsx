import type { PrintedPerson } from '@shared/contract/documents'
import { formatCount } from '../shell/format'
import { CardSheet, perSheet } from './CardSheet'
import { PrintFrame } from './PrintFrame'
import { PeopleFilter } from '../documents/PeopleFilter'
import { usePrintedPeople } from './printed-people'
import classes from './print.module.css'

interface Office {
  name: string
  phone: string | null
}

/** 便民联系卡, fronts and backs in turn: print on both sides, turned over the long edge. */
export function CardsPage(): React.ReactElement {
  const { answer, state, set } = usePrintedPeople()
  const people = answer.data?.people ?? []
  const sheets = Array.from({ length: Math.ceil(people.length / perSheet) }, (_, at) =>
    people.slice(at * perSheet, (at + 1) * perSheet),
  )
  const office = answer.data?.centre
  return (
    <PrintFrame
      title="便民联系卡"
      note={answer.data && `${formatCount(people.length)} 张，双面打印，沿长边翻转`}
      page="A4 portrait"
      marginMm={0}
      error={answer.error}
      empty={people.length === 0}
      emptyWords={answer.data ? '没有符合条件的人。' : ''}
      filters={<PeopleFilter state={state} onChange={set} />}
    >
      {office &&
        sheets.flatMap((cards, at) => [
          <CardSheet key={`front ${at}`}>
            {cards.map((person) => (
              <Front key={person.id} person={person} office={office} />
            ))}
          </CardSheet>,
          <CardSheet key={`back ${at}`}>
            {mirrored(cards).map((person, position) =>
              person ? (
                <Back key={person.id} person={person} office={office} />
              ) : (
                <div key={`empty ${position}`} />
              ),
            )}
          </CardSheet>,
        ])}
    </PrintFrame>
  )
}

/** Each row from right to left, so that a back lies behind its front. */
function mirrored(cards: readonly PrintedPerson[]): (PrintedPerson | undefined)[] {
  return Array.from({ length: Math.ceil(cards.length / 2) }, (_, row) => [
    cards[row * 2 + 1],
    cards[row * 2],
  ]).flat()
}

interface CardProps {
  person: PrintedPerson
  office: Office
}

function Front({ person, office }: CardProps): React.ReactElement {
  return (
    <div className={classes.card}>
      <p className={classes.cardOffice}>{office.name}</p>
      <p className={classes.cardName}>
        {person.name}
        <span>{[person.gender, person.age].filter(Boolean).join('　')}</span>
      </p>
      <p>住址　{person.address}</p>
      <p>
        电话　<strong>{person.phones[0]}</strong>
      </p>
      {person.emergency.length === 0 && <p>急找</p>}
      {person.emergency.map(({ name, relation, phone }, at) => (
        <p key={name}>
          {at === 0 ? '急找　' : '或找　'}
          {name}
          {relation && `（${relation}）`} <strong>{phone}</strong>
        </p>
      ))}
    </div>
  )
}

function Back({ person, office }: CardProps): React.ReactElement {
  return (
    <div className={classes.card}>
      <p>
        <strong>遇到困难请打这些电话</strong>
      </p>
      {person.helpers.slice(0, 2).map(({ name, phone }) => (
        <p key={name}>
          帮扶人　{name} <strong>{phone}</strong>
        </p>
      ))}
      {person.helpers.length === 0 && <p>帮扶人</p>}
      <p>
        家庭医生　{person.doctor} <strong>{person.doctorPhone}</strong>
      </p>
      <p>
        关爱中心　<strong>{office.phone}</strong>
      </p>
      <p className={classes.emergencyNumbers}>急救120　报警110　火警119</p>
    </div>
  )
}
