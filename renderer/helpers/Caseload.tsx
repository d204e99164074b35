import classes from './Caseload.module.css'

interface CaseloadProps {
  caseload: number
  capacity: number
}

/** How many are still free, in words; the bar says the same once more. */
export function caseloadWords({ caseload, capacity }: CaseloadProps): string {
  if (caseload > capacity) return `超 ${caseload - capacity}`
  return caseload === capacity ? '已满' : `余 ${capacity - caseload}`
}

/** 现帮扶 7 / 最多 13, as figures, words and a bar. */
export function Caseload(props: CaseloadProps): React.ReactElement {
  const { caseload, capacity } = props
  const share = capacity === 0 ? Number(caseload > 0) : Math.min(1, caseload / capacity)
  return (
    <span className={classes.caseload} data-over={caseload > capacity || undefined}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.figures}>
        {caseload}/{capacity}
      </span>
      <span className={classes.words}>{caseloadWords(props)}</span>
    </span>
  )
}
