import { Page } from '../kit/page.tsx'
import { text } from '../kit/text.ts'
import { ChangeKeysSection } from './change-keys-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { FactorSection } from './factor-section.tsx'

/** One's own ways in; and for those who answer for it, the keys. */
export function AccountPage() {
  return (
    <Page
      title={text('access:account.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      <FactorSection />
      <DevicesSection staffId={null} />
      <ChangeKeysSection />
    </Page>
  )
}
