import { Tooltip } from '@mantine/core'
import { Fragment } from 'react'
import { headingCounter } from '@shared/domain/papers/numerals'
import type { FigureQuestion } from '@shared/domain/figures/question'
import { blankMark } from '@shared/domain/papers/model'
import { titleLines } from '@shared/domain/papers/title-lines'
import { chineseDay } from '@shared/domain/papers/wording'
import type { OutputOf } from '../api'
import { figureAddress } from '../figures/address'
import { navigate } from '../shell/location'
import classes from './PaperView.module.css'
import { peopleAddress } from './people'

export type PaperData = OutputOf<'documents.workPlanPreview'>['paper']
type FigureFilter = NonNullable<
  Exclude<PaperData['figures'][string]['source'], { list: 'figure' }>['filter']
>
type Block = PaperData['body'][number]
type Inline = Extract<Block, { kind: 'paragraph' }>['text'][number]

/** The paper nearly as it will print; figures open the people they count, blanks stand out. */
export function PaperView({ paper }: { paper: PaperData }): React.ReactElement {
  return (
    <article className={classes.sheet} aria-label={paper.title}>
      <div className={classes.paper}>
        {paper.redHead && <p className={classes.redHead}>{paper.redHead}</p>}
        {paper.redHead && <p className={classes.number}>{paper.documentNumber}</p>}
        <Title words={paper.title} />
        {paper.addressee && (
          <p className={classes.flush}>
            <Words of={paper.addressee} paper={paper} />：
          </p>
        )}
        <Blocks blocks={paper.body} paper={paper} />
        {paper.attachments.length > 0 && (
          <ol className={classes.attachmentNote}>
            {paper.attachments.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        )}
        {paper.signature && (
          <p className={classes.signature}>
            <Words of={paper.signature.issuer} paper={paper} />
            <br />
            {chineseDay(paper.signature.date)}
          </p>
        )}
        {paper.attachments.map(({ title, blocks }, position) => (
          <section key={title} className={classes.attachment}>
            <p className={classes.attachmentLabel}>附件{position + 1}</p>
            <Title words={title} />
            <Blocks blocks={blocks} paper={paper} />
          </section>
        ))}
      </div>
    </article>
  )
}

const titleCharacters = 20 // of 22 pt on a line

/** Parted as in Word, so that no word is cut. */
function Title({ words }: { words: string }): React.ReactElement {
  return (
    <h2 className={classes.title}>
      {titleLines(words, titleCharacters, ['留守老人', '关爱服务']).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </h2>
  )
}

function Blocks({ blocks, paper }: { blocks: Block[]; paper: PaperData }): React.ReactElement {
  const count = headingCounter()
  return (
    <>
      {blocks.map((block, position) => {
        if (block.kind === 'paragraph')
          return (
            <p key={position}>
              <Words of={block.text} paper={paper} />
            </p>
          )
        if (block.kind === 'table') return <PaperTable key={position} table={block} paper={paper} />
        return (
          <p key={position}>
            <span className={classes[`level${block.level}`]}>
              {count(block.level)}
              <Words of={block.text} paper={paper} />
            </span>
            {block.body && <Words of={block.body} paper={paper} />}
          </p>
        )
      })}
    </>
  )
}

function PaperTable({
  table,
  paper,
}: {
  table: Extract<Block, { kind: 'table' }>
  paper: PaperData
}): React.ReactElement {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {table.columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, position) => (
              <td key={position} style={{ textAlign: table.columns[position]?.align }}>
                <Words of={cell} paper={paper} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Words({ of, paper }: { of: Inline[]; paper: PaperData }): React.ReactElement {
  return (
    <>
      {of.map((inline, position) => (
        <Fragment key={position}>
          {typeof inline === 'string' ? (
            inline
          ) : 'blank' in inline ? (
            <Tooltip label={`缺：${inline.blank}`}>
              <mark className={classes.blank}>{blankMark}</mark>
            </Tooltip>
          ) : (
            <FigureChip inline={inline} paper={paper} />
          )}
        </Fragment>
      ))}
    </>
  )
}

/** Findings of every state, struck off or not: the figure counted them all. */
function findingsAddress({ inspectionId, severity }: FigureFilter): string {
  const query = new URLSearchParams({ state: 'all', inspection: String(inspectionId ?? '') })
  if (severity) query.set('severity', severity)
  return `/findings?${query.toString()}`
}

function FigureChip({
  inline,
  paper,
}: {
  inline: { figure: string; text: string }
  paper: PaperData
}): React.ReactElement {
  const figure = paper.figures[inline.figure]
  if (!figure) return <>{inline.text}</>
  const last = figure.lastYear === undefined ? '' : `。去年同期 ${figure.lastYear}`
  return (
    <Tooltip label={`口径：${figure.basis}${last}。点开看名单`} multiline maw={420}>
      <button
        type="button"
        className={classes.figure}
        onClick={() => navigate(addressOf(figure.source))}
      >
        {inline.text}
      </button>
    </Tooltip>
  )
}

function addressOf(source: PaperData['figures'][string]['source']): string {
  if (source.list === 'figure') return figureAddress(source.question as FigureQuestion)
  if (source.list === 'recipients') return peopleAddress(source.filter ?? {})
  if (source.list === 'findings') return findingsAddress(source.filter ?? {})
  return source.list === 'helpers' ? '/helpers' : '/settings?part=villages'
}
