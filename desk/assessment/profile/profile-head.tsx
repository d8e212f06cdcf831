import { Alert, Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { evidenceSources } from '../../../core/assessment/profile/pair-evidence.ts'
import { formatDay, Icon, RefusalNote, Section, text } from '../../kit/index.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** How complete the evidence is: what is there, and what is to be collected first. */
export function ProfileHead({ inHand }: { readonly inHand: ProfileInHand }) {
  const { evidence, profile, unserved, pair } = inHand
  const { missing } = evidence
  const there = evidenceSources.filter((source) => !missing.includes(source))
  return (
    <Section
      title={text('assessment:profile.sourcesTitle', {
        there: there.length,
        all: evidenceSources.length,
      })}
      hint={
        profile.state === 'settled'
          ? text('assessment:profile.frozenHint', { day: formatDay(evidence.today) })
          : text('assessment:profile.liveHint')
      }
    >
      {unserved !== null && profile.state === 'draft' && (
        <RefusalNote refusal={unserved}>
          <Anchor component={Link} to={`/families/${pair.familyId}/consent/${pair.childId}`}>
            {text('families:consent.open')}
          </Anchor>
        </RefusalNote>
      )}
      <ul className={styles.sources}>
        {evidenceSources.map((source) => (
          <li key={source} className={there.includes(source) ? styles.has : styles.lacks}>
            {there.includes(source) ? <Icon name="check" size={16} /> : <span aria-hidden>–</span>}
            {text(`assessment:profile.source.${source}`)}
            <span className={styles.unseen}>
              {text(there.includes(source) ? 'kit:yes' : 'kit:no')}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && profile.state === 'draft' && (
        <Alert color="gray" variant="light" icon={<Icon name="inquiry" />}>
          <Text fw={600}>{text('assessment:profile.missingTitle')}</Text>
          <ul className={styles.plain}>
            {missing.map((id) => (
              <li key={id}>{text(`assessment:profile.missing.${id}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </Section>
  )
}
