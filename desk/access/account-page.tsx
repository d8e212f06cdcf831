import { Page } from '../kit/page.tsx'
import { text } from '../kit/text.ts'
import { DevicesSection } from './devices-section.tsx'
import { FactorSection } from './factor-section.tsx'

/** One's own ways in. */
export function AccountPage() {
  return (
    <Page
      title={text('access:account.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      <FactorSection />
      <DevicesSection staffId={null} />
    </Page>
  )
}
