import classes from './print.module.css'

/** Cards of 90 × 54 mm on one A4 sheet. */
export const perSheet = 10
/** Where cards meet, in millimetres from the sheet's left and top edge. */
const columnEdges = [15, 105, 195]
const rowEdges = [13.5, 67.5, 121.5, 175.5, 229.5, 283.5]
const markMm = 5
const gapMm = 1.5

/** One sheet of cards with crop marks at its edges. */
export function CardSheet({ children }: { children: React.ReactNode }): React.ReactElement {
  const mm = (value: number): string => `${value}mm`
  return (
    <section className={classes.cardSheet}>
      {columnEdges.flatMap((left) =>
        [rowEdges[0]! - gapMm - markMm, rowEdges.at(-1)! + gapMm].map((top) => (
          <i
            key={`${left} ${top}`}
            className={classes.mark}
            style={{ left: mm(left), top: mm(top), width: '0.2mm', height: mm(markMm) }}
          />
        )),
      )}
      {rowEdges.flatMap((top) =>
        [columnEdges[0]! - gapMm - markMm, columnEdges.at(-1)! + gapMm].map((left) => (
          <i
            key={`${left} ${top}`}
            className={classes.mark}
            style={{ left: mm(left), top: mm(top), width: mm(markMm), height: '0.2mm' }}
          />
        )),
      )}
      <div className={classes.cards}>{children}</div>
    </section>
  )
}
