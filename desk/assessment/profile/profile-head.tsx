import { Alert, Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import {
  type EvidenceSource,
  evidenceSources,
} from '../../../core/assessment/profile/pair-evidence.ts'
import { formatDay, Icon, RefusalNote, Section, text } from '../../kit/index.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** Where the missing is collected. */
function addressOf(source: EvidenceSource, familyId: string): string {
  switch (source) {
    case 'childScores':
    case 'adultScores':
      return '/inquiry/waves'
    case 'quotations':
      return `/inquiry/interviews/new?family=${familyId}`
    case 'episodes':
      return `/inquiry/observation/episodes/new?family=${familyId}`
    case 'contactLog':
      return `/families/${familyId}`
  }
}

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
              <li key={id}>
                <Anchor component={Link} to={addressOf(id, pair.familyId)} underline="always">
                  {text(`assessment:profile.missing.${id}`)}
                </Anchor>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Section>
  )
}
