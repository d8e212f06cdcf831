import type { ConsentPurpose } from '../../../core/families/consent.ts'
import { consentState, isStoppedWithService } from '../../../core/families/consent-state.ts'
import { text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'

const signs = { given: '✓', refused: '✕', withdrawn: '↩', expired: '⌛', notAsked: '?' } as const

/** Whether a purpose holds for a child: in words and with a sign, never by colour alone. */
export function ConsentBadge({
  file,
  childId,
  purpose,
}: {
  readonly file: Pick<FamilyFile, 'consents'>
  readonly childId: string
  readonly purpose: ConsentPurpose
}) {
  const today = useToday()
  const { state, disagreement } = consentState(file.consents, childId, purpose, today)
  const stopped = state === 'given' && isStoppedWithService(file.consents, childId, purpose, today)
  const shown = stopped ? 'withdrawn' : state
  return (
    <span className={styles.mark} data-state={shown}>
      <span aria-hidden="true">{signs[shown]}</span>
      {text(`families:purpose.${purpose}.short`)}
      {text('families:labelSeparator')}
      {text(
        disagreement
          ? 'families:consent.disagreement'
          : stopped
            ? 'families:consent.withService'
            : `families:consent.state.${state}`,
      )}
    </span>
  )
}
