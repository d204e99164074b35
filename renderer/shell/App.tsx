import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { Router } from 'wouter'
import { queryClient } from '../api'
import { VaultGate } from '../vault/VaultGate'
import { ErrorBoundary } from './ErrorBoundary'
import { Frame } from './Frame'
import { useHashPath, useHashSearch } from './location'
import { cssVariables, theme } from './theme'

const hashRouter = { hook: useHashPath, searchHook: useHashSearch }

export function App(): React.ReactElement {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <Router {...hashRouter}>
            <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
              <Notifications position="bottom-right" transitionDuration={120} zIndex={400} />
              <ErrorBoundary>
                <VaultGate>
                  <Frame />
                </VaultGate>
              </ErrorBoundary>
            </ModalsProvider>
          </Router>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
