import { Button } from '@mantine/core'
import { programme } from '../../../core/groupwork/programme.ts'
import { ConfirmButton, DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import type { OpenProgramme } from './use-shelf.ts'

/** Out of the choice for new groups, and back into it. */
export function Retire({ open: { own, mayRetire } }: { readonly open: OpenProgramme }) {
  const act = useAct()
  const doing = useDoing()
  const move = (verb: 'retire' | 'restore') =>
    void doing.run(() => act({ kind: programme, recordId: own.id, verb, input: {}, fields: {} }))
  if (!mayRetire) return null
  return (
    <>
      {own.retiredOn === null ? (
        <ConfirmButton
          question={text('groupwork:library.retireQuestion')}
          confirmLabel={text('groupwork:library.retire')}
          onConfirm={() => move('retire')}
        >
          {text('groupwork:library.retire')}
        </ConfirmButton>
      ) : (
        <Button variant="default" loading={doing.busy} onClick={() => move('restore')}>
          {text('groupwork:library.restore')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
