import { Anchor, Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AdultCandidate, ChildCandidate } from '../../core/groupwork/list-candidates.ts'
import type { ReachFacts, Sitter } from '../../core/groupwork/planning/place-meetings.ts'
import { isSeatedFor } from '../../core/groupwork/seat.ts'
import type { Strand } from '../../core/groupwork/strand.ts'
import { announce, DoingNote, Icon, refusalText, text, useDoing } from '../kit/index.ts'
import { useAct } from '../sync/index.ts'
import styles from './candidate-list.module.css'
import { TimesOfPerson } from './planning/times-of-person.tsx'
import { draftsOfSeats, type WantedAdult } from './seat-drafts.ts'
import type { GroupFile } from './use-group.ts'

type AdultStrand = AdultCandidate['strand']

/** One child with the adults who could come for it: one tap seats those who are ticked, as one bundle. */
export function CandidateCard({
  candidate,
  code,
  file,
  facts,
  joinedOn,
  onTheSpot,
}: {
  readonly candidate: ChildCandidate
  readonly code: string
  readonly file: GroupFile
  readonly facts: ReachFacts
  readonly joinedOn: string
  readonly onTheSpot: boolean
}) {
  const groupId = file.group.id
  const act = useAct()
  const doing = useDoing()
  const { person, refusal, seat, adults } = candidate
  const [choices, setChoices] = useState<Readonly<Record<string, AdultStrand | ''>>>({})
  const strandOf = (adult: AdultCandidate) =>
    choices[adult.person.id] ?? (adult.strand === 'parent' && !onTheSpot ? 'parent' : '')
  const open = adults.filter((adult) => adult.seat === null || !isSeatedFor(adult.seat, person.id))
  const wanted = open.flatMap((adult): WantedAdult[] => {
    const strand = strandOf(adult)
    return strand === '' ? [] : [{ adult, strand }]
  })
  const [withChild, setWithChild] = useState(true)
  const drafts = draftsOfSeats(candidate, withChild, wanted, { groupId, joinedOn })
  const add = async () => {
    const made = await doing.run(() => act(drafts))
    if (made !== null) announce({ words: text('groupwork:seats.added', { name: person.name }) })
  }
  return (
    <li className={styles.card}>
      <Group gap="xs">
        <Text fw={600}>{person.name}</Text>
        <Text c="gray.6" size="sm">
          {code}
        </Text>
        {seat !== null && <Seated left={seat.leftOn !== null} />}
      </Group>
      {refusal !== null && (
        <p className={styles.refusal}>
          <Icon name="warning" size={16} />
          <span>
            {refusalText(refusal)}{' '}
            <Anchor component={Link} to={`/families/${candidate.familyId}/consent/${person.id}`}>
              {text('groupwork:seats.toConsent')}
            </Anchor>
          </span>
        </p>
      )}
      {refusal === null && seat === null && (
        <div>
          <Checkbox
            label={text('groupwork:seats.childSeat')}
            checked={withChild}
            onChange={(event) => setWithChild(event.currentTarget.checked)}
          />
          <TimesOfPerson
            sitter={sitterOf(candidate, person.id, 'child', joinedOn)}
            meetings={file.meetings}
            facts={facts}
          />
        </div>
      )}
      {refusal === null && onTheSpot && open.length > 0 && (
        <Text size="sm">{text('groupwork:seats.whoCame')}</Text>
      )}
      {refusal === null &&
        adults.map((adult) => (
          <div key={adult.person.id}>
            <AdultLine
              adult={adult}
              seated={!open.includes(adult)}
              strand={strandOf(adult)}
              onChoose={(strand) => setChoices({ ...choices, [adult.person.id]: strand })}
            />
            <TimesOfPerson
              sitter={sitterOf(
                candidate,
                adult.person.id,
                strandOf(adult) || adult.strand,
                joinedOn,
              )}
              meetings={file.meetings}
              facts={facts}
            />
          </div>
        ))}
      <DoingNote doing={doing} />
      {refusal === null && drafts.length > 0 && (
        <Button variant="light" onClick={() => void add()} loading={doing.busy}>
          {text('groupwork:seats.add', { count: drafts.length })}
        </Button>
      )}
    </li>
  )
}

function sitterOf(
  { familyId }: ChildCandidate,
  personId: string,
  strand: Strand,
  joinedOn: string,
): Sitter {
  return { familyId, personId, strand, joinedOn }
}

function Seated({ left }: { readonly left: boolean }) {
  return (
    <Text size="sm" c="gray.7">
      {text(left ? 'groupwork:seats.wasSeated' : 'groupwork:seats.seated')}
    </Text>
  )
}

function AdultLine({
  adult,
  seated,
  strand,
  onChoose,
}: {
  readonly adult: AdultCandidate
  readonly seated: boolean
  readonly strand: AdultStrand | ''
  readonly onChoose: (strand: AdultStrand | '') => void
}) {
  const label = text('groupwork:seats.adult', {
    name: adult.person.name,
    relation: text(`groupwork:relation.${adult.pair.relation}`),
  })
  if (seated)
    return (
      <Text size="sm" c="gray.7">
        {label} · {text('groupwork:seats.seated')}
      </Text>
    )
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={strand}
      onChange={({ currentTarget: { value } }) =>
        onChoose(value === 'parent' || value === 'guardian' ? value : '')
      }
      data={[
        { value: '', label: text('groupwork:seats.notNow') },
        { value: 'parent', label: text('groupwork:seats.asParent') },
        { value: 'guardian', label: text('groupwork:seats.asGuardian') },
      ]}
    />
  )
}
