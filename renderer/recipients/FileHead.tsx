import { Anchor, Tooltip } from '@mantine/core'
import { formatLunar, toLunar } from '@shared/domain/calendar/lunar'
import { isComplete } from '@shared/domain/calendar/partial-date'
import {
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
  type Category,
} from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { StandingMarks } from '../contacts/StandingMarks'
import { AlertMarks } from '../support-cases/AlertMarks'
import { TierMark } from '../service-tiers/TierMark'
import { formatDay } from '../shell/format'
import { ChainLine } from '../teams/ChainLine'
import { CategoryChips } from './CategoryChips'
import classes from './FileHead.module.css'
import { Photo } from './Photo'

type File = OutputOf<'recipients.file'>

/** `1934-12-21 农历冬月十五`: the day families keep is shown beside the one on the card. */
function birthWords({ facts: { birthDate, lunarBirthday } }: File): string {
  if (!birthDate) return lunarBirthday ?? ''
  const lunar = lunarBirthday ?? (isComplete(birthDate) ? formatLunar(toLunar(birthDate)) : '')
  return [formatDay(birthDate), lunar].filter(Boolean).join(' ')
}

/** The level in force; its reason and day stand behind it. */
function RiskMark({ file: { riskLevel, risks } }: { file: File }) {
  if (!riskLevel) return null
  const current = risks.at(-1)
  const told =
    current && [`${formatDay(current.from)} 起`, current.reason].filter(Boolean).join('：')
  return (
    <Tooltip label={told ?? ''} disabled={!told} multiline maw={420}>
      <span tabIndex={0}>风险等级 {riskLevelLabel[riskLevel]}</span>
    </Tooltip>
  )
}

interface FileHeadProps {
  file: File
  onOverride: (category: Category) => void
}

/** Who this is, in what state, of which categories, and what is due. */
export function FileHead({ file, onOverride }: FileHeadProps): React.ReactElement {
  const { facts } = file
  const helpers = file.pairings.filter(({ to }) => to === null)
  const birth = birthWords(file)
  return (
    <header className={classes.head}>
      <Photo file={file} />
      <div className={classes.words}>
        <div className={classes.line}>
          <h2 className={classes.name}>{facts.name}</h2>
          <span>{facts.gender && genderLabel[facts.gender]}</span>
          <span>{[file.age, birth && `（${birth}）`].filter(Boolean).join('')}</span>
          <span>
            {file.villageName}
            {file.villageGroupName}
          </span>
          <span className={classes.status} data-closed={file.status !== 'active' || undefined}>
            {recipientStatusLabel[file.status]}
            {file.status !== 'active' && file.statusFrom && ` ${formatDay(file.statusFrom)} 起`}
          </span>
        </div>
        <div className={classes.line}>
          <CategoryChips file={file} onOverride={onOverride} />
          <AlertMarks recipientId={file.id} />
          <TierMark recipientId={file.id} name={facts.name} />
          <RiskMark file={file} />
          <StandingMarks standings={file.standings} wrap />
        </div>
        <div className={`${classes.line} ${classes.soft}`}>
          <span>{file.groups.map((group) => recipientGroupLabel[group]).join('、')}</span>
          <span>档案号 {facts.archiveNo ?? '—'}</span>
          <span>电话 {facts.phones[0] ?? (facts.hasNoPhone ? '确无' : '—')}</span>
          {file.household.length > 0 && (
            <span>
              同户{' '}
              {file.household.map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <Anchor href={`#/recipients/${id}`} inherit>
                    {name}
                  </Anchor>
                </span>
              ))}
            </span>
          )}
          <ChainLine
            person={{ id: file.id, name: facts.name, active: file.status === 'active' }}
            helpers={helpers.map(({ helperName }) => helperName)}
          />
        </div>
      </div>
    </header>
  )
}
