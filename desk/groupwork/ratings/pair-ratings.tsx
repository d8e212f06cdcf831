import { Button, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { pair as pairKind } from '../../../core/families/pair.ts'
import { listKeptSeats } from '../../../core/groupwork/kept-seats.ts'
import { listMarkable } from '../../../core/groupwork/members/list-markable.ts'
import { agreeOnPairs } from '../../../core/groupwork/ratings/measure-agreement.ts'
import { pairRating } from '../../../core/groupwork/ratings/pair-rating.ts'
import { isSeatedFor, type SeatEntry } from '../../../core/groupwork/seat.ts'
import { EmptyState, Section, text } from '../../kit/index.ts'
import { useActor, useMay, useRecords } from '../../sync/index.ts'
import { NotShown } from '../not-shown.tsx'
import styles from '../run-plan.module.css'
import { keptSeatWords, standInWords } from '../seats-kept/kept-words.ts'
import type { MeetingFile } from '../use-group.ts'
import { AgreementLine } from './agreement-line.tsx'
import { PairRatingForm } from './pair-rating-form.tsx'

/** At a joint meeting: how each child and adult dealt with each other, pair by pair. */
export function PairRatings({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  const ratings = useRecords(pairRating, { groupId: meeting.groupId })
  const known = useRecords(pairKind)
  const { staffId } = useActor()
  const [chosen, setChosen] = useState('')
  const sees = useMay('pairRating', 'read', `group:${meeting.groupId}`)
  if (!sees)
    return (
      <Section title={text('groupwork:pairs.title')}>
        <NotShown />
      </Section>
    )
  const pairs = pairsAt(listMarkable(meeting, seats, rows))
  const rated = new Set(
    ratings
      .filter((one) => one.meetingId === meeting.id && one.raterId === staffId)
      .map((one) => `${one.childSeatId} ${one.adultSeatId}`),
  )
  const pair = pairs.find(({ key }) => key === chosen) ?? pairs[0]
  const others = [
    ...listKeptSeats(meeting, seats, rows, known).map((kept) => ({
      key: `${kept.child.id} ${kept.keptFor}`,
      words: keptSeatWords(kept),
    })),
    ...seats
      .filter(({ strand }) => strand !== 'child')
      .flatMap(({ id, displayName }) => {
        const row = rows.find((one) => one.meetingId === meeting.id && one.seatId === id)
        return row?.presence === 'represented'
          ? [{ key: id, words: standInWords(displayName, row) }]
          : []
      }),
  ]
  return (
    <Section title={text('groupwork:pairs.title')} hint={text('groupwork:pairs.hint')}>
      {pair === undefined ? (
        <EmptyState title={text('groupwork:pairs.nobody')} />
      ) : (
        <>
          <NativeSelect
            label={text('groupwork:pairs.which')}
            data={pairs.map(({ key, child, adult }) => ({
              value: key,
              label: text('groupwork:pairs.names', {
                child: child.displayName,
                adult: adult.displayName,
              }),
            }))}
            value={pair.key}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <PairRatingForm key={pair.key} meeting={meeting} child={pair.child} adult={pair.adult} />
          <NextPair pairs={pairs} now={pair} rated={rated} onNext={setChosen} />
        </>
      )}
      {others.length > 0 && (
        <div>
          <ul className={styles.prompts}>
            {others.map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
          </ul>
          <Text size="sm" c="gray.7">
            {text('groupwork:kept.notRated')}
          </Text>
        </div>
      )}
      <AgreementLine agreement={agreeOnPairs(ratings)} />
      <Text size="sm" c="gray.7">
        {text('groupwork:pairs.second')}
      </Text>
    </Section>
  )
}

/** How many this worker has rated, and one touch to the next that is still open. */
function NextPair({
  pairs,
  now,
  rated,
  onNext,
}: {
  readonly pairs: readonly PairAt[]
  readonly now: PairAt
  readonly rated: ReadonlySet<string>
  readonly onNext: (key: string) => void
}) {
  const at = pairs.indexOf(now)
  const next = [...pairs.slice(at + 1), ...pairs.slice(0, at)].find(({ key }) => !rated.has(key))
  const done = pairs.filter(({ key }) => rated.has(key)).length
  return (
    <div>
      <Text size="sm" c="gray.7">
        {text('groupwork:pairs.rated', { done, all: pairs.length })}
      </Text>
      {next !== undefined && (
        <Button mt="xs" variant="default" onClick={() => onNext(next.key)}>
          {text('groupwork:pairs.next', {
            child: next.child.displayName,
            adult: next.adult.displayName,
          })}
        </Button>
      )}
    </div>
  )
}

interface PairAt {
  readonly key: string
  readonly child: SeatEntry
  readonly adult: SeatEntry
}

function pairsAt(there: readonly SeatEntry[]): readonly PairAt[] {
  return there
    .filter(({ strand }) => strand === 'child')
    .flatMap((child) =>
      there
        .filter((adult) => adult.strand !== 'child' && isSeatedFor(adult, child.personId))
        .map((adult) => ({ key: `${child.id} ${adult.id}`, child, adult })),
    )
}
