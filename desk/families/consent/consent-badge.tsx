import type { ConsentPurpose } from '../../../core/families/consent.ts'
import { consentState } from '../../../core/families/consent-state.ts'
import { text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'

const signs = { given: '✓', refused: '✕', withdrawn: '↩', notAsked: '?' } as const

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
  return (
    <span className={styles.mark} data-state={state}>
      <span aria-hidden="true">{signs[state]}</span>
      {text(`families:purpose.${purpose}.short`)}
      {text('families:labelSeparator')}
      {text(disagreement ? 'families:consent.disagreement' : `families:consent.state.${state}`)}
    </span>
  )
}
