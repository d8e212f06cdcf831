import { MantineProvider } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { Activate } from '../access/activate.tsx'
import { ChoosePin } from '../access/choose-pin.tsx'
import { FirstRun } from '../access/first-run.tsx'
import { NoStore } from '../access/no-store.tsx'
import { SetUpFactor } from '../access/set-up-factor.tsx'
import { SignIn } from '../access/sign-in.tsx'
import { Unlock } from '../access/unlock.tsx'
import { Loading } from '../kit/notes.tsx'
import { currentLanguage, onLanguage } from '../kit/text.ts'
import { paper, theme } from '../kit/theme.ts'
import type { Desk } from '../sync/desk.ts'
import { DeskContext, useStage } from '../sync/desk-context.ts'
import { CrashBoundary } from './crash-boundary.tsx'

const OpenDesk = lazy(async () => ({ default: (await import('./open-desk.tsx')).OpenDesk }))

export function App({ desk }: { readonly desk: Desk }) {
  // A new language is a new rendering from the top: every text is asked for again.
  const language = useSyncExternalStore(onLanguage, currentLanguage)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={paper}
      forceColorScheme="light"
      key={language}
    >
      <CrashBoundary>
        <DeskContext value={desk}>
          <Entrance />
        </DeskContext>
      </CrashBoundary>
    </MantineProvider>
  )
}

function Entrance(): ReactNode {
  const stage = useStage()
  switch (stage.at) {
    case 'starting':
      return <Loading />
    case 'noStore':
      return <NoStore reason={stage.reason} />
    case 'firstRun':
      return <FirstRun token={stage.token} sampleOpen={stage.sampleOpen} />
    case 'signIn':
      return <SignIn vaults={stage.vaults} shut={stage.shut === true} />
    case 'activate':
      return <Activate code={stage.code} />
    case 'choosePin':
      return <ChoosePin account={stage.account} sealed={stage.sealed} />
    case 'setUpFactor':
      return <SetUpFactor loginName={stage.loginName} password={stage.password} />
    case 'unlock':
      return <Unlock account={stage.account} />
    case 'open':
      return (
        <Suspense fallback={<Loading />}>
          <OpenDesk />
        </Suspense>
      )
  }
}
