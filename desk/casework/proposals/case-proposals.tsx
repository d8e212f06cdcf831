import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseProposal } from '../../../core/evaluation/casework/propose-cases.ts'
import { Section, text } from '../../kit/index.ts'
import styles from '../casework.module.css'
import { Proposal } from './proposal.tsx'

const shownAtFirst = 5

/** CAS-11: what the rules of practice found, in words, with what it rests on. A person opens a case or says why not. */
export function CaseProposals({
  proposals,
  title = text('casework:proposal.title'),
}: {
  readonly proposals: readonly CaseProposal[]
  readonly title?: string
}) {
  const [all, setAll] = useState(false)
  if (proposals.length === 0) return null
  const ordered = proposals.toSorted((left, right) => right.since.localeCompare(left.since))
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <Section title={title} hint={text('casework:proposal.hint')}>
      <ul className={styles.lines}>
        {shown.map((one) => (
          <li key={one.key} className={styles.line}>
            <Proposal proposal={one} />
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {text('access:today.more', { count: ordered.length - shown.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}
