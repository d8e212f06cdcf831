import { Page, text } from '../../kit/index.ts'
import { ExportSection } from './export-section.tsx'
import { ImportSection } from './import-section.tsx'

/** Texts, codes and marks to other programs of qualitative analysis and back (REFI-QDA). */
export function ExchangePage() {
  return (
    <Page
      title={text('interview:exchange.title')}
      back={{ to: '/inquiry/interviews', label: text('interview:list.title') }}
    >
      <ExportSection />
      <ImportSection />
    </Page>
  )
}
