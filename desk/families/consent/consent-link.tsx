import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { Person } from '../../../core/families/person.ts'
import { ConfirmButton, DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { callServer, type LocalRecord, useToday } from '../../sync/index.ts'
import { type KnownLink, type MadeLink, madeLinkShape } from '../../sync/family-link-shapes.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import { useFamilyLinks } from '../../sync/use-family-links.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { findGivers } from './consent-form.ts'

const validDays = 14

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
  const guardians = findGivers(file, child, today).may.filter((giver) => giver.as === 'guardian')
  const [personId, setPersonId] = useState(guardians[0]?.id ?? '')
  const [made, setMade] = useState<MadeLink | null>(null)
  if (guardians.length === 0) return null
  const make = async () => {
    const body = {
      familyId,
      personId,
      childId: child.id,
      purpose: 'consent',
      waveId: null,
      instrumentId: null,
      pairId: null,
      days: validDays,
    }
    const link = await doing.run(() => callServer('/api/family-links', body, madeLinkShape))
    if (link === null) return
    setMade(link)
    reload()
  }
  const sent = links.filter(({ childId, purpose }) => childId === child.id && purpose === 'consent')
  return (
    <Section title={text('families:link.title')} hint={text('families:link.hint')}>
      {standing !== 'ready' && <Text>{text(`families:link.${standing}`)}</Text>}
      <Group align="flex-end">
        <NativeSelect
          label={text('families:link.to')}
          data={guardians.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={standing !== 'ready'}
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
          words={text('families:link.message', {
            address: made.address,
            day: formatDay(made.endsAt.slice(0, 10)),
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
  return (
    <li>
      {nameOf(file, link.personId)} · {formatDay(link.madeAt.slice(0, 10))} · {stateOf(link)}{' '}
      {link.revokedAt === null && (
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
