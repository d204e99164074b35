import type { VisitSheet, VisitSheetLine } from '@shared/contract/visit-sheets'
import { checkBlockLabel, codesOf } from '@shared/domain/vocabulary'
import { missedReasonLabel } from '@shared/domain/visit-sheets/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { sheetPeriod, sheetWhose } from '../visit-sheets/sheet-words'
import { PrintFrame } from './PrintFrame'
import classes from './visit-sheet.module.css'

const stateMark = { due: '●', overdue: '▲' } as const
const blankBlocks = 2

/** 走访任务单 on A4: taken along, filled in by hand, typed in the same order afterwards. */
export function VisitSheetPrint(): React.ReactElement {
  const [{ ids }] = useListState({ ids: '' })
  const wanted = ids.split(',').map(Number).filter(Number.isSafeInteger)
  const answer = useQueryOp('visitSheets.read', { ids: wanted }, { enabled: wanted.length > 0 })
  const markPrinted = useCommandOp('visitSheets.markPrinted')
  const mayWrite = useMay('contacts.write')
  const sheets = answer.data?.sheets ?? []
  const people = sheets.reduce((sum, { lines }) => sum + lines.length, 0)
  const notePrinted = (): void => {
    if (mayWrite) markPrinted.mutate({ ids: wanted }, { onError: tellFailure })
  }
  return (
    <PrintFrame
      title="走访任务单"
      note={answer.data && `${formatCount(sheets.length)} 份，${formatCount(people)} 人次`}
      page="A4 portrait"
      marginMm={10}
      parent="/visit-sheets"
      onOutput={notePrinted}
      error={answer.error}
      empty={sheets.length === 0}
      emptyWords={answer.isLoading ? '' : '没有选中任务单。请返回，先生成或选中要打印的任务单。'}
    >
      {answer.data &&
        sheets.map((sheet) => <Sheet key={sheet.id} sheet={sheet} centre={answer.data.centre} />)}
    </PrintFrame>
  )
}

/** A table for its head alone, which every printed page repeats with the number of the sheet. */
function Sheet({ sheet, centre }: { sheet: VisitSheet; centre: string }): React.ReactElement {
  const { number, helper, lines } = sheet
  return (
    <section className={classes.sheet}>
      <table>
        <thead>
          <tr>
            <td>
              <div className={classes.head}>
                <h2>走访任务单</h2>
                <span className={classes.whose}>
                  {sheetWhose(sheet)}
                  {helper?.phone && `　${helper.phone}`}
                </span>
                <strong className={classes.number}>№ {number}</strong>
              </div>
              <div className={classes.facts}>
                <span>
                  {sheetPeriod(sheet)}，共 {lines.length} 人
                </span>
                <span>{centre}</span>
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Block key={line.id} line={line} />
          ))}
          {Array.from({ length: blankBlocks }, (_, at) => (
            <Block key={`blank ${at}`} line={null} />
          ))}
          <tr>
            <td className={classes.foot}>
              <p>
                ▲ 逾期　● 到期。五项查看：正常打 √，有问题打 ×，没看的空着，不适用的划
                /。一个月去了几次，日期都写上。
              </p>
              <p>
                填好后交回中心录入。本单有个人信息，请勿外传。　　走访人签字：＿＿＿＿＿＿＿　交回日期：＿＿＿＿＿＿
              </p>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** One person: what is known and asked above, what the helper writes below. */
function Block({ line }: { line: VisitSheetLine | null }): React.ReactElement {
  return (
    <tr>
      <td className={classes.blockCell}>
        <div className={classes.block}>
          {line ? <Known line={line} /> : <Unlisted />}
          <div className={classes.writeLine}>
            <span>
              日期
              <i data-long />
            </span>
            <span>□入户</span>
            <span>□电话</span>
            <span>□视频</span>
            <span>□代访</span>
            <span>
              未遇到（{missedReasonLabel.notHome}、{missedReasonLabel.hospital}…）
              <i />
            </span>
          </div>
          <div className={classes.writeLine}>
            {codesOf(checkBlockLabel).map((block) => (
              <span key={block}>{checkBlockLabel[block]} □</span>
            ))}
            <span className={classes.sign}>
              老人签字
              <i data-long />
            </span>
          </div>
          <div className={classes.problem}>问题和处理：</div>
        </div>
      </td>
    </tr>
  )
}

function Known({ line }: { line: VisitSheetLine }): React.ReactElement {
  const asked = [
    line.owed.length > 0 &&
      `要做：${line.owed.map(({ state, words }) => `${stateMark[state]}${words}`).join('　')}`,
    line.birthdays.length > 0 && `生日：${line.birthdays.join('、')}`,
    line.points.length > 0 && `上次：${line.points.join('；')}`,
    line.ask.length > 0 && `顺便问：${line.ask.join('；')}`,
  ].filter(Boolean)
  return (
    <>
      <div className={classes.who}>
        <strong>
          {line.position}. {line.name}
        </strong>
        <span>{[line.gender, line.age].filter(Boolean).join(' ')}</span>
        <span>{line.phones.length > 0 ? line.phones.join('、') : '无电话'}</span>
        <span className={classes.code}>{line.code}</span>
      </div>
      <div className={classes.address}>{line.address}</div>
      {asked.map((words) => (
        <div key={String(words)}>{words}</div>
      ))}
    </>
  )
}

/** Somebody visited who does not stand on the sheet. */
function Unlisted(): React.ReactElement {
  return (
    <div className={classes.writeLine}>
      <span>
        单上没有的人：姓名
        <i data-long />
      </span>
      <span>
        村组
        <i data-long />
      </span>
    </div>
  )
}
