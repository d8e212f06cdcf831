import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { audienceOf } from '../../../core/families/may-reach.ts'
import type { Person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { ConfirmButton, DoingNote, formatDayOf, Section, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import {
  callServer,
  type LocalRecord,
  useRecords,
  useSender,
  useToday,
  useMakeLink,
} from '../../sync/index.ts'
import type { KnownLink, MadeLink } from '../../sync/family-link-shapes.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import { useFamilyLinks } from '../../sync/use-family-links.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { findGivers } from './consent-form.ts'
import { notice } from './notice.ts'

const validDays = 14
/** What is usually asked first; whoever is to be told, and research, are asked when the time comes. */
const usualPoints = ['service', 'assessment', 'group', 'photo', 'recording']

/** For a guardian far away: a link to the same notice, where they decide by themselves; the answer arrives as consent by link. */
export function ConsentLink({
  file,
  child,
}: {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}) {
  const today = useToday()
  const familyId = file.family.id
  const { standing, links, reload } = useFamilyLinks(familyId)
  const doing = useDoing()
  const makeLink = useMakeLink()
  const sender = useSender()
  const restrictions = useRecords(restrictedParty, { familyId, state: 'standing' })
  const everybody = findGivers(file, child, today).may
  const guardians = audienceOf(everybody, restrictions, child.id)
  const left = everybody.filter((one) => !guardians.includes(one)).map(({ name }) => name)
  const [personId, setPersonId] = useState(guardians[0]?.id ?? '')
  const [made, setMade] = useState<MadeLink | null>(null)
  const [asks, setAsks] = useState<readonly string[]>(usualPoints)
  if (everybody.length === 0) return null
  const chosen = guardians.some(({ id }) => id === personId) ? personId : (guardians[0]?.id ?? '')
  const make = async () => {
    const body = {
      familyId,
      personId: chosen,
      childId: child.id,
      purpose: 'consent',
      waveId: null,
      instrumentId: null,
      pairId: null,
      asks: notice.purposes.map(({ purpose }) => purpose).filter((one) => asks.includes(one)),
      days: validDays,
    }
    const link = await doing.run(() => makeLink(body))
    if (link === null) return
    setMade(link)
    reload()
  }
  const sent = links.filter(({ childId, purpose }) => childId === child.id && purpose === 'consent')
  return (
    <Section title={text('families:link.title')} hint={text('families:link.hint')}>
      {left.length > 0 && (
        <Text fw={600}>
          {text('families:link.keptAway', { names: left.join(text('families:nameSeparator')) })}
        </Text>
      )}
      {standing !== 'ready' && <Text>{text(`families:link.${standing}`)}</Text>}
      <Checkbox.Group
        label={text('families:link.points')}
        description={text('families:link.pointsHint')}
        value={[...asks]}
        onChange={setAsks}
        mb="sm"
      >
        <Group gap="sm" mt="xs">
          {notice.purposes.map(({ purpose }) => (
            <Checkbox
              key={purpose}
              value={purpose}
              label={text(`families:purpose.${purpose}.short`)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Group align="flex-end">
        <NativeSelect
          label={text('families:link.to')}
          data={guardians.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={standing !== 'ready' || asks.length === 0 || guardians.length === 0}
          loading={doing.busy}
          onClick={() => void make()}
        >
          {text('families:link.make', { days: validDays })}
        </Button>
      </Group>
      <DoingNote doing={doing} />
      {made !== null && (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          link={{ familyId, linkId: made.id, address: made.address }}
          words={text('families:link.message', {
            ...sender,
            address: made.address,
            day: formatDayOf(made.endsAt),
          })}
        />
      )}
      <ul className={styles.lines}>
        {sent.map((link) => (
          <SentLine key={link.id} file={file} link={link} onRevoked={reload} />
        ))}
      </ul>
    </Section>
  )
}

function stateOf(link: KnownLink): string {
  if (link.revokedAt !== null) return text('families:link.revoked')
  if (link.answeredAt !== null) return text('families:link.answered')
  return text(link.openedAt === null ? 'families:link.notOpened' : 'families:link.opened')
}

function SentLine({
  file,
  link,
  onRevoked,
}: {
  readonly file: FamilyFile
  readonly link: KnownLink
  readonly onRevoked: () => void
}) {
  const doing = useDoing()
  const revoke = async () => {
    const body = { familyId: file.family.id, linkId: link.id }
    const done = await doing.run(() => callServer('/api/family-links/revoke', body, nothingShape))
    if (done !== null) onRevoked()
  }
  // Once the decision has arrived, taking the link back would undo nothing: what was decided is withdrawn above.
  const isOpen = link.revokedAt === null && link.answeredAt === null
  return (
    <li>
      {nameOf(file, link.personId)} · {formatDayOf(link.madeAt)} · {stateOf(link)}{' '}
      {isOpen && (
        <ConfirmButton
          size="compact-sm"
          question={text('families:link.revokeQuestion')}
          confirmLabel={text('families:link.revoke')}
          onConfirm={() => void revoke()}
        >
          {text('families:link.revoke')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </li>
  )
}
