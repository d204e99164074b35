import { Button, Group, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { host, type PaperSize } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { goBack } from '../shell/location'
import { tellFailure } from '../shell/notify'
import { tellSaved } from '../shell/tell-saved'
import { DirectPrint } from './DirectPrint'
import classes from './print.module.css'

interface PrintFrameProps {
  title: string
  /** How many sheets, for whom. */
  note?: ReactNode
  /** The paper it needs, for `@page`. */
  page: PaperSize
  marginMm: number
  /** Where 返回 leads when the view was opened directly. */
  parent?: string
  /** Told when it is printed or kept as a PDF. */
  onOutput?: () => void
  filters?: ReactNode
  error?: unknown
  empty: boolean
  emptyWords: string
  children: ReactNode
}

/** A print view: a bar on screen, and below it only what comes out on paper. */
export function PrintFrame(props: PrintFrameProps): React.ReactElement {
  const { title, note, page, marginMm, filters, error, empty, emptyWords, children } = props
  const { parent = '/documents', onOutput } = props
  const savePdf = async (): Promise<void> => {
    try {
      const place = await host.savePdf(title)
      if (!place) return
      tellSaved(place)
      onOutput?.()
    } catch (failure) {
      tellFailure(failure)
    }
  }
  return (
    <div className={classes.view}>
      <style>{`@page { size: ${page}; margin: ${marginMm}mm; }`}</style>
      <header className={`${classes.bar} no-print`}>
        <Button variant="default" onClick={() => goBack(parent)}>
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
          <DirectPrint page={page} disabled={empty} onPrinted={onOutput} />
          <Button
            leftSection={<IconPrinter size={18} />}
            disabled={empty}
            onClick={() => {
              host.print()
              onOutput?.()
            }}
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
