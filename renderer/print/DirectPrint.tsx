import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { host, type PaperSize, type Printers } from '../host'
import { tellDone, tellFailure } from '../shell/notify'

interface DirectPrintProps {
  page: PaperSize
  disabled: boolean
  onPrinted?: () => void
}

/**
 * 直接打印: to the printer chosen last on this computer, without the system's dialog. Absent where
 * the program cannot reach printers (a browser) or the computer has none.
 */
export function DirectPrint(props: DirectPrintProps): React.ReactElement | null {
  const { page, disabled, onPrinted } = props
  const [known, setKnown] = useState<Printers | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    // Without a list of printers the system's dialog remains, which says itself what is wrong.
    host.printers().then(setKnown, () => setKnown(null))
  }, [])
  const chosen = known?.printers.find(({ name }) => name === known.chosen)
  if (!known || !chosen) return null
  const print = async (): Promise<void> => {
    setBusy(true)
    try {
      await host.printTo(chosen.name, page)
      tellDone(`已送到打印机“${chosen.label}”`)
      onPrinted?.()
    } catch (error) {
      tellFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Group gap={0}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} />}
        disabled={disabled}
        loading={busy}
        title={`不弹出系统窗口，直接送到“${chosen.label}”`}
        onClick={() => void print()}
      >
        直接打印
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={8} aria-label={`换打印机，现在是“${chosen.label}”`}>
            <IconChevronDown size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>直接打印用哪台打印机</Menu.Label>
          {known.printers.map(({ name, label }) => (
            <Menu.Item
              key={name}
              leftSection={name === chosen.name ? '✓' : ' '}
              onClick={() => setKnown({ ...known, chosen: name })}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
