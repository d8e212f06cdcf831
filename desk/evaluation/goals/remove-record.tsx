import type { Draft } from '../../../core/sync/device.ts'
import { ConfirmButton, text } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'

/** Takes back what was written down by mistake; asks once. */
export function RemoveRecord({
  kind,
  recordId,
  question,
}: Pick<Draft, 'kind' | 'recordId'> & { readonly question: string }) {
  const act = useAct()
  return (
    <div className="no-print">
      <ConfirmButton
        size="compact-sm"
        question={question}
        confirmLabel={text('kit:remove')}
        onConfirm={() => {
          act({ kind, recordId, verb: 'remove', input: {}, fields: {} }).catch(reportError)
        }}
      >
        {text('kit:remove')}
      </ConfirmButton>
    </div>
  )
}
