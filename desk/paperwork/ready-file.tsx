import { Section, text } from '../kit/index.ts'
import { DownloadButton } from './download-button.tsx'

/** The report that has just been made. */
export function ReadyFile({ fileId }: { readonly fileId: string | null }) {
  if (fileId === null) return null
  return (
    <Section title={text('paperwork:make.ready')} hint={text('paperwork:make.readyHint')}>
      <DownloadButton fileId={fileId} label={text('paperwork:make.get')} />
    </Section>
  )
}
