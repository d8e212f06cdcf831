import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { consent, listSetAside } from '../../../core/families/consent.ts'
import { type RestrictedParty, restrictedParty } from '../../../core/families/restricted-party.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import {
  DoingNote,
  formatDay,
  formatDayOf,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useMay,
  useRecord,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { LiftRestriction } from './lift-restriction.tsx'
import { RestrictionForm } from './restriction-form.tsx'

/** Who is kept away from a child of this family (FAM-50): for whoever may open the file, and for nobody in the family. */
export function KeptAwaySection({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const restrictions = useRecords(restrictedParty, { familyId })
  const mayAdd = useMay('restrictedParty', 'create', `family:${familyId}`)
  const [open, setOpen] = useState(false)
  const inOrder = restrictions.toSorted(
    (left, right) => right.state.localeCompare(left.state) || right.since.localeCompare(left.since),
  )
  return (
    <Section
      title={text('restricted:party.title')}
      hint={text('restricted:party.hint')}
      actions={
        mayAdd && !open ? (
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('restricted:party.add')}
          </Button>
        ) : null
      }
    >
      {open && <RestrictionForm file={file} onClose={() => setOpen(false)} />}
      {inOrder.length === 0 && !open && <Text c="gray.7">{text('restricted:party.none')}</Text>}
      {inOrder.map((one) => (
        <RestrictionLine key={one.id} file={file} restriction={one} />
      ))}
    </Section>
  )
}

interface LineProps {
  readonly file: FamilyFile
  readonly restriction: LocalRecord<RestrictedParty>
}

function RestrictionLine({ file, restriction }: LineProps) {
  const today = useToday()
  const { personId, childId, state, ground, groundNote, since, reviewOn } = restriction
  const child = childId === null ? text('restricted:party.everyChild') : nameOf(file, childId)
  const stands = state === 'standing'
  return (
    <Stack gap={4} className={styles.inner}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {text('restricted:party.line', { name: nameOf(file, personId), child })}
        </Text>
        <UnsentMark record={restriction} />
      </Group>
      <Text size="sm">
        {[text(`restricted:party.grounds.${ground}`), groundNote]
          .filter((words) => words !== '')
          .join(' · ')}
      </Text>
      {stands ? (
        <Group gap="xs">
          <Text size="sm" c="gray.7">
            {text('restricted:party.sinceLine', {
              day: formatDay(since),
              reviewOn: formatDay(reviewOn),
            })}
          </Text>
          {reviewOn <= today && <Badge color="red.9">{text('restricted:party.reviewDue')}</Badge>}
        </Group>
      ) : (
        <LiftedLine restriction={restriction} />
      )}
      {stands && <SeatsOf personId={personId} familyId={file.family.id} />}
      {stands && <StillCounting file={file} restriction={restriction} />}
      {stands && <LiftRestriction restriction={restriction} />}
    </Stack>
  )
}

/** A word of theirs that came in late, from a device without a network, stands until somebody sets it aside (FAM-55). */
function StillCounting({ file, restriction }: LineProps) {
  const act = useAct()
  const doing = useDoing()
  const mayAside = useMay('consent', 'setAside', `family:${file.family.id}`)
  const remaining = listSetAside(file.consents, restriction)
  if (remaining.length === 0) return null
  const drafts = remaining.map(({ id }) => ({
    ...{ kind: consent, recordId: id, verb: 'setAside', input: {}, fields: {} },
  }))
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {text('restricted:party.stillCounts')}
      </Text>
      {remaining.map(({ id, purpose, decision, withdrawnOn, decidedOn }) => (
        <Text key={id} size="sm">
          {[
            text(`families:purpose.${purpose}.short`),
            text(`families:consent.state.${withdrawnOn === null ? decision : 'withdrawn'}`),
            formatDay(withdrawnOn ?? decidedOn),
          ].join(' · ')}
        </Text>
      ))}
      <DoingNote doing={doing} />
      {mayAside && (
        <Group>
          <Button
            variant="default"
            size="xs"
            loading={doing.busy}
            onClick={() => void doing.run(() => act(drafts))}
          >
            {text('restricted:party.setAside')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function LiftedLine({ restriction }: Pick<LineProps, 'restriction'>) {
  const { alone, liftedById, liftedAt } = restriction
  const by = useRecord(staff, liftedById ?? '')
  const day = formatDayOf(liftedAt)
  return (
    <Text size="sm" c="gray.7">
      {text(alone ? 'restricted:party.liftedAlone' : 'restricted:party.lifted', { day })}
      {by !== null && ` · ${by.name}`}
    </Text>
  )
}

/** A parents' half meets beside the children's: whoever plans it has to know. */
function SeatsOf({ personId, familyId }: { readonly personId: string; readonly familyId: string }) {
  const groups = useRecords(supportGroup)
  const seats = useRecords(seat, { familyId }).filter(
    (one) => one.personId === personId && one.leftOn === null,
  )
  return seats.map(({ id, groupId }) => (
    <Text key={id} size="sm" c="kite.8">
      {text('restricted:party.inGroup', {
        group: groups.find((group) => group.id === groupId)?.title ?? '',
      })}
    </Text>
  ))
}
