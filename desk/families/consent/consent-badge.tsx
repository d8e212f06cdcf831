import { Badge } from '@mantine/core'
import type { ConsentPurpose } from '../../../core/families/consent.ts'
import { consentState } from '../../../core/families/consent-state.ts'
import { text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import type { FamilyFile } from '../use-register.ts'

const looks = {
  given: { color: 'green.9', variant: 'light', sign: '✓' },
  refused: { color: 'gray.8', variant: 'outline', sign: '✕' },
  withdrawn: { color: 'gray.8', variant: 'outline', sign: '↩' },
  notAsked: { color: 'gray.8', variant: 'light', sign: '?' },
} as const

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
  const look = looks[state]
  return (
    <Badge
      tt="none"
      color={look.color}
      variant={look.variant}
      leftSection={<span aria-hidden="true">{look.sign}</span>}
    >
      {text(`families:purpose.${purpose}.short`)}
      {text('families:labelSeparator')}
      {text(disagreement ? 'families:consent.disagreement' : `families:consent.state.${state}`)}
    </Badge>
  )
}
