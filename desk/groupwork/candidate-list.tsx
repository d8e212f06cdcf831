import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { pair } from '../../core/families/pair.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { listCandidates } from '../../core/groupwork/list-candidates.ts'
import { compareNames, EmptyState, Icon, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { CandidateCard } from './candidate-card.tsx'
import styles from './candidate-list.module.css'
import { useReachFacts } from './planning/use-reach.ts'
import type { GroupFile } from './use-group.ts'

const shownAtOnce = 30

/** Families of the register to choose from; who cannot be seated is shown too, with the reason. */
export function CandidateList({
  file,
  joinedOn,
  onTheSpot = false,
}: {
  readonly file: GroupFile
  readonly joinedOn: string
  /** Somebody stands in the door: only the child is chosen beforehand, who else came is asked. */
  readonly onTheSpot?: boolean
}) {
  const [search, setSearch] = useState('')
  const codes = new Map(useRecords(family).map(({ id, code }) => [id, code]))
  const reach = useReachFacts(file)
  const facts = {
    persons: reach.people,
    pairs: useRecords(pair),
    consents: useRecords(consent),
    seats: file.seats,
    restrictions: useRecords(restrictedParty),
    day: joinedOn,
  }
  const wanted = search.trim().toLowerCase()
  const found = listCandidates(facts)
    .filter(({ person: child, adults, familyId }) =>
      [child.name, codes.get(familyId) ?? '', ...adults.map((adult) => adult.person.name)].some(
        (words) => words.toLowerCase().includes(wanted),
      ),
    )
    .sort((left, right) => compareNames(left.person.name, right.person.name))
  return (
    <Stack gap="sm">
      <TextInput
        label={text('groupwork:seats.search')}
        leftSection={<Icon name="search" size={18} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <EmptyState
          title={text('groupwork:seats.nobodyFound')}
          action={<Link to="/families/new">{text('groupwork:seats.toFamilies')}</Link>}
        />
      )}
      <ul className={styles.cards}>
        {found.slice(0, shownAtOnce).map((candidate) => (
          <CandidateCard
            key={candidate.person.id}
            candidate={candidate}
            code={codes.get(candidate.familyId) ?? ''}
            file={file}
            facts={reach}
            joinedOn={joinedOn}
            onTheSpot={onTheSpot}
          />
        ))}
      </ul>
      {found.length > shownAtOnce && (
        <Text size="sm" c="gray.7">
          {text('groupwork:seats.more', { count: found.length - shownAtOnce })}
        </Text>
      )}
    </Stack>
  )
}
