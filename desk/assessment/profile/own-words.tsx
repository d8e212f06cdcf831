import { Button } from '@mantine/core'
import type { Quotation } from '../../../core/assessment/profile/pair-evidence.ts'
import { listEvidenceItems } from '../../../core/assessment/profile/evidence-item.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { ProfileField } from './profile-text.tsx'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

const voices = [
  { side: 'child', field: 'childWords' },
  { side: 'adult', field: 'adultWords' },
  { side: 'other', field: 'guardianWords' },
] as const
type Voice = (typeof voices)[number]

/** What each of them says it is about, in their own words; passages of the talks can be put in with a tap. */
export function OwnWords({ inHand }: { readonly inHand: ProfileInHand }) {
  return (
    <Section
      title={text('assessment:profile.voicesTitle')}
      hint={text('assessment:profile.voicesHint')}
    >
      <div className={styles.both}>
        {voices.map((voice) => (
          <div key={voice.field} className={styles.side}>
            <ProfileField
              inHand={inHand}
              field={voice.field}
              label={text(`assessment:fields.${voice.field}`)}
            />
            {inHand.writable && <Passages inHand={inHand} voice={voice} />}
          </div>
        ))}
      </div>
    </Section>
  )
}

function Passages({
  inHand,
  voice: { side, field },
}: {
  readonly inHand: ProfileInHand
  readonly voice: Voice
}) {
  const doing = useDoing()
  const said = listEvidenceItems(inHand.evidence).flatMap((item): Quotation[] =>
    item.of === 'quotation' && item.quotation.side === side ? [item.quotation] : [],
  )
  const fresh = said.filter(({ words }) => !inHand.profile[field].includes(words))
  if (fresh.length === 0) return null
  const put = (words: string) =>
    doing.run(() =>
      inHand.write((present) => {
        const quoted = text('assessment:profile.quoted', { words })
        return { [field]: [present[field], quoted].filter((one) => one !== '').join('\n') }
      }),
    )
  return (
    <details className={styles.more}>
      <summary>{text('assessment:profile.passages', { count: fresh.length })}</summary>
      <ul className={styles.bare}>
        {fresh.map(({ spanId, words }) => (
          <li key={spanId} className={styles.quote}>
            {words}{' '}
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text('assessment:profile.putInNamed', { words })}
              onClick={() => void put(words)}
            >
              {text('assessment:profile.putIn')}
            </Button>
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
    </details>
  )
}
