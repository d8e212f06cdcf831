import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { formatDay, Section, text } from '../../kit/index.ts'
import { nameSide } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** Marked words that count for no pair yet, each with the way to where somebody can say whom it means. */
export function UnclearWords({ inHand: { evidence } }: { readonly inHand: ProfileInHand }) {
  const { unclear } = evidence
  if (unclear.length === 0) return null
  return (
    <Section
      title={text('assessment:profile.unclearTitle', { count: unclear.length })}
      hint={text('assessment:profile.unclearHint')}
    >
      <ul className={styles.bare}>
        {unclear.map((one) => (
          <li key={one.spanId} className={styles.quote}>
            {one.words}
            <p className={styles.fine}>
              {text('assessment:profile.unclearFrom', {
                who: nameSide(one.side),
                code: one.code.name,
                day: one.on === null ? '–' : formatDay(one.on),
              })}{' '}
              <Anchor
                component={Link}
                to={`/inquiry/interviews/${one.interviewId}/coding`}
                underline="always"
              >
                {text('assessment:profile.toCoding')}
              </Anchor>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
