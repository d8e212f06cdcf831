import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useWaitingFiles } from '../../sync/use-waiting-files.ts'
import { WaitingFileLines } from '../../sync/waiting-file-lines.tsx'

/** Recordings that are only here, also of families that this person no longer serves. */
export function FilesSection() {
  const files = useWaitingFiles()
  if (files.length === 0) return null
  return (
    <Section title={text('sync:files.title')} hint={text('sync:files.hint')}>
      <WaitingFileLines files={files} />
    </Section>
  )
}
