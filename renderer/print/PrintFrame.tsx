import { Button, Group, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import classes from './print.module.css'

interface PrintFrameProps {
  title: string
  /** How many sheets, for whom. */
  note?: ReactNode
  /** The paper it needs, for `@page`. */
  page: 'A4 portrait' | 'A4 landscape'
  marginMm: number
  filters?: ReactNode
  error?: unknown
  empty: boolean
  emptyWords: string
  children: ReactNode
}

/** A print view: a bar on screen, and below it only what comes out on paper. */
export function PrintFrame(props: PrintFrameProps): React.ReactElement {
  const { title, note, page, marginMm, filters, error, empty, emptyWords, children } = props
  const savePdf = async (): Promise<void> => {
    try {
      const place = await host.savePdf(title)
      if (place) tellDone(`已保存到 ${place}`)
    } catch (failure) {
      tellFailure(failure)
    }
  }
  return (
    <div className={classes.view}>
      <style>{`@page { size: ${page}; margin: ${marginMm}mm; }`}</style>
      <header className={`${classes.bar} no-print`}>
        <Button variant="default" onClick={() => goBack('/documents')}>
          返回
        </Button>
        <h1>{title}</h1>
        {note && (
          <Text c="dimmed" className="figures">
            {note}
          </Text>
        )}
        {filters}
        <Group ml="auto" gap="sm">
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} />}
            disabled={empty}
            onClick={() => void savePdf()}
          >
            存成 PDF
          </Button>
          <Button
            leftSection={<IconPrinter size={18} />}
            disabled={empty}
            onClick={() => host.print()}
          >
            打印
          </Button>
        </Group>
      </header>
      {error ? (
        <ErrorPanel error={error} />
      ) : empty ? (
        <Text ta="center" mt="xl" c="dimmed">
          {emptyWords}
        </Text>
      ) : (
        <div className={classes.sheets} data-page={page}>
          {children}
        </div>
      )}
    </div>
  )
}
