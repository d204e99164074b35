import { Button, Center, Loader } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'
import { call, queryClient, useQueryOp } from '../api'
import type { Access } from '../backups/RestoreFlow'
import { RestorePage } from '../backups/RestorePage'
import { ErrorPanel } from '../shell/ErrorPanel'
import { navigate } from '../shell/location'
import { tellFailure } from '../shell/notify'
import { useDelayed } from '../shell/useDelayed'
import { setCeremony, useCeremony } from './ceremony'
import { FirstSteps, type FirstStep } from './FirstSteps'
import { RecoverPage, type Halves } from './RecoverPage'
import { RecoverySheetStep } from './RecoverySheetStep'
import { SetUpPage } from './SetUpPage'
import { UnlockPage } from './UnlockPage'
import { VaultFrame } from './VaultFrame'

/** Lets the program through once the vault is open; until then: set up, unlock or recover. */
export function VaultGate({ children }: { children: ReactNode }): ReactNode {
  const status = useQueryOp('vault.status', {})
  const ceremony = useCeremony()
  /** Why the lock screen gave way: the sheet, with what was typed of it already, or a backup. */
  const [way, setWay] = useState<{ by: 'sheet'; halves?: Halves } | { by: 'backup' } | null>(null)

  const showSheet = (sheet: RecoverySheet, after: 'setUp' | 'recovery'): void => {
    setCeremony({ step: 'sheet', sheet, after })
    void status.refetch()
  }

  const enter = async (path = '/'): Promise<void> => {
    navigate(path, { replace: true })
    // The status must say "unlocked" before the ceremony ends, or the first page would flash up.
    await queryClient.invalidateQueries()
    setCeremony(null)
    setWay(null)
  }

  const begin = async (step: FirstStep): Promise<void> => {
    if (step !== 'sample') return enter(step)
    await call('vault.lock', {})
    await call('vault.openSample', {})
    await enter()
  }

  /** The restored vault is locked; what opened the backup opens it too. */
  const openRestored = async (access: Access): Promise<void> => {
    navigate('/', { replace: true })
    setWay(access.by === 'recovery' ? { by: 'sheet', halves: access } : null)
    if (access.by === 'password') await call('vault.unlock', passwordOf(access)).catch(tellFailure)
    await queryClient.invalidateQueries()
  }

  if (ceremony?.step === 'firstSteps') return <FirstSteps onChoose={begin} />
  if (ceremony?.step === 'sheet') {
    const { sheet, after } = ceremony
    return (
      <RecoverySheetStep
        sheet={sheet}
        centreName={status.data?.centreName}
        inSetUp={after === 'setUp'}
        onDone={() => {
          if (after === 'setUp') setCeremony({ step: 'firstSteps' })
          else if (after === 'recovery') void enter()
          else setCeremony(null)
        }}
      />
    )
  }
  if (status.error)
    return (
      <VaultFrame title="桑榆没能打开">
        <ErrorPanel error={status.error} onRetry={() => void status.refetch()} />
      </VaultFrame>
    )
  if (!status.data) return <Waiting />
  const { state, operators, problem, centreName } = status.data
  if (way?.by === 'backup' && state !== 'unlocked') {
    return (
      <RestorePage
        dataDir={status.data.dataDir}
        onBack={() => setWay(null)}
        onTaken={(access) => void openRestored(access)}
      />
    )
  }
  const toBackup = (): void => setWay({ by: 'backup' })
  if (problem && state !== 'unlocked')
    return (
      <VaultFrame title="数据打不开">
        <ErrorPanel
          error={problem}
          title="数据没有改动，但现在不能打开"
          onRetry={() => void status.refetch()}
        />
        <Button mt="md" onClick={toBackup}>
          从备份恢复
        </Button>
      </VaultFrame>
    )
  switch (state) {
    case 'absent':
      return (
        <SetUpPage
          dataDir={status.data.dataDir}
          onCreated={(sheet) => showSheet(sheet, 'setUp')}
          onRestore={toBackup}
        />
      )
    case 'locked':
      return way?.by === 'sheet' ? (
        <RecoverPage
          operators={operators}
          typed={way.halves}
          onBack={() => setWay(null)}
          onRecovered={(sheet) => showSheet(sheet, 'recovery')}
        />
      ) : (
        <UnlockPage
          centreName={centreName}
          operators={operators}
          onForgotten={() => setWay({ by: 'sheet' })}
          onRestore={toBackup}
        />
      )
    case 'unlocked':
      return children
  }
}

function passwordOf({ operatorId, password }: Extract<Access, { by: 'password' }>) {
  return { operatorId, password }
}

function Waiting(): ReactNode {
  return useDelayed(300) ? (
    <Center h="100%">
      <Loader aria-label="正在打开" />
    </Center>
  ) : null
}
