import { Markdown } from 'markdown-to-jsx/react'
import type { AnchorHTMLAttributes, ImgHTMLAttributes } from 'react'
import { Link, useParams } from 'wouter'
import { EmptyState } from './DataTable'
import { Page } from './Page'
import { manualPages, manualPictures } from './manual-pages'
import classes from './ManualPage.module.css'

const titleOf = (text: string): string => /^#\s+(.+)$/m.exec(text)?.[1] ?? ''

/** 使用手册: short pages, one per screen; F1 opens the one of the screen. */
export function ManualPage(): React.ReactElement {
  const { page = 'start' } = useParams<{ page: string }>()
  const text = manualPages[page]
  return (
    <Page title="使用手册" parent="/">
      <div className={classes.manual}>
        <nav className={classes.contents} aria-label="手册目录">
          {order(Object.keys(manualPages)).map((name) => (
            <Link
              key={name}
              href={`/manual/${name}`}
              aria-current={name === page ? 'page' : undefined}
            >
              {titleOf(manualPages[name]!)}
            </Link>
          ))}
        </nav>
        {text === undefined ? (
          <EmptyState title="手册里还没有这一页" hint="请从左边的目录选一页。" />
        ) : (
          <article className={classes.text}>
            <Markdown
              options={{
                disableParsingRawHTML: true,
                overrides: { a: ManualLink, img: ManualPicture },
              }}
            >
              {text}
            </Markdown>
          </article>
        )}
      </div>
    </Page>
  )
}

/** The contents follow the links of the first page, then whatever it does not mention. */
function order(names: string[]): string[] {
  const start = manualPages.start ?? ''
  const place = (name: string): number => {
    if (name === 'start') return -1
    const at = start.indexOf(`(${name}.md)`)
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return names.sort((a, b) => place(a) - place(b))
}

/** Pages link to one another as files (`recipients.md`), so that they also read well in a repository. */
function ManualLink(props: AnchorHTMLAttributes<HTMLAnchorElement>): React.ReactElement {
  const page = /^([\w-]+)\.md$/.exec(props.href ?? '')?.[1]
  return page ? <Link href={`/manual/${page}`}>{props.children}</Link> : <>{props.children}</>
}

function ManualPicture(props: ImgHTMLAttributes<HTMLImageElement>): React.ReactElement | null {
  const address = manualPictures[props.src ?? '']
  return address ? <img src={address} alt={props.alt ?? ''} /> : null
}
