import { Center, Loader } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'
import { call, queryClient, useQueryOp } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { navigate } from '../shell/location'
import { useDelayed } from '../shell/useDelayed'
import { setCeremony, useCeremony } from './ceremony'
import { FirstSteps, type FirstStep } from './FirstSteps'
import { RecoverPage } from './RecoverPage'
import { RecoverySheetStep } from './RecoverySheetStep'
import { SetUpPage } from './SetUpPage'
import { UnlockPage } from './UnlockPage'
import { VaultFrame } from './VaultFrame'

/** Lets the program through once the vault is open; until then: set up, unlock or recover. */
export function VaultGate({ children }: { children: ReactNode }): ReactNode {
  const status = useQueryOp('vault.status', {})
  const ceremony = useCeremony()
  const [recovering, setRecovering] = useState(false)

  const showSheet = (sheet: RecoverySheet, after: 'setUp' | 'recovery'): void => {
    setCeremony({ step: 'sheet', sheet, after })
    void status.refetch()
  }

  const enter = async (path = '/'): Promise<void> => {
    navigate(path, { replace: true })
    // The status must say "unlocked" before the ceremony ends, or the first page would flash up.
    await queryClient.invalidateQueries()
    setCeremony(null)
    setRecovering(false)
  }

  const begin = async (step: FirstStep): Promise<void> => {
    if (step !== 'sample') return enter(step)
    await call('vault.lock', {})
    await call('vault.openSample', {})
    await enter()
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
  if (problem && state !== 'unlocked')
    return (
      <VaultFrame title="数据打不开">
        <ErrorPanel
          error={problem}
          title="数据没有改动，但现在不能打开"
          onRetry={() => void status.refetch()}
        />
      </VaultFrame>
    )
  switch (state) {
    case 'absent':
      return (
        <SetUpPage dataDir={status.data.dataDir} onCreated={(sheet) => showSheet(sheet, 'setUp')} />
      )
    case 'locked':
      return recovering ? (
        <RecoverPage
          operators={operators}
          onBack={() => setRecovering(false)}
          onRecovered={(sheet) => showSheet(sheet, 'recovery')}
        />
      ) : (
        <UnlockPage
          centreName={centreName}
          operators={operators}
          onForgotten={() => setRecovering(true)}
        />
      )
    case 'unlocked':
      return children
  }
}

function Waiting(): ReactNode {
  return useDelayed(300) ? (
    <Center h="100%">
      <Loader aria-label="正在打开" />
    </Center>
  ) : null
}
