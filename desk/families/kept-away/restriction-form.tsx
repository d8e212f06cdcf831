import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { listRestingOn } from '../../../core/families/consent-state.ts'
import { consent, listSetAside } from '../../../core/families/consent.ts'
import { restrictedParty, restrictionGrounds } from '../../../core/families/restricted-party.ts'
import { listKeptAwaySeats } from '../../../core/groupwork/kept-away/end-kept-away.ts'
import { seat, type SeatEntry } from '../../../core/groupwork/seat.ts'
import { addDays } from '../../../core/kit/dates.ts'
import { groupedBy } from '../../../core/kit/grouped-by.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DateField, DoingNote, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useKeptWords, useMayAct, useRecords, useToday } from '../../sync/index.ts'
import { oneOf } from '../option-list.ts'
import { adultsIn, childrenIn, type FamilyFile, nameOf } from '../use-register.ts'

const daysUntilReview = 90

interface FormProps {
  readonly file: FamilyFile
  readonly onClose: () => void
}

function named(people: readonly { readonly id: string; readonly name: string }[]) {
  return people.map(({ id, name }) => ({ value: id, label: name }))
}

/** FAM-61: where whoever writes this may also end seats. Everybody in a group's team reads the reason: it says none. */
function draftsOfEnding(
  seats: readonly SeatEntry[],
  made: { readonly familyId: string; readonly personId: string; readonly since: string },
  may: ReturnType<typeof useMayAct>,
) {
  const restriction = { ...made, childId: null, state: 'standing' as const, liftedAt: null }
  return listKeptAwaySeats(seats, [restriction])
    .filter(({ seat: { groupId } }) => may('seat', 'leave', `group:${groupId}`))
    .map(({ seat: { id }, endsOn }) => ({
      ...{ kind: seat, recordId: id, verb: 'leave', fields: {} },
      input: { leftOn: endsOn, reason: 'other', note: '' },
    }))
}

/** Help that only this person agreed to: named before it is saved, since somebody else is to be asked soon. */
function RestsOn({
  file,
  personId,
  childId,
}: {
  readonly file: FamilyFile
  readonly personId: string
  readonly childId: string | null
}) {
  const today = useToday()
  const resting = listRestingOn(file.consents, { personId, childId }, today)
  if (resting.length === 0) return null
  const points = [...groupedBy(resting, (one) => one.childId)].map(([about, own]) =>
    text('restricted:party.restsOn', {
      child: nameOf(file, about),
      purposes: own
        .map(({ purpose }) => text(`families:purpose.${purpose}.short`))
        .join(text('families:nameSeparator')),
    }),
  )
  return (
    <Text fw={600} mt="xs">
      {text('restricted:party.restsOnTitle', {
        points: points.join(text('families:news.join')),
      })}
    </Text>
  )
}

/** Three choices and it stands: protection first, words later. */
export function RestrictionForm({ file, onClose }: FormProps) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const mayAct = useMayAct()
  const seats = useRecords(seat, { familyId: file.family.id })
  const [personId, setPersonId] = useState('')
  const [childId, setChildId] = useState('')
  const [ground, setGround] = useState<(typeof restrictionGrounds)[number] | null>(null)
  const kept = useKeptWords(`restrictedParty:new:${file.family.id}`)
  const [since, setSince] = useState<string | null>(today)
  const [reviewOn, setReviewOn] = useState<string | null>(addDays(today, daysUntilReview))
  const ready = personId !== '' && ground !== null && since !== null && reviewOn !== null
  const save = async () => {
    if (!ready) return
    const fields = {
      familyId: file.family.id,
      personId,
      childId: childId === '' ? null : childId,
      ground,
      groundNote: kept.words,
      since,
      reviewOn,
    }
    // One step: from the moment in which it stands, what they said earlier stands in nobody's way and gives nothing away.
    const aside = listSetAside(file.consents, fields).map(({ id }) => ({
      kind: consent,
      recordId: id,
      verb: 'setAside',
      input: {},
      fields: {},
    }))
    const drafts = [draftRecord(restrictedParty, newId(), fields), ...aside]
    const saved = await doing.run(() => act(drafts))
    if (saved === null) return
    // Each by itself and afterwards: what a group refuses keeps no restriction from standing.
    for (const draft of draftsOfEnding(seats, fields, mayAct)) await doing.run(() => act(draft))
    await close()
  }
  const close = async () => {
    await kept.clear()
    onClose()
  }
  return (
    <Stack gap="sm">
      <NativeSelect
        label={text('restricted:party.who')}
        data={[{ value: '', label: text('families:choose') }, ...named(adultsIn(file))]}
        value={personId}
        onChange={({ currentTarget }) => setPersonId(currentTarget.value)}
      />
      <NativeSelect
        label={text('restricted:party.child')}
        data={[
          { value: '', label: text('restricted:party.everyChild') },
          ...named(childrenIn(file)),
        ]}
        value={childId}
        onChange={({ currentTarget }) => setChildId(currentTarget.value)}
      />
      <NativeSelect
        label={text('restricted:party.ground')}
        data={[
          { value: '', label: text('families:choose') },
          ...restrictionGrounds.map((value) => ({
            value,
            label: text(`restricted:party.grounds.${value}`),
          })),
        ]}
        value={ground ?? ''}
        onChange={({ currentTarget }) => setGround(oneOf(restrictionGrounds, currentTarget.value))}
      />
      <Textarea
        label={text('restricted:party.note')}
        value={kept.words}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DateField
        label={text('restricted:party.since')}
        value={since}
        max={today}
        onChange={setSince}
      />
      <DateField
        label={text('restricted:party.reviewOn')}
        description={text('restricted:party.reviewHint')}
        value={reviewOn}
        min={since ?? today}
        onChange={setReviewOn}
      />
      <Alert color="gray" variant="light">
        {text('restricted:party.whatHappens')} {text('restricted:seat.endedInStep')}
        <RestsOn file={file} personId={personId} childId={childId === '' ? null : childId} />
      </Alert>
      <DoingNote doing={doing} />
      <Group>
        <Button disabled={!ready} loading={doing.busy} onClick={() => void save()}>
          {text('restricted:party.save')}
        </Button>
        <Button variant="default" onClick={() => void close().catch(reportError)}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
