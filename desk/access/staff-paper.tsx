import { Button } from '@mantine/core'
import { DoingNote } from '../kit/notes.tsx'
import { useDoing } from '../kit/doing.ts'
import { currentLanguage, text } from '../kit/text.ts'
import { takePaper } from '../sync/take-paper.ts'
import { useMay } from '../sync/use-act.ts'
import { useOnline } from '../sync/use-state-of-desk.ts'

/** The register, or one person's sheet to sign, in the agency's Word form; made on the server from what has arrived there. */
export function StaffPaper({ staffId }: { readonly staffId: string | null }) {
  const doing = useDoing()
  const online = useOnline()
  const mayRead = useMay('staffRecord', 'read', 'agency')
  if (!mayRead) return null
  const take = () =>
    takePaper('/api/papers/staff', {
      staffId,
      ...{ texts: {}, language: currentLanguage(), templateId: null },
    })
  return (
    <>
      <Button
        variant="default"
        disabled={!online}
        loading={doing.busy}
        onClick={() => void doing.run(take).catch(reportError)}
      >
        {text(staffId === null ? 'rights:paper.register' : 'rights:paper.sheet')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
